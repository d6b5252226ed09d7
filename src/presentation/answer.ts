import type { CauseId } from '../diagnosis/cause-id.ts';
import type {
  CodeNote,
  Diagnosis,
  Finding,
  FixStep,
  FoundSecret,
  Link,
  NextQuestion,
  Patch,
  PatchLanguage,
  Verdict,
} from '../diagnosis/diagnosis.ts';
import type { PatchRecipe } from '../diagnosis/fix/patch-recipe.ts';
import { focusedQuote } from './focused-quote.ts';
import { instantWords } from './instant-words.ts';
import { openableUrl, plainData, plainLine } from './plain-data.ts';
import { OWNER_WORDS, SECRET_WORDS, type Tone, VERDICT_WORDS } from './words.ts';

/**
 * A diagnosis in the order and the words in which it is read. Cards, the terminal and every later client are
 * rendered from this; none of them looks at the diagnosis itself.
 *
 * All text is plain (no markdown), bounded, and safe against mentions: see `plainData`.
 */
export interface Answer {
  readonly cause: CauseId;
  readonly verdict: Verdict;
  readonly verdictLabel: string;
  readonly tone: Tone;
  /** One sentence with the paster's own values. */
  readonly headline: string;
  /** What follows the first sentence, where the answer is a few of them and no cause. */
  readonly detail: string | null;
  /** Whose matter it is, where no sign-in and no permission failed. */
  readonly beyond: NonNullable<Diagnosis['beyond']> | null;
  /** What the cause is called; `null` when undecided. */
  readonly title: string | null;
  readonly because: readonly Reason[];
  /** Who has to act; `null` when undecided. */
  readonly owner: { readonly label: string; readonly line: string } | null;
  readonly steps: readonly FixStep[];
  /** The paste's own language first; written when read. */
  readonly patches: readonly Patch[];
  /** From which the bot can write a patch in another language. */
  readonly recipe: PatchRecipe | null;
  /** The language of the paste, where it has one. */
  readonly language: PatchLanguage | null;
  readonly check: { readonly text: string; readonly command: string | null } | null;
  readonly consentLink: string | null;
  readonly forward: string | null;
  readonly others: readonly Other[];
  readonly next: NextQuestion | null;
  readonly secrets: readonly SecretNotice[];
  readonly codes: readonly CodeNote[];
  readonly remarks: readonly string[];
  readonly sources: readonly Link[];
}

export interface Reason {
  /** `null` where the proof is that something is absent, comes from an earlier message, or stands above already. */
  readonly quote: string | null;
  readonly says: string;
}

/** Another thing that it could be. */
export interface Other {
  readonly cause: CauseId;
  readonly title: string;
  readonly headline: string;
  readonly owner: string;
  readonly because: Reason | null;
}

export interface SecretNotice {
  /** «an access token», «2 access tokens» are told apart by the count. */
  readonly what: string;
  readonly until: string;
  readonly revoke: string;
  /** False only where it is known to have stopped working. */
  readonly live: boolean;
}

const APP_WITH_ID = /«[^«»\n]{1,80}» (?=\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\))/;
const LENGTH_OF_ID = '(00000000-0000-0000-0000-000000000000)'.length;

/** The headline gives an app's name and id; the lines below it need the name only. Messages to others keep both. */
function namedOnce(headline: string): (text: string) => string {
  const named = APP_WITH_ID.exec(headline);
  if (named === null) return (text) => text;
  const name = named[0].trimEnd();
  const both = headline.slice(named.index, named.index + named[0].length + LENGTH_OF_ID);
  return (text) => text.replaceAll(both, name);
}

/** Below this weight a further finding is noise in an answer that is already sure. */
const WORTH_NAMING = 0.2;
const OTHERS_SHOWN = 6;

const BEYOND_WORDS: Readonly<Record<NonNullable<Diagnosis['beyond']>, string>> = {
  'another-vendor': 'Not from Microsoft',
  'not-the-sign-in': 'Not the sign-in',
};

/** What a service says plainly takes two sentences: what is wrong, and what to do. */
function inSentences({ headline, beyond }: Diagnosis): { readonly sentence: string; readonly rest: string } {
  const end = beyond === 'not-the-sign-in' ? headline.search(/(?<=[.;)])\s+(?=[A-Z])/) : -1;
  return end === -1
    ? { sentence: headline, rest: '' }
    : { sentence: headline.slice(0, end), rest: headline.slice(end).trim() };
}

