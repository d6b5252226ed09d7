import { afterAll, describe, expect, it } from 'vitest';
import { inlineReader } from '../../../src/bot/reading/inline-reader.ts';
import type { MessageReader, MessageToRead } from '../../../src/bot/reading/message-reader.ts';
import { ReadingFailedError, threadReader } from '../../../src/bot/reading/thread-reader.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);
const REFUSAL =
  "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match.";
const SECRET = 'Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';

const message = (part: Partial<MessageToRead> = {}): MessageToRead => ({
  text: REFUSAL,
  html: null,
  now: NOW,
  earlier: [],
  showSecrets: true,
  diagnosisId: 'd-1',
  signIn: false,
  form: 'card',
  ...part,
});

const READERS: readonly (readonly [string, () => MessageReader])[] = [
  ['in the thread of the turn', () => inlineReader(diagnoseAndRemember)],
  ['in threads of its own', () => threadReader({ threads: 2 })],
];

describe.each(READERS)('reading %s', (_, make) => {
  const reader = make();
  afterAll(() => reader.close());

  it('gives the diagnosis and the card, written', async () => {
    const read = await reader.read(message());
    expect(read).toMatchObject({ cause: 'redirect-uri-mismatch', readSomething: true, secrets: [] });
    expect(read.headline).toContain('http://localhost:5000/callback');
    expect(JSON.parse(read.answer)).toMatchObject({ type: 'AdaptiveCard', fallbackText: read.headline });
  });

  it('gives plain text where cards are not shown', async () => {
    const { answer, headline } = await reader.read(message({ form: 'text' }));
    expect(answer).toContain(headline);
    expect(answer).not.toContain('AdaptiveCard');
  });

  it('reads the HTML first and the text second', async () => {
    const html = await reader.read(message({ html: `<p>${REFUSAL}</p>`, text: 'hello' }));
    expect(html.cause).toBe('redirect-uri-mismatch');
    const text = await reader.read(message({ html: '<p>hello</p>' }));
    expect(text.cause).toBe('redirect-uri-mismatch');
  });

  it('adds up with what it gave before', async () => {
    const first = await reader.read(
      message({ text: '{"aud":"https://graph.microsoft.com","scp":"User.Read","idtyp":"user"}' }),
    );
    const second = await reader.read(
      message({ text: 'GET https://graph.microsoft.com/v1.0/me/events -> 403', earlier: [first.remembered] }),
    );
    expect(second.cause).toBe('missing-scope');
  });

  it('finds what a message gives away, and shows it to its owner only', async () => {
    const text = `client_secret=${SECRET}\n${REFUSAL}`;
    expect(await reader.secretsOf({ text, html: null, now: NOW })).toMatchObject([{ kind: 'client-secret' }]);
    const own = await reader.read(message({ text }));
    const shared = await reader.read(message({ text, showSecrets: false }));
    expect(own.answer).toContain('client secret');
    for (const { answer } of [own, shared]) expect(answer).not.toContain(SECRET);
  });

  it('answers many at once, each its own', async () => {
    const reads = await Promise.all(
      Array.from({ length: 40 }, (_each, index) => reader.read(message({ diagnosisId: `d-${index}` }))),
    );
    expect(reads.map(({ answer }, index) => answer.includes(`"diagnosisId":"d-${index}"`))).not.toContain(false);
  });
});

describe('reading in threads', () => {
  it('gives up on a message that takes too long, and on that one only', async () => {
    // No thread starts within a millisecond: whatever is asked first is given up.
    const reader = threadReader({ threads: 1, patienceMs: 1 });
    const asked = [reader.read(message()), reader.read(message({ diagnosisId: 'd-2' }))];
    for (const each of asked) await expect(each).rejects.toBeInstanceOf(ReadingFailedError);
    await reader.close();
  });

  it('refuses once it is closed, and lets go of what waited', async () => {
    const reader = threadReader({ threads: 1 });
    const waiting = reader.read(message());
    waiting.catch(() => undefined);
    await reader.close();
    await expect(waiting).rejects.toThrow('stopping');
    await expect(reader.read(message())).rejects.toThrow('stopping');
  });
});
