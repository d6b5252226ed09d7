import type { Diagnosis } from '../../../diagnosis/diagnosis.ts';
import { surveyHar } from '../../../har/har-survey.ts';
import { type Har, mayBeHar, readHar } from '../../../har/read-har.ts';
import { callWords, RECORD_AGAIN, surveyWords } from '../../../har/survey-words.ts';
import { type DistinctFailure, LogSurveyor } from '../../../log-survey/log-survey.ts';
import { asPastes } from '../../../log-survey/one-paste.ts';
import { counted, linesWords } from '../../../log-survey/survey-words.ts';
import { NotTextError, textEncoding } from '../../../log-survey/text-encoding.ts';
import {
  failuresCard,
  failuresText,
  type ShownFailure,
  type ShownFailures,
} from '../../../presentation/cards/diagnosis/failures-card.ts';
import { whatToPasteCard, whatToPasteText } from '../../../presentation/cards/what-to-paste-card.ts';
import type { Engine } from '../../engine.ts';
import { readMessage } from '../../reading/read-message.ts';
import { asciiJson } from '../../written-card.ts';
import type { FileToRead, ReadFile, UnreadFile } from './file-reader.ts';

/** Reads one file and writes the answer to it. Pure. */
export function readFile(engine: Engine, file: FileToRead): ReadFile | UnreadFile {
  const text = textOf(file.bytes);
  if (typeof text !== 'string') return text;
  const har = mayBeHar(text) ? readHar(text) : null;
  return har === null ? readText(engine, file, text) : readRecording(engine, file, har);
}

function textOf(bytes: Uint8Array): string | UnreadFile {
  try {
    return new TextDecoder(textEncoding(bytes.subarray(0, 8_192))).decode(bytes);
  } catch (error) {
    if (error instanceof NotTextError) return { problem: error.what };
    throw error;
  }
}

function readRecording(engine: Engine, file: FileToRead, har: Har): ReadFile {
  const { name, now } = file;
  const survey = surveyHar(har, (paste) => engine(paste, { now }).diagnosis);
  const { failures, secrets } = survey;
  return severalOf(file, failures.length > 0, {
    headline: surveyWords(survey, name),
    notes: survey.failed === 0 ? [RECORD_AGAIN] : [],
    failures: [
      ...besideIt(engine, file),
      ...failures.map((call) => ({ where: callWords(call), diagnosis: call.diagnosis })),
    ],
    secrets,
    name,
  });
}

function readText(engine: Engine, file: FileToRead, text: string): ReadFile {
  const { name, now } = file;
  const diagnose = (paste: string): Diagnosis => engine(paste, { now }).diagnosis;
  const surveyor = new LogSurveyor(diagnose);
  surveyor.push(text);
  const survey = surveyor.end();
  const failures = asPastes(survey, diagnose);
  const [only] = failures;
  if (failures.length <= 1 && survey.whole !== null && !survey.isLog) return readPaste(engine, file, survey.whole);
  if (only === undefined) return nothingIn(file, survey.lines);
  const total = failures.reduce((sum, failure) => sum + failure.count, 0);
  const heaviest = failures.toSorted(byWeight);
  return severalOf(file, true, {
    headline:
      total === 1
        ? `One failure in the ${counted(survey.lines)} lines of ${name}.`
        : `${counted(total)} failures${failures.length === 1 ? ' of one kind' : `, of ${counted(failures.length)} kinds,`} in the ${counted(survey.lines)} lines of ${name}.`,
    notes:
      survey.unlisted === 0
        ? []
        : [`${counted(survey.unlisted)} more failures are of further kinds, which I did not count.`],
    failures: [
      ...besideIt(engine, file),
      ...heaviest.map((failure) => ({ where: placesWords(failure), diagnosis: failure.diagnosis })),
    ],
    secrets: [
      ...new Map(failures.flatMap(({ diagnosis }) => diagnosis.secrets.map((it) => [JSON.stringify(it), it]))),
    ].map(([, secret]) => secret),
    name,
  });
}

/** What was written beside a log or a recording is read by itself: it would decide about all of its failures. */
function besideIt(engine: Engine, { beside, now }: FileToRead): readonly ShownFailure[] {
  if (beside === '') return [];
  const { diagnosis, readSomething } = engine(beside, { now });
  return readSomething ? [{ where: 'in your message', diagnosis }] : [];
}

/** A request, its answer, a few settings: read with what was written beside it, as one paste. */
function readPaste(engine: Engine, file: FileToRead, text: string): ReadFile {
  const { beside, now, earlier, diagnosisId, signIn, form } = file;
  const paste = beside === '' ? text : `${beside}\n\n${text}`;
  const read = readMessage(engine, {
    text: paste,
    html: null,
    now,
    earlier,
    showSecrets: true,
    diagnosisId,
    signIn,
    form,
  });
  if (!read.readSomething && read.secrets.length === 0) return nothingIn(file, linesOf(text));
  const { remembered, headline, answer, cause, verdict, readSomething } = read;
  return {
    problem: null,
    readSomething,
    remembered: readSomething ? remembered : null,
    verdicts: [[cause, verdict]],
    headline,
    answer,
  };
}

function nothingIn(file: FileToRead, lines: number): ReadFile {
  const lead = nothingWords(file.name, lines);
  return {
    problem: null,
    readSomething: false,
    remembered: null,
    verdicts: [],
    headline: lead,
    answer: file.form === 'card' ? asciiJson(JSON.stringify(whatToPasteCard(lead))) : whatToPasteText(lead),
  };
}

function linesOf(text: string): number {
  return text.trim() === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function nothingWords(name: string, lines: number): string {
  if (lines === 0) return `${name} is empty.`;
  const lead = `I found no sign-in or Graph error in the ${counted(lines)} ${lines === 1 ? 'line' : 'lines'} of ${name}.`;
  return name.toLowerCase().endsWith('.har') ? `${lead} ${NO_RECORDING}` : lead;
}

const NO_RECORDING =
  'It is no whole recording of calls either: it was cut off, or is something else. Export it once more from the Network tab.';

function severalOf({ form }: FileToRead, readSomething: boolean, shown: ShownFailures): ReadFile {
  return {
    problem: null,
    readSomething,
    remembered: null,
    verdicts: shown.failures.map(({ diagnosis }) => [diagnosis.cause, diagnosis.verdict] as const),
    headline: shown.headline,
    answer: form === 'card' ? asciiJson(JSON.stringify(failuresCard(shown))) : failuresText(shown),
  };
}

const SURE = { certain: 3, likely: 2, possible: 1, undecided: 0 } as const;

/** What is surest, then what is met most. */
function byWeight(a: DistinctFailure, b: DistinctFailure): number {
  return SURE[b.diagnosis.verdict] - SURE[a.diagnosis.verdict] || b.count - a.count || a.firstLine - b.firstLine;
}

function placesWords(failure: DistinctFailure): string {
  const lines = linesWords(failure);
  return failure.count === 1 ? lines : `${counted(failure.count)} times, ${lines}`;
}
