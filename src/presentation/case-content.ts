import { type CauseId, isCauseId } from '../diagnosis/cause-id.ts';
import {
  type Diagnosis,
  type FixStep,
  type NextQuestion,
  PATCH_LANGUAGES,
  type PatchLanguage,
  type Verdict,
} from '../diagnosis/diagnosis.ts';
import type { PatchRecipe } from '../diagnosis/fix/patch-recipe.ts';
import { parsePatchRecipe } from '../diagnosis/fix/read-recipe.ts';
import { type Answer, answerOf, type Reason } from './answer.ts';
import { fitted, ROOMS } from './cards/room.ts';
import { openableUrl, plainData, plainLine } from './plain-data.ts';

/**
 * What a helpdesk case keeps of its diagnosis: enough to draw its card again whenever its status changes. Plain text,
 * masked, bounded; nothing of it is a secret, and of the message only a masked excerpt is there.
 */
export interface CaseContent {
  readonly cause: CauseId;
  readonly verdict: Verdict;
  readonly headline: string;
  /** What the cause is called; `null` where it is undecided. */
  readonly title: string | null;
  /** Who has to act, as a sentence. */
  readonly ownerLine: string | null;
  readonly because: readonly Reason[];
  readonly steps: readonly FixStep[];
  /** How to see that it worked. */
  readonly check: { readonly text: string; readonly command: string | null } | null;
  readonly consentLink: string | null;
  /** The diagnosis' own message to an administrator, where it has one. */
  readonly forward: string | null;
  /** Where it is not certain: what would decide it, and how to get it. */
  readonly next: NextQuestion | null;
  /** The beginning of the message, masked. */
  readonly excerpt: string;
  /** From which code can be written, and in which languages. */
  readonly code: { readonly recipe: PatchRecipe; readonly languages: readonly PatchLanguage[] } | null;
}

/** As JSON in UTF-8. A board reads hundreds of cases, and a card has room for more than this beside its buttons. */
export const CONTENT_BYTES = 6_000;
const EXCERPT = 400;
const REASONS = 2;
const COMMANDS = 2;

/** @param excerpt of the message, masked already */
export function caseContentOf(diagnosis: Diagnosis, excerpt: string): CaseContent {
  const answer = answerOf(diagnosis);
  for (const room of ROOMS) {
    const content = contentOf(fitted(answer, room), plainData(excerpt, EXCERPT));
    if (bytesOf(content) <= CONTENT_BYTES) return content;
    const withoutCode = { ...content, code: null };
    if (bytesOf(withoutCode) <= CONTENT_BYTES) return withoutCode;
  }
  return leastOf(answer);
}

function contentOf(answer: Answer, excerpt: string): CaseContent {
  const languages = answer.patches.map((patch) => patch.language);
  const code = answer.recipe === null || languages.length === 0 ? null : { recipe: answer.recipe, languages };
  return {
    cause: answer.cause,
    verdict: answer.verdict,
    headline: answer.headline,
    title: answer.title,
    ownerLine: answer.owner?.line ?? null,
    because: answer.because.slice(0, REASONS),
    steps: answer.steps,
    check: answer.check,
    consentLink: answer.consentLink,
    forward: answer.forward,
    next: answer.next === null ? null : { ...answer.next, commands: answer.next.commands.slice(0, COMMANDS) },
    excerpt,
    code,
  };
}

/** For an answer that is all escapes or all emoji: what is wrong, and who acts. */
function leastOf(answer: Answer): CaseContent {
  return {
    ...contentOf(answer, ''),
    headline: plainLine(answer.headline, 300),
    title: answer.title === null ? null : plainLine(answer.title, 100),
    because: [],
    steps: [],
    check: null,
    consentLink: null,
    forward: null,
    next: null,
    code: null,
  };
}

function bytesOf(content: CaseContent): number {
  return Buffer.byteLength(JSON.stringify(content));
}

/** A later message of the reporter, from which the words of a case come: they go with it. */
const LATER_MESSAGE = 'message';

