import { afterAll, describe, expect, it } from 'vitest';
import { inlineReader } from '../../../src/bot/reading/inline-reader.ts';
import type { MessageToRead } from '../../../src/bot/reading/message-reader.ts';
import { threadReader } from '../../../src/bot/reading/thread-reader.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);
const READ = 'AADSTS7OOO222: The provided client secret keys for app are expired.\nsecret Zx480~aBcDeFgHiJkLmN';

const message = (words: string, part: Partial<MessageToRead> = {}): MessageToRead => ({
  text: words === '' ? READ : `${words}\n\n${READ}`,
  html: null,
  now: NOW,
  earlier: [],
  showSecrets: true,
  diagnosisId: 'd-1',
  signIn: false,
  form: 'card',
  readFromPicture: READ,
  pictureFrom: words === '' ? 0 : words.length + 2,
  ...part,
});

describe.each([
  ['in the thread of the turn', () => inlineReader(diagnoseAndRemember)],
  ['in threads of its own', () => threadReader({ threads: 1 })],
] as const)('a picture, read %s', (_, make) => {
  const reader = make();
  afterAll(() => reader.close());

  it('is mended, quoted as it was read, and its secrets are hidden', async () => {
    const { cause, answer } = await reader.read(message('what is this?'));
    expect(cause).toBe('client-secret-expired');
    expect(answer).toContain('AADSTS7OOO222');
    expect(answer).not.toContain('aBcDeFgHiJkLmN');
  });

  it('leaves what was typed beside it as it is', async () => {
    const typed = await reader.read(message('', { text: 'it says 4O1 AADSTS: hello', pictureFrom: 25 }));
    expect(typed.cause).toBe('not-enough-evidence');
  });

  it('gives a case no secret either', async () => {
    const { answer } = await reader.read(message('', { form: 'case' }));
    expect(answer).not.toContain('aBcDeFgHiJkLmN');
  });
});
