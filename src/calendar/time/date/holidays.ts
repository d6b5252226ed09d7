import { type Day, dayOf, nthWeekday, weekdayOf } from '../../local/day.ts';

const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  'new-year': [1, 1],
  epiphany: [1, 6],
  'australia-day': [1, 26],
  'groundhog-day': [2, 2],
  'valentines-day': [2, 14],
  'st-patricks-day': [3, 17],
  'burns-night': [1, 25],
  'april-fools': [4, 1],
  'earth-day': [4, 22],
  'st-georges-day': [4, 23],
  'anzac-day': [4, 25],
  'workers-day': [5, 1],
  'cinco-de-mayo': [5, 5],
  'flag-day': [6, 14],
  juneteenth: [6, 19],
  'canada-day': [7, 1],
  'independence-day': [7, 4],
  'bastille-day': [7, 14],
  halloween: [10, 31],
  'all-saints-day': [11, 1],
  'bonfire-night': [11, 5],
  'veterans-day': [11, 11],
  'singles-day': [11, 11],
  'st-andrews-day': [11, 30],
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
  'palm-sunday': -7,
  'maundy-thursday': -3,
  'good-friday': -2,
  easter: 0,
  'easter-monday': 1,
  'ascension-day': 39,
  pentecost: 49,
  'whit-monday': 50,
  'corpus-christi': 60,
};

/** The day of a holiday in a year; null where the name is not known. */
export function holidayIn(name: string, year: number): Day | null {
  if (Object.hasOwn(FIXED, name)) return dayOf(year, ...FIXED[name]!);
  if (Object.hasOwn(FROM_EASTER, name)) return easter(year) + FROM_EASTER[name]!;
  if (name === 'first-advent') return firstAdvent(year);
  if (!Object.hasOwn(FLOATING, name)) return null;
  const [month, weekday, nth, after] = FLOATING[name]!;
  const day = nthWeekday(year, month, weekday, nth);
  return day === null ? null : day + after;
}

/** The fourth Sunday before Christmas Day. */
function firstAdvent(year: number): Day {
  const eve = dayOf(year, 12, 24);
  return eve - ((weekdayOf(eve) + 1) % 7) - 21;
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
