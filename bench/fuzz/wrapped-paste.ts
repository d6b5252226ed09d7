import fc from 'fast-check';
import { EVIDENCE_FRAGMENTS } from './evidence-fragments.ts';
import type { GeneratedPaste } from './paste-and-secrets.ts';
import { type Fragment, SECRET_FRAGMENTS } from './secret-fragments.ts';

const SEEDS = fc.nat(1_000_000);
/** Marks that readers look for, with nothing sensible around them. */
const MARKS = [
  ...'{}[]()<>"\'`\\/=:;,.&%+#?|_-~@$*^!\n\t '.split(''),
  '\\"',
  '\\\\"',
  '\\n',
  '\\u0022',
  '%22',
  '%3D',
  '%25',
  '&quot;',
  '&amp;lt;',
  '""',
  '\r\n',
  '\u00a0',
  '\u200b',
  '\u201c',
  '\x1b[31m',
  'Bearer ',
  'eyJ',
  'AADSTS',
  'AADSTS5',
  'http://',
  'https://',
  'error=',
  'code=',
  'error_description=',
  '{"error":',
  "{'error':",
  'WWW-Authenticate:',
  'scope=',
  'Exception: ',
  ' at ',
  '-----BEGIN',
  'sig=',
  'token',
  'secret',
  'password',
  '…',
  'İ',
  '🙂',
  '\ud83d',
  '\x00',
];

const secret = fc
  .tuple(fc.nat(SECRET_FRAGMENTS.length - 1), SEEDS)
  .map(([which, seed]): Fragment => SECRET_FRAGMENTS[which]!(seed));
const evidence = fc
  .tuple(fc.nat(EVIDENCE_FRAGMENTS.length - 1), SEEDS)
  .map(([which, seed]) => EVIDENCE_FRAGMENTS[which]!(seed));
const noise = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...MARKS), { maxLength: 12 }).map((marks) => marks.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 24 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...MARKS), fc.integer({ min: 20, max: 400 }))
      .map(([mark, times]) => mark.repeat(times)),
  },
);
const innocent = (text: string): Fragment => ({ text, secrets: [] });
/** What a hand that slips does to a piece: left out, doubled, swapped, cut. Never to a secret, which must stay one. */
const mutated = fc
  .tuple(evidence, fc.constantFrom('cut', 'doubled', 'left out', 'turned', 'shouted'), fc.nat(1000), fc.nat(1000))
  .map(([text, kind, one, other]) => {
    const start = one % (text.length + 1);
    const end = Math.min(text.length, start + (other % 40));
    switch (kind) {
      case 'cut':
        return text.slice(0, start);
      case 'doubled':
        return text.slice(0, end) + text.slice(start);
      case 'left out':
        return text.slice(0, start) + text.slice(end);
      case 'turned':
        return text.slice(0, start) + [...text.slice(start, end)].reverse().join('') + text.slice(end);
      default:
        return text.toUpperCase();
    }
  });
const fragment: fc.Arbitrary<Fragment> = fc.oneof(
  { weight: 3, arbitrary: secret },
  { weight: 5, arbitrary: evidence.map(innocent) },
  { weight: 2, arbitrary: mutated.map(innocent) },
  { weight: 2, arbitrary: noise.map(innocent) },
);

const SEPARATORS = ['\n', '\n\n', ' ', ', ', '\t', '; ', '\r\n'];

/** What clients, shells, loggers and people do to a whole text. None of it changes letters, digits, `-`, `_`, `.` and `~`. */
const WRAPPINGS: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify(text),
  (text) => JSON.stringify({ level: 'error', message: text }),
  (text) => JSON.stringify(JSON.stringify(text)),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  (text) => `<p>${text.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`,
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => `"${text.replaceAll('"', '""')}"`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('"', '\u201d').replaceAll("'", '\u2019'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => text.replace(/^/gm, '> '),
  (text) => text.replace(/^/gm, '2025-11-22T08:41:12Z INFO  '),
];

/** Evidence, slips of the hand, credentials and noise, wrapped up to three times, at times cut off. */
export const wrappedPaste: fc.Arbitrary<GeneratedPaste> = fc
  .record({
    fragments: fc.array(fragment, { minLength: 1, maxLength: 6 }),
    separators: fc.array(fc.constantFrom(...SEPARATORS), { minLength: 6, maxLength: 6 }),
    wrappings: fc.uniqueArray(fc.nat(WRAPPINGS.length - 1), { maxLength: 3 }),
    cut: fc.option(fc.nat(4000), { freq: 5 }),
  })
  .map(({ fragments, separators, wrappings, cut }) => {
    let text = fragments.map((it, index) => it.text + separators[index]!).join('');
    for (const which of wrappings) text = WRAPPINGS[which]!(text);
    return { paste: cut === null ? text : text.slice(0, cut), secrets: fragments.flatMap((it) => it.secrets) };
  });
