import type { CauseId, FindableCauseId } from './cause-id.ts';
import { ROOT_CAUSES } from './causes/index.ts';
import { ownRolesOfPerson } from './causes/permissions/service-role-rules.ts';
import { CAUSE_PHRASES } from './causes/phrases.ts';
import { codeNote } from './codes/code-note.ts';
import type { Because, CodeNote, Diagnosis, Finding, PatchLanguage, Verdict } from './diagnosis.ts';
import { asidesOf, withoutAsides } from './evidence/asides.ts';
import { correlationIdOf } from './evidence/correlation-id.ts';
import type { Evidence } from './evidence/evidence.ts';
import { isGuide } from './evidence/guide.ts';
import { readEvidence } from './evidence/read-evidence.ts';
import { reportsIn } from './evidence/reports-apart.ts';
import { guessLanguage } from './evidence/settings/language.ts';
import { isShown } from './evidence/shown.ts';
import { buildFacts } from './facts/build-facts.ts';
import { isElsewhere } from './facts/elsewhere.ts';
import type { Facts, Values } from './facts/facts.ts';
import { buildFix } from './fix/build-fix.ts';
import { doubted } from './ocr/doubted.ts';
import { readPicture } from './ocr/read-picture.ts';
import { verdictOfPicture } from './ocr/verdict-of-picture.ts';
import type { PermissionTable } from './permissions/permission-table.ts';
import { nextQuestion } from './question/next-question.ts';
import { plainRefusal } from './question/plain-refusals.ts';
import { undecidedHeadline } from './question/undecided-headline.ts';
import { quote } from './quote.ts';
import { spokenAgainst } from './ranking/spoken-against.ts';
import { verdictOf } from './ranking/verdict.ts';
import type { WeighedCause, WeighedSignal } from './ranking/weigh.ts';
import { weigh } from './ranking/weigh.ts';
import { worthTelling } from './ranking/worth-telling.ts';
import { remarksOn } from './remarks/remarks.ts';
import type { Remembered } from './remember.ts';
import { namedIn, recalled, toRemember } from './remember.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { withoutSecrets } from './secrets/without-secrets.ts';
import type { Named } from './story.ts';
import { storyBehind } from './story.ts';
import type { Span } from './text/span.ts';
import { unwrap } from './text/unwrap.ts';
import type { Views } from './text/views.ts';

/** What a diagnosis depends on beside the paste. */
export interface DiagnoseOptions {
  /** The instant of the diagnosis, milliseconds since 1970: for expiry of what was pasted, never for the cause alone. */
  readonly now: number;
  /** What earlier messages of the same person in the same conversation gave. */
  readonly earlier?: readonly Remembered[];
  /** Language of the patches, where the person asked for one. */
  readonly language?: PatchLanguage;
  /** The whole table of Graph permissions, where an operator imported it. */
  readonly permissions?: PermissionTable;
  /** Where the part of the paste begins that a machine read in a picture; it goes to the end. What is typed is never mended. */
  readonly pictureFrom?: number;
}

/** Findings below this are noise, not another possibility. */
const WORTH_NAMING = 0.15;
const MOST_FINDINGS = 5;

/**
 * Reads one paste and says what is wrong, why, and what to change. Pure: no network, no clock, nothing kept.
 *
 * @param paste - any text, at most 16 MiB
 */
export function diagnose(paste: string, options: DiagnoseOptions): Diagnosis {
  return diagnosed(paste, options).diagnosis;
}

/** Which app failed, in which tenant, as far as the paste says so: the client id, and the tenant's id or domain. */
export interface FailedApp {
  readonly app: string | null;
  readonly tenant: string | null;
}

/**
 * Like `diagnose`, and what may be kept of the evidence for the next message: claims, codes and hosts, never the text.
 * `readSomething` is false where the paste held no evidence at all (a greeting, a picture's caption), `shown` where it only
 * names a code or a policy, as people do who talk about failures.
 */
export function diagnoseAndRemember(
  paste: string,
  options: DiagnoseOptions,
): { diagnosis: Diagnosis; remembered: Remembered; readSomething: boolean; shown: boolean; about: FailedApp } {
  const { diagnosis, fresh, alone, values, views } = diagnosed(paste, options);
  return {
    diagnosis,
    remembered: isElsewhere(alone.facts)
      ? toRemember([], [], alone.verdict)
      : toRemember(fresh, alone.ranked, alone.verdict),
    readSomething: fresh.some((item) => item.kind !== 'instant' && item.kind !== 'told'),
    shown: isShown(fresh, views),
    about: { app: values.clientId ?? values.botAppId ?? null, tenant: values.tenant ?? null },
  };
}

