import { describe, expect, it } from 'vitest';
import { AttachedFiles } from '../../../../src/sandbox/console/chat/attached-files.ts';

const SERVICE = 'http://127.0.0.1:4010/connector/';
const content = (text: string): string => Buffer.from(text).toString('base64');

describe('what people attach in the page', () => {
  it('comes to the bot as Teams sends it', () => {
    const files = new AttachedFiles();
    const log = files.keep({ name: 'app.log', type: 'text/plain', content: content('AADSTS50011') });
    const png = files.keep({ name: 'a.png', type: 'image/png', content: content('png') });
    const { names, attachments } = files.of([log, png], 'personal', SERVICE);
    expect(names).toEqual(['app.log', 'a.png']);
    expect(attachments).toMatchObject([
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'app.log',
        content: { fileType: 'log' },
      },
      { contentType: 'image/*' },
    ]);
    const [elsewhere] = files.of([log], 'group', SERVICE).attachments;
    expect(elsewhere).toMatchObject({ contentType: 'text/html' });
    expect(JSON.stringify(elsewhere)).not.toContain('access=');
  });

  it('is given to whoever has the address', () => {
    const files = new AttachedFiles();
    const id = files.keep({ name: 'app.log', type: 'text/plain', content: content('AADSTS50011') });
    const [file] = files.of([id], 'personal', SERVICE).attachments as { content: { downloadUrl: string } }[];
    const address = new URL(file!.content.downloadUrl);
    expect(address.pathname).toBe(`/connector/v3/attachments/${id}/views/original`);
    const key = address.searchParams.get('access');
    expect(files.bytesOf(id, key)?.toString()).toBe('AADSTS50011');
    for (const other of [null, '', `${key}x`]) expect(files.bytesOf(id, other)).toBeUndefined();
    expect(files.bytesOf('other', key)).toBeUndefined();
  });

  it('goes, the oldest first', () => {
    const files = new AttachedFiles();
    const first = files.keep({ name: 'a', type: '', content: '' });
    for (let i = 0; i < 12; i += 1) files.keep({ name: 'b', type: '', content: '' });
    expect(() => files.of([first], 'personal', SERVICE)).toThrow('Attach the file again.');
  });

  it.each([{}, { name: '', content: '' }, { name: 'a', content: 7 }, { name: 'x'.repeat(300), content: '' }])(
    'is refused where it is none: %j',
    (body) => {
      expect(() => new AttachedFiles().keep(body)).toThrow('Send name, type');
    },
  );

  it('is refused where it is too large', () => {
    const body = { name: 'a', type: '', content: 'A'.repeat(16 * 1024 * 1024) };
    expect(() => new AttachedFiles().keep(body)).toThrow('11 MiB');
  });

  it('without any is none', () => {
    for (const ids of [undefined, null, 'x', []])
      expect(new AttachedFiles().of(ids, 'personal', SERVICE)).toEqual({ names: [], attachments: [] });
  });
});
