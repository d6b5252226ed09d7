import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { ClockWords } from '../../time/words.ts';
import { digitsAt, spelledNumber } from '../words/numbers.ts';

/** How plainly a clock is one: `said` by am, pm or a word; `paired` 9:30; `compact` 1530; `bare` a lone hour. */
export type ClockForm = 'said' | 'paired' | 'compact' | 'bare';

export interface ClockRead {
  readonly clock: ClockWords;
  readonly to: number;
  readonly form: ClockForm;
}

interface Half {
  readonly half: 'am' | 'pm';
  readonly to: number;
}

/** am, pm, a.m., «p m», and the single letter right behind the number: 5p. */
export function halfAt(tokens: readonly Token[], at: number): Half | null {
  const word = wordAt(tokens, at);
  if (word === 'am' || word === 'pm') return { half: word, to: at + 1 };
  if (word !== 'a' && word !== 'p') return null;
  const half = word === 'a' ? 'am' : 'pm';
  let next = at + 1;
  if (wordAt(tokens, next) === '.') next += 1;
  if (wordAt(tokens, next) === 'm') {
    next += 1;
    return { half, to: wordAt(tokens, next) === '.' && isAbbreviationDot(tokens, at, next) ? next + 1 : next };
  }
  return isJoined(tokens, at) ? { half, to: at + 1 } : null;
}

/** The dot after «p.m.» belongs to it where it was written with dots. */
function isAbbreviationDot(tokens: readonly Token[], from: number, dot: number): boolean {
  return wordAt(tokens, from + 1) === '.' && dot > from + 1;
}

interface Figures {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly to: number;
  readonly form: ClockForm;
  readonly padded: boolean;
  readonly spelled: boolean;
}

/** 9, 9:30, 9.30, 9:30:15, 0930, 15h30, «nine thirty», «3 30», «6 thirty». */
function figuresAt(tokens: readonly Token[], at: number): Figures | null {
  const digits = digitsAt(tokens, at);
  if (digits === null) return spelledFigures(tokens, at);
  if (digits.width === 4 || digits.width === 3) {
    const [hour, minute] = [Math.floor(digits.value / 100), digits.value % 100];
    if (hour > 23 || minute > 59) return null;
    return { hour, minute, second: 0, to: digits.to, form: 'compact', padded: digits.width === 4, spelled: false };
  }
  if (digits.width > 2 || digits.value > 24) return null;
  const base = { hour: digits.value, padded: digits.width === 2 && digits.value < 10, spelled: false };
  const mark = wordAt(tokens, digits.to);
  if (
    (mark === ':' || mark === '.' || mark === 'h') &&
    isJoined(tokens, digits.to) &&
    isJoined(tokens, digits.to + 1)
  ) {
    const minute = digitsAt(tokens, digits.to + 1);
    if (minute?.width === 2 && minute.value <= 59) {
      const second = mark === ':' && wordAt(tokens, minute.to) === ':' ? digitsAt(tokens, minute.to + 1) : null;
      const seconds = second?.width === 2 && second.value <= 59 ? second : null;
      return {
        ...base,
        minute: minute.value,
        second: seconds?.value ?? 0,
        to: seconds?.to ?? minute.to,
        form: mark === ':' || (mark === 'h' && digits.value >= 8) ? 'paired' : 'compact',
      };
    }
  }
  // «15h»: nobody means a length of fifteen hours; «2h» is one.
  const led = /^(?:at|@)$/.test(wordAt(tokens, at - 1)) && digits.value >= 1;
  if (mark === 'h' && isJoined(tokens, digits.to) && (digits.value >= 13 || led) && digits.value <= 23)
    return { ...base, minute: 0, second: 0, to: digits.to + 1, form: 'paired' };
  const minute = looseMinute(tokens, digits.to);
  if (minute !== null) return { ...base, ...minute, second: 0, form: 'bare' };
  return { ...base, minute: 0, second: 0, to: digits.to, form: 'bare' };
}

/** «3 30», «6 thirty»: minutes of two digits right behind the hour. */
function looseMinute(tokens: readonly Token[], at: number): { readonly minute: number; readonly to: number } | null {
  if (isJoined(tokens, at) && wordAt(tokens, at) !== '-') return null;
  const digits = digitsAt(tokens, at);
  if (digits !== null) {
    const free = !isJoined(tokens, digits.to) || /^[,.)?!ap]|am|pm$/.test(wordAt(tokens, digits.to));
    return digits.width === 2 && digits.value <= 59 && digits.value % 5 === 0 && free
      ? { minute: digits.value, to: digits.to }
      : null;
  }
  // «six-thirty»; «nine-ten» is from nine to ten.
  const hyphen = wordAt(tokens, at) === '-' ? spelledNumber(tokens, at + 1) : null;
  if (hyphen !== null) return hyphen.value >= 15 && hyphen.value <= 59 ? { minute: hyphen.value, to: hyphen.to } : null;
  const spelled = spelledNumber(tokens, at);
  return spelled !== null && spelled.value >= 10 && spelled.value <= 59
    ? { minute: spelled.value, to: spelled.to }
    : null;
}

