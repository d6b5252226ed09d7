import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { aadb2cCodes } from '../../diagnosis/codes/aadb2c.ts';
import { aadstsCodes, aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import type { CodeFamily } from '../../diagnosis/codes/code-note.ts';

/** Something that the search finds. */
export type FoundCause =
  | { readonly kind: 'cause'; readonly id: FindableCauseId }
  | { readonly kind: 'code'; readonly family: CodeFamily; readonly code: number };

/** A list of results is read at a glance, and each brings a card. */
export const MOST_FOUND = 8;
const LONGEST_QUERY = 100;

/** Where the search begins: what sign-ins and calls to Graph fail with most in public questions; a judgement. */
const MOST_ASKED: readonly FindableCauseId[] = [
  'redirect-uri-mismatch',
  'wrong-audience',
  'missing-scope',
  'admin-consent-required',
  'client-secret-invalid',
  'client-secret-expired',
  'token-expired',
  'conditional-access-blocked',
];

const CODE = /^(?:(AADSTS|AADB2C)[ :-]?)?(\d{2,7})$/i;

/**
 * Finds root causes and codes by id, number or words: an exact code or id first, then what begins so, then titles with
 * all the words, then symptoms and explanations.
 *
 * @returns at most `MOST_FOUND`, the best first; empty where there is nothing of the kind
 */
export function findCauses(query: string): readonly FoundCause[] {
  const plain = query.slice(0, LONGEST_QUERY).trim().toLowerCase();
  if (plain === '') return MOST_ASKED.map((id) => ({ kind: 'cause', id }));
  const code = CODE.exec(plain);
  if (code !== null) return codesLike(code[2]!, code[1]?.toUpperCase());
  return [...causesLike(plain), ...namedCodes(plain)].slice(0, MOST_FOUND);
}

/** The code itself, then longer ones that begin with it. */
function codesLike(digits: string, family: string | undefined): readonly FoundCause[] {
  const found = [
    ...(family === 'AADB2C' ? [] : aadstsCodes().map((code) => ({ kind: 'code', family: 'AADSTS', code }) as const)),
    ...(family === 'AADSTS' ? [] : aadb2cCodes().map((code) => ({ kind: 'code', family: 'AADB2C', code }) as const)),
  ].filter(({ code }) => String(code).startsWith(digits));
  return found.toSorted((a, b) => a.code - b.code).slice(0, MOST_FOUND);
}

interface Ranked {
  readonly id: FindableCauseId;
  readonly rank: number;
}

function causesLike(plain: string): readonly FoundCause[] {
  const id = plain.replace(/[ _]/g, '-');
  const words = plain.split(/[\s,;:/_-]+/).filter((word) => word !== '');
  const ranked: Ranked[] = [];
  for (const cause of Object.values(ROOT_CAUSES)) {
    const title = cause.title.toLowerCase();
    const rank =
      cause.id === id || title === plain
        ? 0
        : cause.id.startsWith(id) || title.startsWith(plain)
          ? 1
          : hasAll(`${cause.id} ${title}`, words)
            ? 2
            : hasAll(`${cause.id} ${title} ${cause.symptoms.join(' ')} ${cause.explanation}`.toLowerCase(), words)
              ? 3
              : null;
    if (rank !== null) ranked.push({ id: cause.id, rank });
  }
  return ranked.toSorted((a, b) => a.rank - b.rank).map((cause) => ({ kind: 'cause', id: cause.id }));
}

/** Each word begins a word of the text: «redir uri» finds «redirect URI», «for» does not find «before». */
function hasAll(text: string, words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => beginsAWord(text, word));
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\d]/u.test(text[at - 1]!)) return true;
  }
  return false;
}

/** By Microsoft's own name of a code, as `UserStrongAuthClientAuthNRequired`. */
function namedCodes(plain: string): readonly FoundCause[] {
  const name = plain.replaceAll(' ', '');
  if (name.length < 4) return [];
  const nameOf = (code: number): string => aadstsEntry(code)?.name?.toLowerCase() ?? '';
  return aadstsCodes()
    .filter((code) => nameOf(code).startsWith(name))
    .toSorted((a, b) => nameOf(a).length - nameOf(b).length)
    .map((code) => ({ kind: 'code', family: 'AADSTS', code }) as const);
}