/** The diagnosis, and what the message alone gave. */
function diagnosed(
  paste: string,
  options: DiagnoseOptions,
): {
  diagnosis: Diagnosis;
  fresh: readonly Evidence[];
  alone: Reading;
  values: Values;
  views: Views;
} {
  const picture = options.pictureFrom === undefined ? null : readPicture(paste, options.pictureFrom);
  const views = unwrap(paste, picture?.text);
  const { secrets, spans, values } = findSecrets(views, options.now, picture?.secrets);
  const read = withoutSecrets(readEvidence(views, CAUSE_PHRASES), values);
  const whole = picture === null ? read : doubted(read, picture, views);
  const language = options.language ?? guessLanguage(views);
  const guide = isGuide(views, read);
  const correlationId = correlationIdOf(views);
  const look: Look = (evidence, { signals, named, part }) => {
    const facts = buildFacts({
      evidence,
      phrases: CAUSE_PHRASES,
      language,
      now: options.now,
      permissions: options.permissions,
      correlationId: part === undefined ? correlationId : part.correlationId,
      named,
    });
    const ranked = guide ? [] : weigh(facts, ROOT_CAUSES, signals);
    const verdict = verdictOf(ranked);
    return { facts, ranked, verdict: picture === null ? verdict : verdictOfPicture(verdict, ranked, facts), part };
  };
  const alone =
    (picture === null ? ownPart(paste, views, look, values) : null) ??
    (picture === null ? oneOfSeveral(paste, views, look, values, whole) : null) ??
    look(whole, {});
  const fresh = alone.part?.evidence ?? whole;
  const { facts, ranked, verdict } = options.earlier?.length ? withEarlier(alone, fresh, options.earlier, look) : alone;

  const findings = ranked
    .filter((it) => it.weight >= WORTH_NAMING)
    .slice(0, MOST_FINDINGS)
    .map((it) => finding(it, facts, paste, spans));
  const first = findings[0];
  const decided = verdict !== 'undecided' && first !== undefined;
  const cause: CauseId = decided ? first.cause : 'not-enough-evidence';

  const diagnosis: Diagnosis = {
    cause,
    verdict,
    headline: decided ? first.headline : guide ? OF_A_GUIDE : undecidedHeadline(facts, paste),
    findings,
    fix: decided ? buildFix(ROOT_CAUSES[first.cause], facts) : null,
    next: verdict === 'certain' ? null : nextQuestion(facts, decided ? first.cause : null),
    ...(decided ? {} : beyond(facts)),
    secrets,
    codes: notesOn(facts, ranked),
    remarks: [
      ...doubtsOf(decided ? first.cause : null, facts),
      ...(alone.part === undefined ? [] : (alone.part.others ?? [LEFT_OUT])),
      ...remarksOn(facts, decided),
    ],
    language: facts.language,
  };
  return { diagnosis, fresh, alone, values: facts.values, views };
}

function beyond(facts: Facts): Pick<Diagnosis, 'beyond'> {
  if (facts.of('vendor').length > 0 && !facts.microsoft) return { beyond: 'another-vendor' };
  return (plainRefusal(facts) ?? ownRolesOfPerson(facts)) === undefined ? {} : { beyond: 'not-the-sign-in' };
}

interface Reading {
  readonly facts: Facts;
  readonly ranked: readonly WeighedCause[];
  readonly verdict: Verdict;
  /** Set where only a part of the paste was read. */
  readonly part?: Part | undefined;
}

/** What the paste tells to be what fails now, where it tells of other things, too. */
interface Part {
  readonly evidence: readonly Evidence[];
  readonly correlationId: string | undefined;
  /** The other failures that the paste reports, a sentence each. */
  readonly others?: readonly string[];
}

interface Beside {
  /** Of earlier messages. */
  readonly signals?: readonly WeighedSignal[];
  readonly named?: Named;
  readonly part?: Part | undefined;
}

type Look = (evidence: readonly Evidence[], beside: Beside) => Reading;

/**
 * Reads the paste without what is told to be over, an example or somebody else's. Where the rest decides nothing, the line
 * that led to the other part was misread: `null`, and everything is read.
 */
function ownPart(paste: string, views: Views, look: Look, values: readonly string[]): Reading | null {
  let covered = '';
  for (let mails = 1; mails <= MOST_MAILS; mails += 1) {
    const asides = asidesOf(views, mails);
    const places = asides.map(({ start }) => start).join();
    if (asides.length === 0 || places === covered) return null;
    covered = places;
    const reading = readWithout(asides, paste, look, values);
    if (decides(reading)) return reading;
  }
  return null;
}

/** Reads the paste with these places made blank. */
function readWithout(asides: readonly Span[], paste: string, look: Look, values: readonly string[]): Reading {
  const left = unwrap(withoutAsides(paste, asides));
  const evidence = withoutSecrets(readEvidence(left, CAUSE_PHRASES), values);
  return look(evidence, { part: { evidence, correlationId: correlationIdOf(left) } });
}

/**
 * Of several reports in one message the one that the answer is about, read alone: a value of one person or app is none of
 * another's. Where they all tell of one failure, `null`: they belong together.
 */
