import type { Chance } from './chance.ts';
import { FIRST_NAMES, LAST_NAMES } from './talk/slots.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** People of one company. */
export function crowd(size: number, chance: Chance): readonly Person[] {
  return Array.from({ length: size }, (_, n) => ({
    id: `29:1${chance.hex(40)}${n}`,
    name: `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`,
    aadObjectId: chance.guid(),
  }));
}

const HOUR_MS = 60 * 60_000;
const OPENS = 6.5;
const CLOSES = 19.5;

/** An instant of a working day: few before eight and after six, most before noon. */
export function instantOf(day: number, chance: Chance): number {
  for (;;) {
    const hour = OPENS + chance.next() * (CLOSES - OPENS);
    const busy = 0.15 + Math.exp(-((hour - 10) ** 2) / 5) + 0.75 * Math.exp(-((hour - 14.5) ** 2) / 4);
    if (chance.next() < busy / 1.2) return day + Math.floor(hour * HOUR_MS);
  }
}
