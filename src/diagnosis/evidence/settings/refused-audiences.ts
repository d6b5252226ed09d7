import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const AUDIENCE = literal('audience');
const EXPECTED = literal('expected');
const VALUE = '[\'"`[]{0,2}([\\w.:/-]{3,200})[\'"`\\]]{0,2}';
const TO = '[ \\t:=]{1,4}';

interface Form {
  /** Sticky at the word «audience». */
  readonly pattern: RegExp;
  /** Which group holds what the token was made for. */
  readonly came: 1 | 2;
}

/** What validators print of an audience that they refuse, with the one that they take. */
const FORMS: readonly Form[] = [
  // jose4j, and with it Quarkus.
  {
    pattern: new RegExp(
      `audience \\(aud\\) claim \\[([\\w.:/-]{3,200})\\] doesn't contain an acceptable identifier\\. expected ${VALUE} as an aud`,
      'iy',
    ),
    came: 1,
  },
  // coreos/go-oidc, and whoever writes it in this order: «expected audience "a" got ["b"]», «audience mismatch. expected=a got=b».
  {
    pattern: new RegExp(
      `audience[^\\n]{0,40}?(?:\\bexpected${TO}|[ \\t])${VALUE}[,;]? {0,2}(?:but )?(?:got|received|actual|found)${TO}${VALUE}`,
      'iy',
    ),
    came: 2,
  },
  {
    pattern: new RegExp(
      `audience[^\\n]{0,40}?\\b(?:got|received|actual|found)${TO}${VALUE}[,;]? {0,2}(?:but )?expected${TO}${VALUE}`,
      'iy',
    ),
    came: 1,
  },
];
const MOST = 6;

/** The audience of the token and the one that the program takes, where a validator prints both. */
export function refusedAudiences(text: MappedText, add: AddSetting): void {
  if (!text.mayHold(AUDIENCE) || !text.mayHold(EXPECTED)) return;
  for (const at of placesOf(text, AUDIENCE).slice(0, MOST)) {
    for (const { pattern, came } of FORMS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text.text);
      if (match === null) continue;
      const values = [match[came]!, match[came === 1 ? 2 : 1]!].map((value) => withoutTrailing(value, '.:'));
      if (values.every(isAudience)) add('refused-audience', 'audience', values, at, pattern.lastIndex);
      break;
    }
  }
}

/** go-oidc: «id token issued by a different provider, expected "…" got "…"», «issuer did not match … expected … got …». */
const GOT = literal(' got ');
const ISSUERS = new RegExp(
  `issue[rd][^\\n]{0,70}?expected${TO}["'\`]?(https://[^"'\`\\s,]{8,200})["'\`]?[,;]? {0,2}(?:but )?got${TO}["'\`]?(https://[^"'\`\\s,]{8,200})`,
  'i',
);

/** The issuer that came and the one that the program takes. */
export function refusedIssuers(text: MappedText, add: AddSetting): void {
  if (!text.mayHold(GOT) || !text.mayHold(EXPECTED)) return;
  for (const at of placesOf(text, EXPECTED).slice(0, MOST)) {
    const from = Math.max(0, at - 80);
    const match = ISSUERS.exec(text.text.slice(from, at + 500));
    if (match === null) continue;
    const start = from + match.index;
    add('refused-issuer', 'issuer', [match[2]!, match[1]!], start, start + match[0].length);
    return;
  }
}

/** An address, an id or a name with a separator in it: an ordinary word is none. */
function isAudience(value: string): boolean {
  return /[-./:]/.test(value);
}
