import type { Owner } from '../diagnosis/cause-id.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import {
  HEALTH_CHECKS,
  type HealthCheckId,
  type HealthReport,
  type HealthResult,
  type HealthState,
  type SignInNeeded,
} from '../identity/health/health-report.ts';
import { type Answer, answerOf } from './answer.ts';
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
  /** Where signing in (again) comes first: what it does; the steps below are for when it does not help. */
  readonly signIn: string | null;
  /** The root cause to begin with; `null` where nothing failed or the engine has no cause for it. */
  readonly cause: Answer | null;
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

export const HEALTH_VERBS = ['check-sign-in', 'sign-in', 'sign-out'] as const;
export type HealthVerb = (typeof HEALTH_VERBS)[number];

export interface HealthButton {
  readonly verb: HealthVerb;
  readonly title: string;
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
export function healthAnswer(report: HealthReport): HealthAnswer {
  const failed = report.results.filter(({ state }) => state === 'fail');
  const main = mainFailure(failed);
  const cause = main?.diagnosis === undefined ? null : answerOf(main.diagnosis);
  const others = otherCauses(failed, main?.diagnosis?.cause).map(answerOf);
  return {
    badge: badgeOf(report, cause, main),
    headline: headlineOf(report, cause, main),
    lines: linesOf(report, main),
    signIn: report.signInNeeded === undefined ? null : signInWords(report.signInNeeded, report.way),
    cause,
    advice:
      cause === null && main?.advice !== undefined && report.signInNeeded === undefined ? adviceOf(main.advice) : null,
    others,
    claims: Object.entries(report.claims ?? {})
      .slice(0, 40)
      .map(([name, value]) => ({ name: plainLine(name, 40), value: claimWords(name, value) })),
    buttons: buttonsOf(report),
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

function badgeOf(report: HealthReport, cause: Answer | null, main: HealthResult | undefined): HealthAnswer['badge'] {
  if (!report.complete)
    return {
      word: 'Checking',
      tone: main === undefined ? 'neutral' : 'attention',
      beside: `${report.results.length} of ${HEALTH_CHECKS.length} checks are done`,
    };
  const at = instantWords(new Date(report.at).toISOString());
  if (main !== undefined) {
    const owner =
      report.signInNeeded !== undefined
        ? ownerLine('end-user')
        : (cause?.owner?.line ?? (main.advice === undefined ? at : ownerLine(main.advice.owner)));
    return {
      word: NOT_YET.has(report.signInNeeded?.reason ?? 'expired') ? 'Not signed in' : 'Does not work',
      tone: 'attention',
      beside: owner,
    };
  }
  if (report.state === 'warn') return { word: 'Works', tone: 'warning', beside: `With something to know · ${at}` };
  const all = report.results.every(({ state }) => state === 'pass');
  return {
    word: 'Works',
    tone: 'good',
    beside: `${all ? 'Every check passed' : 'Whatever could be checked passed'} · ${at}`,
  };
}

/** Nobody's fault, and no failure. */
const NOT_YET: ReadonlySet<string> = new Set(['first-time', 'signed-out']);

function headlineOf(report: HealthReport, cause: Answer | null, main: HealthResult | undefined): string {
  if (cause !== null && cause.verdict !== 'undecided') return cause.headline;
  if (main !== undefined) return plainLine(main.says, LONGEST_SENTENCE);
  if (!report.complete) return 'Checking your sign-in …';
  const [warned, ...more] = report.results.filter(({ state }) => state === 'warn');
  if (warned === undefined) return 'Your sign-in works.';
  return more.length === 0
    ? 'Your sign-in works; one thing is worth knowing.'
    : `Your sign-in works; ${more.length + 1} things are worth knowing.`;
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

function signInWords({ reason }: SignInNeeded, way: HealthReport['way']): string {
  switch (reason) {
    case 'first-time':
    case 'signed-out':
      return 'Press “Sign in”, or write “sign in”.';
    case 'expired':
    case 'revoked':
      return 'Sign in again first: press “Sign in again”, or write “sign in”. That gives a new grant.';
    case 'more-scopes':
      return 'Sign in again first: the sign-in page asks for what is missing. Where it does not, the permission has to be added to the app.';
    case 'claims-challenge':
      return way === 'token-service'
        ? 'Sign in again once. The Bot Framework token service cannot pass on what Microsoft asks for: where the same comes back, why401 has to sign people in by MSAL.'
        : 'Sign in again once: the sign-in page asks for the proof that Microsoft wants.';
  }
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

/** Here the person who signs in is the one who reads. */
function ownerLine(owner: Owner): string {
  return owner === 'end-user' ? 'You can fix this.' : OWNER_WORDS[owner].line;
}

const INSTANTS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

function claimWords(name: string, value: unknown): string {
  if (INSTANTS.has(name) && typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e11)
    return `${value} (${instantWords(new Date(value * 1000).toISOString())})`;
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.map(String).join(' ') : String(value);
  return plainLine(text, 600);
}

function buttonsOf(report: HealthReport): HealthButton[] {
  return [
    ...(report.signInNeeded === undefined
      ? []
      : [{ verb: 'sign-in', title: report.signedIn === true ? 'Sign in again' : 'Sign in' } as const]),
    ...(report.complete ? [{ verb: 'check-sign-in', title: 'Check again' } as const] : []),
    ...(report.complete && report.signedIn === true ? [{ verb: 'sign-out', title: 'Sign out' } as const] : []),
  ];
}
