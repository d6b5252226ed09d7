import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Verdict } from '../../src/diagnosis/diagnosis.ts';
import { createPictureReader } from '../../src/pictures/create-picture-reader.ts';
import type { PictureReader } from '../../src/pictures/picture-reader.ts';
import { chromiumPath, openBrowser } from '../../test/e2e/chromium.ts';
import { type CorpusPart, partOf, readDiagnosisCorpus } from '../accuracy/diagnosis-corpus.ts';
import { isRight } from '../accuracy/score.ts';
import { type Figure, printFigures } from '../table.ts';
import { LOOKS, type PlannedPicture, picturable, planPictures, SCALES, type Scale } from './chosen-pastes.ts';
import { drawPicture } from './draw-pictures.ts';

const CORPUS = new URL('../../test/corpus/diagnosis.jsonl', import.meta.url);
/** Expiry against the present must not change with the day on which the figures are made. */
const NOW = Date.UTC(2026, 10, 22);
const PICTURES = { full: 80, short: 18 } as const;

const RIGHT_FROM: Readonly<Record<Scale, number>> = { 1: 0.6, 1.5: 0.85, 2: 0.85 };
const WITHIN_MS = 2_000;
const PARTS: readonly CorpusPart[] = ['worked with', 'set aside'];

interface Measured {
  readonly picture: PlannedPicture;
  readonly cause: string;
  readonly verdict: Verdict;
  readonly ms: number;
  /** Of all threads together: what it takes where nothing else runs, shared by two processors. */
  readonly processorMs: number;
}

/**
 * Draws pastes of the corpus as people meet them, reads the pictures and asks the engine. Prints how often the cause is
 * right and how long a picture takes. Returns how many promises were broken.
 */
export async function measurePictures(short: boolean): Promise<number> {
  if (chromiumPath === undefined) {
    console.log('\n== Pictures: not measured, for there is no Chromium to draw them');
    return 0;
  }
  const lines = readDiagnosisCorpus(CORPUS);
  const chosen = picturable(lines, NOW);
  const planned = planPictures(chosen, PICTURES[short ? 'short' : 'full']);
  const reader = createPictureReader();
  const browser = await openBrowser();
  try {
    const begun = performance.now();
    await reader.read(await drawPicture(browser, planned[0]!));
    const startMs = performance.now() - begun;
    const measured: Measured[] = [];
    for (const picture of planned) measured.push(await measure(reader, picture, await drawPicture(browser, picture)));
    const title = `Pictures: ${planned.length} of the ${chosen.length} pastes (of ${lines.length}) that fit a screen and are decided by their text`;
    const missed = printFigures(title, figuresOf(measured, startMs), short);
    printLooks(measured);
    printMisses(measured);
    return missed;
  } finally {
    await Promise.all([browser.close(), reader.close()]);
  }
}

async function measure(reader: PictureReader, picture: PlannedPicture, png: Uint8Array): Promise<Measured> {
  const begun = performance.now();
  const usedBefore = process.cpuUsage();
  const { text } = await reader.read(png);
  const { cause, verdict } = diagnose(text, { now: NOW, pictureFrom: 0 });
  const { user, system } = process.cpuUsage(usedBefore);
  return { picture, cause, verdict, ms: performance.now() - begun, processorMs: (user + system) / 1_000 };
}

function right({ picture: { line }, cause }: Measured): boolean {
  return isRight({ line, cause });
}

function figuresOf(measured: readonly Measured[], startMs: number): Figure[] {
  const figures: Figure[] = [];
  for (const scale of SCALES) {
    const of = measured.filter(({ picture }) => picture.scale === scale);
    const wanted = RIGHT_FROM[scale];
    figures.push({
      name: `right cause at ${scale} times`,
      value: share(of),
      target: `>= ${wanted}`,
      worse: of.filter((it) => !right(it)).length / of.length / (1 - wanted),
    });
    for (const part of PARTS) {
      const ofPart = of.filter(({ picture }) => partOf(picture.line.id) === part);
      if (ofPart.length > 0) figures.push({ name: `  of the part ${part}`, value: share(ofPart) });
    }
    const slowest = Math.max(...of.map(({ ms }) => ms));
    figures.push({ name: '  middle picture', value: `${Math.round(middle(of.map(({ ms }) => ms)))} ms` });
    figures.push({
      name: '  processor time of it, and of the slowest',
      value: `${Math.round(middle(of.map(({ processorMs }) => processorMs)))} ms, ${Math.round(Math.max(...of.map(({ processorMs }) => processorMs)))} ms`,
    });
    figures.push({
      name: '  slowest picture',
      value: `${Math.round(slowest)} ms`,
      target: `<= ${WITHIN_MS} ms`,
      worse: slowest / WITHIN_MS,
    });
  }
  const certain = measured.filter(({ verdict }) => verdict === 'certain');
  const wrong = certain.filter((it) => !right(it)).length;
  figures.push({ name: 'called certain', value: `${certain.length} of ${measured.length}` });
  figures.push({ name: 'certain and wrong', value: String(wrong), target: '0', worse: wrong === 0 ? 0 : 10 });
  figures.push({ name: 'first picture, with the start of its readers', value: `${Math.round(startMs)} ms` });
  return figures;
}

function share(of: readonly Measured[]): string {
  const count = of.filter(right).length;
  return `${count}/${of.length} = ${(count / of.length).toFixed(2)}`;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function printLooks(measured: readonly Measured[]): void {
  console.log(`  ${'right by look'.padEnd(14)}${SCALES.map((scale) => `${scale} times`.padStart(12)).join('')}`);
  for (const look of LOOKS) {
    const cells = SCALES.map((scale) => {
      const of = measured.filter(({ picture }) => picture.look === look && picture.scale === scale);
      return `${of.filter(right).length}/${of.length}`.padStart(12);
    });
    console.log(`  ${look.padEnd(14)}${cells.join('')}`);
  }
}

/** By id and cause only: the texts of the part set aside are read by nobody. */
function printMisses(measured: readonly Measured[]): void {
  const misses = measured.filter((it) => !right(it));
  if (misses.length > 0) console.log('  misses:');
  for (const { picture, cause, verdict } of misses) {
    const { line, look, theme, scale } = picture;
    console.log(`    ${line.id}  ${look}, ${theme}, ${scale} times: wants ${line.cause}, got ${cause} (${verdict})`);
  }
}