function oneOfSeveral(
  paste: string,
  views: Views,
  look: Look,
  values: readonly string[],
  whole: readonly Evidence[],
): Reading | null {
  const reports = reportsIn(views);
  if (reports.length === 0) return null;
  const readings = reports.map((others) => readWithout(others, paste, look, values)).filter(decides);
  const { ranked } = look(whole, {});
  const told = readings.find((reading) => causeOf(reading) === ranked[0]?.cause);
  if (told?.part === undefined) return null;
  const named = new Map(readings.map((reading) => [causeOf(reading), reading]));
  named.delete(causeOf(told));
  if (named.size === 0) return null;
  const others = [...named.values()]
    .slice(0, MOST_OTHERS)
    .map((reading) => `Another failure in this text (paste it alone for its answer): ${headlineOf(reading)}`);
  return { ...told, part: { ...told.part, others } };
}

const MOST_OTHERS = 3;

function causeOf({ ranked }: Reading): FindableCauseId | undefined {
  return ranked[0]?.cause;
}

function headlineOf({ ranked, facts }: Reading): string {
  return ROOT_CAUSES[ranked[0]!.cause].headline(facts);
}

/** A note, the mail that it forwards, and the one that this one forwarded. */
const MOST_MAILS = 3;

/** Adds what earlier messages gave, as far as they belong to the same story. */
function withEarlier(alone: Reading, fresh: readonly Evidence[], earlier: readonly Remembered[], look: Look): Reading {
  // Another vendor's answer is another story, whatever was told before it.
  if (isElsewhere(alone.facts)) return alone;
  const decided = decides(alone) ? (alone.ranked[0]?.cause ?? null) : null;
  const message = {
    evidence: fresh,
    named: namedIn(fresh),
    certain: alone.verdict === 'certain',
    decided,
    api: alone.facts.api,
  };
  const { evidence, signals, named, unsure } = storyBehind(message, earlier.map(recalled));
  if (evidence.length === 0 && signals.length === 0) return alone;
  const together = look([...evidence, ...fresh], { signals, named, part: alone.part });
  if (decided !== null) return bearsOut(together, alone) ? together : alone;
  if (addsNothing(fresh, together)) return alone;
  return unsure && together.verdict === 'certain' ? { ...together, verdict: 'likely' } : together;
}

/**
 * Whether a message holds nothing but words such as «permission denied», which databases and shells say as well, and the
 * answer does not rest on them: then what was answered before would be told once more, of somebody else's refusal.
 */
function addsNothing(fresh: readonly Evidence[], { ranked }: Reading): boolean {
  if (fresh.some(({ kind }) => kind !== 'phrase' && kind !== 'instant')) return false;
  return !ranked[0]?.signals.some(({ at }) => at !== null && at.end > at.start);
}

/**
 * Whether circumstances bear out what a message says alone: they may add to it and make it surer. Of another cause they
 * may only speak where the message proved nothing, and they either prove that one or take away what spoke for its own.
 */
function bearsOut(together: Reading, alone: Reading): boolean {
  const [first, own] = [together.ranked[0], alone.ranked[0]];
  const kept = together.ranked.find(({ cause }) => cause === own?.cause)?.weight ?? 0;
  if (first?.cause === own?.cause) return together.verdict === 'certain' || together.verdict === alone.verdict;
  if (alone.verdict === 'certain') return false;
  return together.verdict === 'certain' || (together.verdict === 'likely' && kept < (own?.weight ?? 0));
}

function decides({ verdict }: Reading): boolean {
  return verdict === 'certain' || verdict === 'likely';
}

function finding(weighed: WeighedCause, facts: Facts, paste: string, secrets: readonly Span[]): Finding {
  const cause = ROOT_CAUSES[weighed.cause];
  const because: Because[] = worthTelling(weighed.signals).map((signal) => ({
    quote: signal.at === null ? '' : quote(paste, signal.at, secrets),
    says: signal.says,
  }));
  return {
    cause: weighed.cause,
    weight: weighed.weight,
    owner: cause.ownerFor?.(facts) ?? cause.owner,
    title: cause.titleFor?.(facts) ?? cause.title,
    headline: cause.headline(facts),
    because,
  };
}

const OF_A_GUIDE =
  'This is a guide to such failures, and holds nothing of yours: paste what your own program was answered.';
const LEFT_OUT = 'I read what fails now, and left out what the text tells to be over, an example or another case.';

function doubtsOf(cause: FindableCauseId | null, facts: Facts): readonly string[] {
  const doubt = cause === null ? undefined : spokenAgainst(cause, facts);
  return doubt === undefined ? [] : [doubt];
}

function notesOn(facts: Facts, ranked: readonly WeighedCause[]): CodeNote[] {
  const notes = new Map<string, CodeNote>();
  for (const { family, code, mention } of facts.of('aadsts')) {
    if (mention === 'other-page') continue;
    const told = ranked.find(({ signals }) => signals.some((signal) => signal.code === code))?.cause;
    const note = codeNote(family, code, told);
    notes.set(note.code, note);
  }
  return [...notes.values()].slice(0, 8);
}
