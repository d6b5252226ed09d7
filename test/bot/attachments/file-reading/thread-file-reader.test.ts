import { afterEach, describe, expect, it } from 'vitest';
import type { FileReader, FileToRead } from '../../../../src/bot/attachments/file-reading/file-reader.ts';
import { inlineFileReader } from '../../../../src/bot/attachments/file-reading/inline-file-reader.ts';
import { threadFileReader } from '../../../../src/bot/attachments/file-reading/thread-file-reader.ts';
import { diagnoseAndRemember } from '../../../../src/diagnosis/diagnose.ts';
import { recordingOf, WRONG_SECRET } from '../../../har/recording.ts';

let reader: FileReader | undefined;
afterEach(() => reader?.close());

const file = (content: string | Uint8Array, more: Partial<FileToRead> = {}): FileToRead => ({
  name: 'error.json',
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  beside: '',
  now: Date.parse('2026-03-02T09:00:00Z'),
  earlier: [],
  diagnosisId: 'd-1',
  signIn: false,
  form: 'card',
  ...more,
});

describe.each([
  ['in the thread of the turn', () => inlineFileReader(diagnoseAndRemember)],
  ['in a thread of its own', () => threadFileReader()],
])('read %s', (_, make) => {
  it('a paste gives a diagnosis and what may be kept', async () => {
    reader = make();
    const read = await reader.read(file('AADSTS7000215: Invalid client secret provided.'));
    expect(read).toMatchObject({
      problem: null,
      readSomething: true,
      verdicts: [['client-secret-invalid', 'certain']],
    });
    expect(read.problem === null && read.remembered).toContain('7000215');
  });

  it('a recording gives its failed calls', async () => {
    reader = make();
    const read = await reader.read(file(recordingOf([WRONG_SECRET]), { form: 'text' }));
    expect(read.problem === null && read.answer).toContain('1 of the 1 calls in error.json failed.');
  });

  it('what is no text is told', async () => {
    reader = make();
    expect(await reader.read(file(Uint8Array.from([0x1f, 0x8b, 8, 0])))).toEqual({ problem: 'gzip' });
  });
});

describe('a thread of its own', () => {
  it('is ended where it takes too long', async () => {
    reader = threadFileReader({ patienceMs: 1 });
    await expect(reader.read(file('x'))).rejects.toThrow('A file was not read within 1 ms');
  });

  it('leaves the bytes of the caller as they are', async () => {
    reader = threadFileReader();
    const bytes = new TextEncoder().encode('AADSTS50011: The redirect URI does not match.');
    await reader.read(file(bytes));
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('takes nothing more once it was closed', async () => {
    reader = threadFileReader();
    await reader.close();
    await expect(reader.read(file('x'))).rejects.toThrow('stopping');
  });

  it('reads two mebibytes of nothing but failures well within its time', async () => {
    reader = threadFileReader();
    const lines = Array.from(
      { length: 15_000 },
      (_, i) => `2026-03-02T08:00:00Z ERROR request ${i} failed: AADSTS${50000 + (i % 9000)}: ${'words '.repeat(18)}`,
    );
    const read = await reader.read(file(lines.join('\n'), { name: 'app.log' }));
    expect(read.problem === null && read.headline).toContain('failures');
    expect(read.problem === null && Buffer.byteLength(read.answer)).toBeLessThan(25_000);
  }, 25_000);
});
