import type { Owner } from '../diagnosis/cause-id.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import {
  HEALTH_CHECKS,
  type HealthCheckId,
  type HealthReport,
  type HealthResult,
  type HealthState,
} from '../identity/health/health-report.ts';
import { type Answer, answerOf } from './answer.ts';
import { isNotSignedInYet, type NextStep, nextStep, signInHelps, signInTitle } from './health-next-step.ts';
import { instantWords } from './instant-words.ts';
import { plainLine } from './plain-data.ts';
import { OWNER_WORDS, type Tone } from './words.ts';

/**
 * A health report in the order and the words in which it is read; the card, the text and the terminal are rendered
 * from this. All text is plain, bounded and safe against mentions.
 */
export interface HealthAnswer {
  readonly badge: { readonly word: string; readonly tone: Tone; readonly beside: string };
  /** What is wrong, or that nothing is. */
  readonly headline: string;
  readonly lines: readonly HealthLine[];
  /** What the reader does first: sign in (again), or wait. The steps below are for when that does not help. */
  readonly first: string | null;
  /** The root cause to begin with; `null` where nothing failed or the engine has no cause for it. */
  readonly cause: Answer | null;
  /** What is left to do once the steps are done. */
  readonly afterwards: string | null;
  /** Who has to act and how, where there is no root cause. */
  readonly advice: { readonly owner: string; readonly text: string } | null;
  /** Root causes of further failed checks, each once. */
  readonly others: readonly Answer[];
  /** Name and value; times in words beside the number. */
  readonly claims: readonly { readonly name: string; readonly value: string }[];
  readonly buttons: readonly HealthButton[];
}

export interface HealthLine {
  readonly state: HealthState | 'pending';
  readonly mark: string;
  readonly tone: Tone;
  readonly title: string;
  readonly says: string;
  /** What to do about it, where the line itself knows and it does not stand above. */
  readonly advice: string | null;
}

const HEALTH_VERBS = ['check-sign-in', 'sign-in', 'sign-out'] as const;
export type HealthVerb = (typeof HEALTH_VERBS)[number];

export interface HealthButton {
  readonly verb: HealthVerb;
  readonly title: string;
}

export interface HealthAnswerOptions {
  /** A message that asks to sign in follows this one. */
  readonly signInFollows?: boolean;
}

const MARKS: Readonly<Record<HealthLine['state'], { readonly mark: string; readonly tone: Tone }>> = {
  pass: { mark: '✓', tone: 'good' },
  warn: { mark: '!', tone: 'warning' },
  fail: { mark: '✗', tone: 'attention' },
  skipped: { mark: '–', tone: 'neutral' },
  pending: { mark: '…', tone: 'neutral' },
};

const TITLES: Readonly<Record<HealthCheckId, string>> = {
  connection: 'Connection',
  token: 'Signed in',
  audience: 'Right API',
  tenant: 'Tenant',
  person: 'Person',
  expiry: 'Expiry',
  clock: 'Clock',
  scopes: 'Permissions',
  refresh: 'Renewal',
  profile: 'Profile',
  mailbox: 'Mailbox',
  calendar: 'Calendar',
  'time-zone': 'Time zone',
};

const LONGEST_SENTENCE = 400;

/** The answer to read for a health report, complete or not. */
export function healthAnswer(report: HealthReport, { signInFollows = false }: HealthAnswerOptions = {}): HealthAnswer {
  const failed = report.results.filter(({ state }) => state === 'fail');
  const main = mainFailure(failed);
  const cause = main?.diagnosis === undefined ? null : answerOf(main.diagnosis);
  const next = main === undefined ? null : nextStep(report, main, cause, { follows: signInFollows });
  const others = otherCauses(failed, main?.diagnosis?.cause).map(answerOf);
  return {
    badge: badgeOf(report, main, next),
    headline: headlineOf(report, cause, main),
    lines: linesOf(report, main),
    first: next?.first ?? null,
    cause,
    afterwards: next?.afterwards ?? null,
    advice:
      cause === null && main?.advice !== undefined && report.signInNeeded === undefined ? adviceOf(main.advice) : null,
    others,
    claims: Object.entries(report.claims ?? {})
      .slice(0, 40)
      .map(([name, value]) => ({ name: plainLine(name, 40), value: claimWords(name, value) })),
    buttons: buttonsOf(report, signInFollows),
  };
}

/** The first failed check decides; one whose cause is only possible steps behind one that is surer. */
function mainFailure(failed: readonly HealthResult[]): HealthResult | undefined {
  return failed.find(({ diagnosis }) => diagnosis === undefined || isSure(diagnosis)) ?? failed[0];
}

function isSure({ verdict }: Diagnosis): boolean {
  return verdict === 'certain' || verdict === 'likely';
}

function otherCauses(failed: readonly HealthResult[], told: string | undefined): Diagnosis[] {
  const byCause = new Map<string, Diagnosis>();
  for (const { diagnosis } of failed)
    if (diagnosis !== undefined && diagnosis.cause !== told && !byCause.has(diagnosis.cause))
      byCause.set(diagnosis.cause, diagnosis);
  return [...byCause.values()];
}