/** The content of a case whose words come from a later message than the one that began it. */
export function contentOfLater(json: string, messageId: string): string {
  return JSON.stringify({ ...objectIn(json), [LATER_MESSAGE]: messageId });
}

/** The content without what it quotes of this message; `null` where it quotes nothing of it. */
export function withoutQuotesOf(json: string, messageId: string): string | null {
  const data = objectIn(json);
  if (data === null || data[LATER_MESSAGE] !== messageId) return null;
  const because = listIn(data.because).map((reason) => ({ ...reason, quote: null }));
  return JSON.stringify({ ...data, [LATER_MESSAGE]: null, excerpt: '', because });
}

const VERDICTS: ReadonlySet<string> = new Set(['certain', 'likely', 'possible', 'undecided']);

/** Narrows what a store gave back; `null` for what an other version wrote in another form. */
export function parseCaseContent(json: string): CaseContent | null {
  const data = objectIn(json);
  if (data === null) return null;
  const { cause, verdict, headline } = data;
  if (typeof cause !== 'string' || !isCauseId(cause) || typeof headline !== 'string') return null;
  if (typeof verdict !== 'string' || !VERDICTS.has(verdict)) return null;
  const consentLink = textIn(data.consentLink);
  return {
    cause,
    verdict: verdict as Verdict,
    headline,
    title: textIn(data.title),
    ownerLine: textIn(data.ownerLine),
    because: listIn(data.because).flatMap((it) =>
      typeof it.says === 'string' ? [{ quote: textIn(it.quote), says: it.says }] : [],
    ),
    steps: listIn(data.steps).flatMap(stepIn),
    check: checkIn(data.check),
    consentLink: consentLink === null ? null : openableUrl(consentLink),
    forward: textIn(data.forward),
    next: nextIn(data.next),
    excerpt: textIn(data.excerpt) ?? '',
    code: codeIn(data.code),
  };
}

/** Where the content cannot be read: the line that the case keeps beside it. */
export function contentOfHeadline(cause: string, verdict: string, headline: string): CaseContent {
  return {
    cause: isCauseId(cause) ? cause : 'not-enough-evidence',
    verdict: VERDICTS.has(verdict) ? (verdict as Verdict) : 'possible',
    headline: plainLine(headline, 500),
    title: null,
    ownerLine: null,
    because: [],
    steps: [],
    check: null,
    consentLink: null,
    forward: null,
    next: null,
    excerpt: '',
    code: null,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function objectIn(json: string): Fields | null {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null ? (data as Fields) : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function listIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((it): it is Fields => typeof it === 'object' && it !== null) : [];
}

function stepIn({ text, value, link }: Fields): FixStep[] {
  if (typeof text !== 'string') return [];
  const { title, url } = (typeof link === 'object' && link !== null ? link : {}) as Fields;
  const address = typeof url === 'string' ? openableUrl(url) : null;
  return [
    {
      text,
      ...(typeof value === 'string' ? { value } : {}),
      ...(typeof title === 'string' && address !== null ? { link: { title, url: address } } : {}),
    },
  ];
}

function checkIn(value: unknown): CaseContent['check'] {
  const { text, command } = (typeof value === 'object' && value !== null ? value : {}) as Fields;
  return typeof text === 'string' ? { text, command: textIn(command) } : null;
}

function nextIn(value: unknown): NextQuestion | null {
  const { ask, commands } = (typeof value === 'object' && value !== null ? value : {}) as Fields;
  if (typeof ask !== 'string') return null;
  return {
    ask,
    commands: listIn(commands).flatMap(({ label, command }) =>
      typeof label === 'string' && typeof command === 'string' ? [{ label, command }] : [],
    ),
  };
}

function codeIn(value: unknown): CaseContent['code'] {
  if (typeof value !== 'object' || value === null) return null;
  const { recipe: written, languages: named } = value as Fields;
  const recipe = parsePatchRecipe(written);
  const languages = PATCH_LANGUAGES.filter((language) => Array.isArray(named) && named.includes(language));
  return recipe === undefined || languages.length === 0 ? null : { recipe, languages };
}