/** «eleven hundred hours»: the place behind it; -1 for any other. */
function afterHundred(tokens: readonly Token[], at: number): number {
  return wordAt(tokens, at) === 'hundred' && /^(?:hours|hrs)$/.test(wordAt(tokens, at + 1)) ? at + 2 : -1;
}

function spelledFigures(tokens: readonly Token[], at: number): Figures | null {
  // «oh nine hundred hours».
  const oh = wordAt(tokens, at) === 'oh' || wordAt(tokens, at) === 'zero';
  const hour = spelledNumber(tokens, oh ? at + 1 : at);
  if (hour === null || hour.value > 23) return null;
  const full = afterHundred(tokens, hour.to);
  if (full > 0)
    return { hour: hour.value, minute: 0, second: 0, to: full, form: 'paired', padded: true, spelled: true };
  if (oh) return null;
  const ohFive = /^(?:oh|o)$/.test(wordAt(tokens, hour.to)) ? spelledNumber(tokens, hour.to + 1) : null;
  const minute =
    ohFive !== null && ohFive.value <= 9
      ? { minute: ohFive.value, to: ohFive.to }
      : (looseMinute(tokens, hour.to) ?? { minute: 0, to: hour.to });
  return { hour: hour.value, ...minute, second: 0, form: 'bare', padded: false, spelled: true };
}

/** A clock in figures, with or without its half of the day. */
export function clockAt(tokens: readonly Token[], at: number): ClockRead | null {
  const figures = figuresAt(tokens, at);
  if (figures === null) return null;
  const { minute, second, hour } = figures;
  const half = halfAt(tokens, figures.to);
  if (half !== null && hour >= 1 && !(half.half === 'am' && hour > 12)) {
    const exact = { hour: hourIn(hour, half.half), minute, second, half: half.half, exact: true };
    const rough = afterIsh(tokens, half.to);
    return { clock: rough > half.to ? { ...exact, rough: true } : exact, to: rough, form: 'said' };
  }
  const oclock = afterOclock(tokens, figures.to);
  const to = afterIsh(tokens, oclock);
  const ish = to > oclock;
  const late = hour > 12 || hour === 0 || figures.padded;
  const behind = afterHours(tokens, to);
  const clock: ClockWords = {
    hour: hour === 24 ? 0 : hour,
    minute,
    second,
    half: null,
    exact: late || behind > to,
    ...(ish ? { rough: true } : {}),
  };
  if (hour === 24 && minute > 0) return null;
  const form = ish || oclock > figures.to || behind > to ? 'said' : figures.form;
  return { clock, to: behind, form };
}

/** «3ish», «3-ish», «3pm-ish». */
function afterIsh(tokens: readonly Token[], at: number): number {
  const hyphen = wordAt(tokens, at) === '-' && isJoined(tokens, at) ? at + 1 : at;
  return wordAt(tokens, hyphen) === 'ish' ? hyphen + 1 : at;
}

function afterOclock(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  if (word === "o'clock" || word === 'oclock' || word === "o'clck" || word === 'uhr') return at + 1;
  if (word === 'sharp') return at + 1;
  return word === 'o' && wordAt(tokens, at + 1) === 'clock' ? at + 2 : at;
}

/** «1530 hrs», «11:00 hrs»; «1:30 hrs» is a length. */
function afterHours(tokens: readonly Token[], at: number): number {
  const digits = tokens[at - 1];
  const paired =
    /^[:.]$/.test(wordAt(tokens, at - 2)) && isJoined(tokens, at - 1) && Number(wordAt(tokens, at - 3)) >= 6;
  if (digits?.kind !== 'number' || (digits.word.length !== 4 && !paired)) return at;
  return /^(?:h|hrs|hours|uhr)$/.test(wordAt(tokens, at)) ? at + 1 : at;
}

export function hourIn(hour: number, half: 'am' | 'pm'): number {
  if (hour > 12) return hour;
  if (half === 'am') return hour % 12;
  return (hour % 12) + 12;
}