/** The answer to read for a diagnosis. */
export function answerOf(diagnosis: Diagnosis): Answer {
  const words = VERDICT_WORDS[diagnosis.verdict];
  const undecided = diagnosis.verdict === 'undecided';
  const [first] = diagnosis.findings;
  const decided = undecided ? undefined : first;
  const fix = undecided ? null : diagnosis.fix;
  const brief = namedOnce(diagnosis.headline);
  const { sentence, rest } = inSentences(diagnosis);
  return {
    cause: diagnosis.cause,
    verdict: diagnosis.verdict,
    verdictLabel: diagnosis.beyond === undefined ? words.label : BEYOND_WORDS[diagnosis.beyond],
    tone: words.tone,
    headline: plainLine(sentence, 500),
    detail: rest === '' ? null : plainLine(rest, 500),
    beyond: diagnosis.beyond ?? null,
    title: decided === undefined ? null : plainLine(decided.title, 200),
    because:
      decided === undefined
        ? []
        : quotedOnce(decided.because.slice(0, 8).map((it) => reasonOf({ ...it, says: brief(it.says) }))),
    owner: fix === null ? (decided === undefined ? null : OWNER_WORDS[decided.owner]) : OWNER_WORDS[fix.owner],
    steps: (fix?.steps ?? []).slice(0, 12).map((step) => stepOf({ ...step, text: brief(step.text) })),
    patches: (fix?.patches ?? []).map((patch) => new ShownPatch(patch)),
    recipe: fix?.recipe ?? null,
    language: diagnosis.language,
    check:
      fix === null
        ? null
        : {
            text: plainLine(brief(fix.check.text), 600),
            command: fix.check.command === undefined ? null : plainData(fix.check.command, 1500),
          },
    consentLink: fix?.consentLink === undefined ? null : openableUrl(fix.consentLink),
    forward: fix?.forward === undefined ? null : plainData(fix.forward, 4000),
    others: diagnosis.findings
      .slice(undecided ? 0 : 1)
      .filter((finding) => undecided || finding.weight >= WORTH_NAMING)
      .slice(0, OTHERS_SHOWN)
      .map(otherOf),
    next: diagnosis.next === null ? null : nextOf(diagnosis.next),
    secrets: secretNotices(diagnosis.secrets),
    codes: diagnosis.codes.slice(0, 8).map(codeOf),
    remarks: diagnosis.remarks.slice(0, 6).map((remark) => plainLine(remark, 500)),
    sources: (fix?.sources ?? []).slice(0, 8).flatMap(linkOf),
  };
}

/** One notice for each kind and end of life: ten cookies are not ten warnings. Live ones first. */
export function secretNotices(secrets: readonly FoundSecret[]): SecretNotice[] {
  const notices = new Map<string, SecretNotice>();
  for (const secret of secrets) {
    const notice = {
      what: SECRET_WORDS[secret.kind],
      until: untilWords(secret),
      revoke: revokeWords(secret),
      live: secret.expired !== true,
    };
    notices.set(`${notice.what}|${notice.until}|${notice.revoke}`, notice);
  }
  return [...notices.values()].sort((a, b) => Number(b.live) - Number(a.live)).slice(0, 8);
}

function untilWords(secret: FoundSecret): string {
  if (secret.expires === null) {
    return secret.expired === true
      ? 'It has expired.'
      : 'It works until it is revoked or expires; the text does not say when.';
  }
  const when = instantWords(secret.expires);
  return secret.expired === true ? `It expired at ${when}.` : `It works until ${when}.`;
}

/** Where the hour is known, «until it expires» is said already. What has expired needs no revoking. */
function revokeWords(secret: FoundSecret): string {
  if (secret.expired === true) return '';
  const words = plainLine(secret.revoke, 400);
  const rest = secret.expires === null ? words : words.replace(/^It works until it expires; /, '');
  return rest === words ? words : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** The same line quoted twice in a row is shown once, above both things that it tells. */
function quotedOnce(reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason, index) =>
    reason.quote !== null && reason.quote === reasons[index - 1]?.quote ? { ...reason, quote: null } : reason,
  );
}

function reasonOf(because: { readonly quote: string; readonly says: string }): Reason {
  const quote = plainLine(focusedQuote(because.quote, because.says), 260);
  return { quote: quote === '' ? null : quote, says: plainLine(because.says, 500) };
}

/** Cards show one or two of seven languages: the others are not written. */
class ShownPatch implements Patch {
  readonly language: PatchLanguage;
  readonly #patch: Patch;

  constructor(patch: Patch) {
    this.language = patch.language;
    this.#patch = patch;
  }

  get code(): string {
    return plainData(this.#patch.code, 6000);
  }
}

function stepOf(step: FixStep): FixStep {
  const [link] = step.link === undefined ? [] : linkOf(step.link);
  return {
    text: plainLine(step.text, 700),
    ...(step.value === undefined ? {} : { value: plainData(step.value, 1500) }),
    ...(link === undefined ? {} : { link }),
  };
}

function otherOf(finding: Finding): Other {
  const [because] = finding.because;
  return {
    cause: finding.cause,
    title: plainLine(finding.title, 200),
    headline: plainLine(finding.headline, 400),
    owner: OWNER_WORDS[finding.owner].label,
    because: because === undefined ? null : reasonOf(because),
  };
}

function nextOf(next: NextQuestion): NextQuestion {
  return {
    ask: plainLine(next.ask, 600),
    commands: next.commands
      .slice(0, 5)
      .map(({ label, command }) => ({ label: plainLine(label, 120), command: plainData(command, 1500) })),
  };
}

function codeOf(code: CodeNote): CodeNote {
  return {
    code: plainLine(code.code, 40),
    name: code.name === null ? null : plainLine(code.name, 120),
    note: plainLine(code.note, 500),
    link: openableUrl(code.link) ?? '',
  };
}

function linkOf(link: Link): Link[] {
  const url = openableUrl(link.url);
  return url === null ? [] : [{ title: plainLine(link.title, 160), url }];
}
