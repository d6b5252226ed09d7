import { LARGEST_PICTURE, type PictureReader } from '../../pictures/picture-reader.ts';
import type { HostRules } from './allowed-hosts.ts';
import type { AttachmentParts } from './attachment-parts.ts';
import { download } from './download.ts';
import { downloadWords, pictureWords } from './problem-words.ts';
import type { ReceivedAttachment } from './received-attachments.ts';

/** So many pictures of a message are read. */
export const PICTURES_READ = 3;
const DOWNLOAD_WITHIN_MS = 15_000;
/** Pictures that stand in the message itself, as some clients send them. */
const DATA = /^data:image\/[\w.+-]{1,40};base64,/;

export interface WordsOfPictures {
  /** All that was read, in the order of the pictures; empty where nothing was. */
  readonly text: string;
  /** Why pictures were not read, each once. */
  readonly problems: readonly string[];
}

/** Fetches and reads the pictures of a message, one after the other. Their bytes are kept nowhere. */
export async function readPictures(
  pictures: readonly ReceivedAttachment[],
  rules: HostRules,
  parts: AttachmentParts & { readonly pictures: PictureReader },
): Promise<WordsOfPictures> {
  const texts: string[] = [];
  const problems = new Set<string>();
  for (const { name, address } of pictures.slice(0, PICTURES_READ)) {
    const got = DATA.test(address)
      ? inMessage(address)
      : await download(address, { rules, mostBytes: LARGEST_PICTURE, withinMs: DOWNLOAD_WITHIN_MS }, parts);
    if (got.bytes === null) {
      problems.add(downloadWords(got.problem, name === 'picture' ? 'your picture' : name));
      continue;
    }
    const { text, problem } = await parts.pictures.read(got.bytes);
    if (problem === null) texts.push(text);
    else problems.add(pictureWords(problem));
  }
  if (pictures.length > PICTURES_READ) {
    problems.add(`I read the first ${PICTURES_READ} of your ${pictures.length} pictures.`);
  }
  return { text: texts.join('\n\n'), problems: [...problems] };
}

/** Whether a picture came with the message itself. */
export function isInMessage(address: string): boolean {
  return DATA.test(address);
}

function inMessage(address: string) {
  const encoded = address.slice(address.indexOf(',') + 1);
  // Four characters are three bytes.
  if (encoded.length > (LARGEST_PICTURE / 3) * 4) return { bytes: null, problem: 'too-large' } as const;
  return { bytes: new Uint8Array(Buffer.from(encoded, 'base64')), problem: null } as const;
}
