import { randomBytes } from 'node:crypto';
import { HttpError } from '../../../http/http-error.ts';
import type { JsonObject } from '../../json-object.ts';
import type { Place } from './place.ts';

/** A file or picture that a person attached to a message. */
interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** In its address: who has it may fetch the file, as with an address that SharePoint gives out. */
  readonly key: string;
}

const KEPT = 12;
const LARGEST = 11 * 1024 * 1024;
/** In base64, with the rest of the request. */
export const ATTACHMENT_LIMIT = Math.ceil((LARGEST / 3) * 4) + 10_000;

/** What people attach, in memory; the oldest goes first. */
export class AttachedFiles {
  readonly #files = new Map<string, AttachedFile>();

  /**
   * Takes a file that the page sends: `{ name, type, content }`, the content in base64.
   *
   * @returns the id to name it by in a message
   */
  keep({ name, type, content }: JsonObject): string {
    if (typeof name !== 'string' || name === '' || name.length > 200 || typeof content !== 'string')
      throw new HttpError(400, 'AttachmentInvalid', 'Send name, type, and the content in base64.');
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > LARGEST) throw new HttpError(413, 'AttachmentTooLarge', 'A file has 11 MiB at most here.');
    const id = randomBytes(9).toString('base64url');
    const shownType = typeof type === 'string' && /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type : '';
    if (this.#files.size >= KEPT) this.#files.delete(this.#files.keys().next().value ?? '');
    this.#files.set(id, { name, type: shownType, bytes, key: randomBytes(24).toString('base64url') });
    return id;
  }

  /** The bytes for whoever has the address. */
  bytesOf(id: string, key: string | null): Buffer | undefined {
    const file = this.#files.get(id);
    return file !== undefined && file.key === key ? file.bytes : undefined;
  }

  /** The names of those that a message names, and their attachments as Teams would send them to the bot. */
  of(
    ids: unknown,
    place: Place,
    serviceUrl: string,
  ): { readonly names: readonly string[]; readonly attachments: readonly unknown[] } {
    const names: string[] = [];
    const attachments: unknown[] = [];
    for (const id of Array.isArray(ids) ? (ids as readonly unknown[]).slice(0, KEPT) : []) {
      const file = typeof id === 'string' ? this.#files.get(id) : undefined;
      if (file === undefined) throw new HttpError(400, 'AttachmentUnknown', 'Attach the file again.');
      names.push(file.name);
      attachments.push(attachmentOf(String(id), file, place, serviceUrl));
    }
    return { names, attachments };
  }
}

/**
 * Pictures come everywhere; files in the personal chat only, elsewhere the HTML tells that there is one.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
function attachmentOf(id: string, { name, type, key }: AttachedFile, place: Place, serviceUrl: string): unknown {
  const address = `${serviceUrl}v3/attachments/${id}/views/original?access=${key}`;
  if (type.startsWith('image/')) return { contentType: 'image/*', contentUrl: address };
  if (place !== 'personal') return { contentType: 'text/html', content: `<attachment id="${id}"></attachment>` };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    content: { downloadUrl: address, uniqueId: id, fileType: name.split('.').at(-1) },
  };
}

/** A note in the chat for an attachment: the page shows its name. */
export function attachmentNote(name: string): JsonObject {
  return { contentType: 'application/vnd.why401.attached', content: { title: name, text: 'attached' } };
}
