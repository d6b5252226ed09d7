import { type Figure, printFigures } from '../table.ts';
import { FRIENDLY_TEXTS, HOSTILE_TEXTS, type LongText } from './long-texts.ts';
import { REALISTIC_PASTES } from './realistic-pastes.ts';
import { leastTimeOf, mediansInTurn, timeOf } from './timing.ts';

const PASTE_TARGET_MS = 0.5;
const MEBIBYTE_TARGET_MS = 100;
/** Time a mebibyte of the longest text, against that of one mebibyte: caches and the collector may cost a little. */
const LINEAR_TARGET = 2;
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** Texts whose time is followed over all sizes; every other hostile text is measured at one mebibyte. */
const FOLLOWED = [
  'opening braces',
  'mixed brackets',
  'objects never closed',
  'quotes',
  'escaped quotes',
  'nested escapes',
  'base64',
  'dots',
  'percent escapes',
  'line ends',
  'spaces',
  'eyJ',
  'http://',
] as const;

/** Prints the figures of the engine. Returns how many promises were broken. */
export function measureEngine(short: boolean): number {
  warmUp(2000);
  return usualPastes(short) + mebibytes(short) + growth(short ? 4 * MEBIBYTE : 16 * MEBIBYTE, short);
}

function warmUp(rounds: number): void {
  for (const text of Object.values(FRIENDLY_TEXTS)) leastTimeOf(text(MEBIBYTE), 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const paste of Object.values(REALISTIC_PASTES)) timeOf(paste);
  }
}

function usualPastes(short: boolean): number {
  const medians = mediansInTurn(Object.values(REALISTIC_PASTES), short ? 5 : 10, short ? 100 : 300);
  const figures = Object.entries(REALISTIC_PASTES).map(([name, paste], index): Figure => {
    const median = medians[index]!;
    return {
      name: `${name} (${paste.length} characters)`,
      value: `${median.toFixed(3)} ms`,
      target: `<= ${PASTE_TARGET_MS} ms`,
      worse: median / PASTE_TARGET_MS,
    };
  });
  return printFigures('A usual paste: median', figures, short);
}

function mebibytes(short: boolean): number {
  const timed = (texts: Readonly<Record<string, LongText>>): { name: string; ms: number }[] =>
    Object.entries(texts).map(([name, text]) => {
      const mebibyte = text(MEBIBYTE);
      let ms = leastTimeOf(mebibyte, 2);
      // Only what looks slow is looked at again.
      if (ms > MEBIBYTE_TARGET_MS * 0.8) ms = Math.min(ms, leastTimeOf(mebibyte, 5));
      return { name, ms };
    });
  const figure = ({ name, ms }: { name: string; ms: number }): Figure => ({
    name,
    value: `${ms.toFixed(1)} ms`,
    target: `<= ${MEBIBYTE_TARGET_MS} ms`,
    worse: ms / MEBIBYTE_TARGET_MS,
  });
  const hostile = timed(HOSTILE_TEXTS).sort((a, b) => b.ms - a.ms);
  const slow = hostile.filter(({ ms }, index) => index < 10 || ms > MEBIBYTE_TARGET_MS);
  return (
    printFigures('One mebibyte of what people paste', timed(FRIENDLY_TEXTS).map(figure), short) +
    printFigures(`One mebibyte made to be slow: the slowest of ${hostile.length} texts`, slow.map(figure), short)
  );
}

/** Doubles a text from one kibibyte on: the time a mebibyte must stay the same. */
function growth(largest: number, short: boolean): number {
  const sizes: number[] = [];
  for (let size = KIBIBYTE; size <= largest; size *= 2) sizes.push(size);
  const texts: [string, LongText][] = [
    ...Object.entries(FRIENDLY_TEXTS),
    ...FOLLOWED.map((name): [string, LongText] => [name, HOSTILE_TEXTS[name]!]),
  ];
  console.log(`\n== Time by length, in ms for each mebibyte: ${sizes.map(sizeName).join(', ')}`);
  const figures = texts.map(([name, text]): Figure => {
    const perMebibyte = sizes.map((size) => {
      const runs = size <= 64 * KIBIBYTE ? 20 : size <= MEBIBYTE ? 3 : 2;
      return (leastTimeOf(text(size), runs) * MEBIBYTE) / size;
    });
    const atMebibyte = perMebibyte[sizes.indexOf(MEBIBYTE)]!;
    const ratio = perMebibyte.at(-1)! / atMebibyte;
    console.log(`  ${name.padEnd(24)} ${perMebibyte.map((ms) => ms.toFixed(0).padStart(4)).join(' ')}`);
    return {
      name,
      value: ratio.toFixed(2),
      target: `<= ${LINEAR_TARGET}`,
      worse: ratio / LINEAR_TARGET,
    };
  });
  return printFigures(`Time a mebibyte at ${sizeName(largest)}, of that at 1 MiB`, figures, short);
}

function sizeName(size: number): string {
  return size >= MEBIBYTE ? `${size / MEBIBYTE} MiB` : `${size / KIBIBYTE} KiB`;
}
