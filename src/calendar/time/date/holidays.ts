import { type Day, dayOf, nthWeekday, weekdayOf } from '../../local/day.ts';

const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  'new-year': [1, 1],
  'valentines-day': [2, 14],
  'st-patricks-day': [3, 17],
  'april-fools': [4, 1],
  'earth-day': [4, 22],
  'workers-day': [5, 1],
  juneteenth: [6, 19],
  'independence-day': [7, 4],
  halloween: [10, 31],
  'veterans-day': [11, 11],
  'christmas-eve': [12, 24],
  christmas: [12, 25],
  'boxing-day': [12, 26],
  'new-years-eve': [12, 31],
};

/** Month, weekday (0 is Monday), nth, and days after that. The United States' rules, as the names are theirs. */
const FLOATING: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'mlk-day': [1, 0, 3, 0],
  'presidents-day': [2, 0, 3, 0],
  'mothers-day': [5, 6, 2, 0],
  'memorial-day': [5, 0, -1, 0],
  'fathers-day': [6, 6, 3, 0],
  'labor-day': [9, 0, 1, 0],
  'columbus-day': [10, 0, 2, 0],
  thanksgiving: [11, 3, 4, 0],
  'black-friday': [11, 3, 4, 1],
  'cyber-monday': [11, 3, 4, 4],
};

const FROM_EASTER: Readonly<Record<string, number>> = {
  'mardi-gras': -47,
  'ash-wednesday': -46,
  'good-friday': -2,
  easter: 0,
  'easter-monday': 1,
  pentecost: 49,
};

/** The day of a holiday in a year; null where the name is not known. */
export function holidayIn(name: string, year: number): Day | null {
  if (Object.hasOwn(FIXED, name)) return dayOf(year, ...FIXED[name]!);
  if (Object.hasOwn(FROM_EASTER, name)) return easter(year) + FROM_EASTER[name]!;
  if (!Object.hasOwn(FLOATING, name)) return null;
  const [month, weekday, nth, after] = FLOATING[name]!;
  const day = nthWeekday(year, month, weekday, nth);
  return day === null ? null : day + after;
}

/** Western Easter: the Sunday after the church's full moon (Gauss, with the corrections of the Gregorian calendar). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const fullMoon = dayOf(year, 3, 21) + moon;
  return fullMoon + (7 - ((weekdayOf(fullMoon) + 1) % 7));
}