function badgeOf(report: HealthReport, main: HealthResult | undefined, next: NextStep | null): HealthAnswer['badge'] {
  if (!report.complete)
    return {
      word: 'Checking',
      tone: main === undefined ? 'neutral' : 'attention',
      beside: `${report.results.length} of ${HEALTH_CHECKS.length} checks are done`,
    };
  const at = instantWords(new Date(report.at).toISOString());
  if (main !== undefined)
    return {
      word: isNotSignedInYet(report) ? 'Not signed in' : 'Does not work',
      tone: 'attention',
      beside: next?.owner ?? at,
    };
  if (report.state === 'warn') return { word: 'Works', tone: 'warning', beside: `With something to know · ${at}` };
  const all = report.results.every(({ state }) => state === 'pass');
  return {
    word: 'Works',
    tone: 'good',
    beside: `${all ? 'Every check passed' : 'Whatever could be checked passed'} · ${at}`,
  };
}

function headlineOf(report: HealthReport, cause: Answer | null, main: HealthResult | undefined): string {
  if (main !== undefined && saysItBest(main, report)) return plainLine(main.says, LONGEST_SENTENCE);
  if (cause !== null && cause.verdict !== 'undecided') return cause.headline;
  if (main !== undefined) return plainLine(main.says, LONGEST_SENTENCE);
  if (!report.complete) return 'Checking your sign-in …';
  const [warned, ...more] = report.results.filter(({ state }) => state === 'warn');
  if (warned === undefined) return 'Your sign-in works.';
  return more.length === 0
    ? 'Your sign-in works; one thing is worth knowing.'
    : `Your sign-in works; ${more.length === 1 ? 'two' : more.length + 1} things are worth knowing.`;
}

/**
 * Where the check's own sentence is the better headline: of a missing permission the engine names a call that nobody has
 * made here, of a sign-in that ended it speaks of the reader as of somebody else.
 */
function saysItBest({ check, diagnosis }: HealthResult, { signInNeeded }: HealthReport): boolean {
  if (check === 'scopes') return diagnosis?.cause === 'missing-scope';
  const ended = signInNeeded?.reason === 'expired' || signInNeeded?.reason === 'revoked';
  return (check === 'token' && ended) || (check === 'refresh' && (ended || diagnosis?.cause === 'missing-scope'));
}

/** Where there is no token, what waits for one is a single line. */
function linesOf(report: HealthReport, main: HealthResult | undefined): HealthLine[] {
  const lines = HEALTH_CHECKS.map((check) => lineOf(check, report, main));
  const waiting = lines.filter(({ state }) => state === 'skipped');
  if (report.signedIn !== false || waiting.length < 3) return lines;
  const says = `${waiting.length} more checks follow once you are signed in.`;
  const rest: HealthLine = { state: 'skipped', ...MARKS.skipped, title: 'The rest', says, advice: null };
  return [...lines.filter(({ state }) => state !== 'skipped'), rest];
}

const GRAPH_CALLS: ReadonlySet<HealthCheckId> = new Set<HealthCheckId>(['profile', 'mailbox', 'calendar']);

function lineOf(check: HealthCheckId, report: HealthReport, main: HealthResult | undefined): HealthLine {
  const result = report.results.find((it) => it.check === check);
  const state = result?.state ?? 'pending';
  // One refusal of Graph is like the next: what to do about it stands above once.
  const told = result === main || (state === 'fail' && main !== undefined && GRAPH_CALLS.has(check));
  const advice = told ? undefined : result?.advice;
  return {
    state,
    ...MARKS[state],
    title: TITLES[check],
    says: result === undefined ? 'checking …' : plainLine(result.says, LONGEST_SENTENCE),
    advice: advice === undefined ? null : plainLine(advice.text, LONGEST_SENTENCE),
  };
}

function adviceOf({ owner, text }: { readonly owner: Owner; readonly text: string }): HealthAnswer['advice'] {
  return { owner: OWNER_WORDS[owner].label, text: plainLine(text, LONGEST_SENTENCE) };
}

const INSTANTS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

function claimWords(name: string, value: unknown): string {
  if (INSTANTS.has(name) && typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e11)
    return `${value} (${instantWords(new Date(value * 1000).toISOString())})`;
  return plainLine(Array.isArray(value) ? value.map(plainValue).join(' ') : plainValue(value), 600);
}

/** A claim may be any JSON; an object is not asked for its own way to become a text. */
function plainValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function buttonsOf(report: HealthReport, signInFollows: boolean): HealthButton[] {
  const { complete, signedIn, signInNeeded } = report;
  return [
    ...(signInNeeded === undefined || signInFollows || !signInHelps(report)
      ? []
      : [{ verb: 'sign-in', title: signInTitle(report) } as const]),
    ...(complete ? [{ verb: 'check-sign-in', title: 'Check again' } as const] : []),
    ...(complete && signedIn === true ? [{ verb: 'sign-out', title: 'Sign out' } as const] : []),
  ];
}
