import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { CAUSE_PHRASES } from '../../diagnosis/causes/phrases.ts';
import { aadb2cEntry } from '../../diagnosis/codes/aadb2c.ts';
import { aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import { type CodeFamily, codeNote } from '../../diagnosis/codes/code-note.ts';
import type { CodeNote } from '../../diagnosis/diagnosis.ts';
import { buildFacts } from '../../diagnosis/facts/build-facts.ts';
import { buildFix } from '../../diagnosis/fix/build-fix.ts';
import { nearest } from '../../diagnosis/text/nearest.ts';
import { causeCard, causeText } from '../../presentation/cards/diagnosis/cause-card.ts';
import { plainLine } from '../../presentation/plain-data.ts';
import type { Answer } from '../answer.ts';

/** What «explain …» asks about. */
export type ExplainRequest =
  | { readonly kind: 'cause'; readonly id: FindableCauseId }
  | { readonly kind: 'code'; readonly family: CodeFamily; readonly code: number }
  | { readonly kind: 'unknown'; readonly name: string };

const EXPLAIN = /^\/?(?:explain|erkläre)(?:\s+([\p{L}\d _:-]{1,60}))?[?.!]{0,3}$/iu;
const WHAT_IS =
  /^(?:what(?:['’]s| is| does| means?)|was (?:ist|bedeutet|heißt))\s+((?:AADSTS|AADB2C)[ -]?\d{4,7}|\d{5,7})(?:\s+means?)?[?.!]{0,3}$/iu;
/** «What is a claims challenge?»: words of the field that have a page. */
const WHAT_IS_A =
  /^(?:what(?:['’]s| is| are| does)|was (?:ist|sind)) (?:an? |the |eine? )?([\p{L}][\p{L} -]{2,40}?)(?: mean)?[?.!]{0,3}$/iu;
const WORDS_OF_THE_FIELD: ReadonlyMap<string, FindableCauseId> = new Map([
  ['claims challenge', 'cae-challenge'],
  ['cae', 'cae-challenge'],
  ['continuous access evaluation', 'cae-challenge'],
  ['conditional access', 'conditional-access-blocked'],
  ['audience', 'wrong-audience'],
  ['consent', 'consent-required'],
  ['user consent', 'consent-required'],
  ['admin consent', 'admin-consent-required'],
  ['redirect uri', 'redirect-uri-mismatch'],
  ['reply url', 'redirect-uri-mismatch'],
  ['pkce', 'pkce-mismatch'],
  ['scope', 'missing-scope'],
  ['scopes', 'missing-scope'],
  ['app role', 'app-role-missing'],
  ['application permission', 'app-role-missing'],
  ['refresh token', 'no-refresh-token'],
  ['clock skew', 'clock-skew'],
  ['mfa', 'mfa-required'],
  ['multi-factor authentication', 'mfa-required'],
  ['tenant restriction', 'tenant-restricted'],
  ['tenant restrictions', 'tenant-restricted'],
  ['throttling', 'throttled'],
]);
/** A number alone. It is a code where Entra ID has it: nothing else that people paste is one number. */
const ALONE = /^(\d{5,7})[?.!]{0,3}$/;
/** What names nothing by itself. */
const POINTS =
  /^(?:this|that|it|more|again|(?:the|this|that|my) (?:error|problem|issue|card|answer))(?: please| again| to me)?$/i;
const CODE = /^(?:(AADSTS|AADB2C)[ :-]?)?(\d{4,7})$/iu;

/**
 * The request in «explain wrong-audience», «explain AADSTS50011», «what is AADSTS50011?», «50011»; `null` for everything else.
 * A question about a code is curiosity, not evidence: nothing of it is diagnosed or kept. Several words that no
 * cause has («explain why I get 401») are left to the others.
 */
export function explainRequest(text: string): ExplainRequest | null {
  const plain = text.trim();
  if (plain.length > 120) return null;
  const named = WORDS_OF_THE_FIELD.get(WHAT_IS_A.exec(plain)?.[1]?.toLowerCase() ?? '');
  if (named !== undefined) return { kind: 'cause', id: named };
  const asked = EXPLAIN.exec(plain);
  const said = asked?.[1]?.trim();
  const name = (
    said !== undefined && POINTS.test(said) ? '' : (said ?? WHAT_IS.exec(plain)?.[1] ?? ALONE.exec(plain)?.[1] ?? '')
  ).trim();
  if (asked === null && name === '') return null;
  const code = CODE.exec(name);
  if (code !== null && asked === null && code[1] === undefined && aadstsEntry(Number(code[2])) === undefined)
    return null;
  if (code !== null) {
    const family = code[1]?.toUpperCase() === 'AADB2C' ? 'AADB2C' : 'AADSTS';
    return { kind: 'code', family, code: Number(code[2]) };
  }
  const id = name.toLowerCase().replace(/[ _]/g, '-');
  if (hasPage(id)) return { kind: 'cause', id };
  const near = nearTo(name);
  if (near.length === 1 && near[0] !== undefined) return { kind: 'cause', id: near[0] };
  return name.includes(' ') && near.length === 0 ? null : { kind: 'unknown', name };
}

/** Causes whose ids have all of the words; for one word that none has, those written like it. */
function nearTo(name: string): readonly FindableCauseId[] {
  const words = name
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const ids = Object.keys(ROOT_CAUSES).filter(hasPage);
  const found = ids.filter((id) => words.every((word) => id.split('-').some((part) => part.startsWith(word))));
  if (found.length > 0 || name.includes(' ')) return found.slice(0, MOST_NEAR);
  return nearest(words.join('-'), ids, MOST_NEAR).filter(hasPage);
}

const MOST_NEAR = 4;

/** The page of a cause, the note on a code, or how to ask for one. */
export function explainAnswer(request: ExplainRequest): Answer {
  switch (request.kind) {
    case 'cause':
      return causeAnswer(request.id);
    case 'code':
      return codeAnswer(request.family, request.code);
    case 'unknown':
      return { text: unknownText(request.name) };
  }
}

/** The page of the cause that the code means, under what the code itself says; a line where it means none alone. */
function codeAnswer(family: CodeFamily, code: number): Answer {
  const note = codeNote(family, code);
  const entry = family === 'AADSTS' ? aadstsEntry(code) : aadb2cEntry(code);
  if (entry !== undefined && hasPage(entry.cause)) return causeAnswer(entry.cause, note);
  const name = note.name === null ? note.code : `${note.code} ${note.name}`;
  return { text: `${name}: ${note.note}\nMicrosoft on it: ${note.link}`, summary: name };
}

/** The page of a cause, with placeholders for the reader's own values. */
function causeAnswer(id: FindableCauseId, note?: CodeNote): Answer {
  const cause = ROOT_CAUSES[id];
  const fix = buildFix(cause, buildFacts({ evidence: [], phrases: CAUSE_PHRASES, language: null, now: 0 }));
  return { text: causeText(cause, fix, note), card: causeCard(cause, fix, note), summary: cause.title };
}

function unknownText(name: string): string {
  const near = nearTo(name).map((id) => `“explain ${id}” (${ROOT_CAUSES[id].title})`);
  if (near.length > 0) return `I know no cause called ${plainLine(name, 60)}. Near to it: ${near.join(', ')}.`;
  const lead = name === '' ? 'Tell me what to explain' : `I know no cause or code called ${plainLine(name, 60)}`;
  return `${lead}: write a code, as in “explain AADSTS50011”, or a cause, as in “explain wrong-audience”. An error itself needs no “explain”; just paste it.`;
}

function hasPage(id: string): id is FindableCauseId {
  return Object.hasOwn(ROOT_CAUSES, id);
}
