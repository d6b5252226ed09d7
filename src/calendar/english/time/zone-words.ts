import { findIana } from 'windows-iana';
import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { clockAt } from './clock.ts';

/**
 * What people mean by a zone's letters: the place's own time, daylight saving included
 * (EST in July is New York's time). Letters with several meanings have the commonest one.
 */
const LETTERS: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  zulu: 'UTC',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  akst: 'America/Anchorage',
  hst: 'Pacific/Honolulu',
  brt: 'America/Sao_Paulo',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  msk: 'Europe/Moscow',
  trt: 'Europe/Istanbul',
  ist: 'Asia/Kolkata',
  pkt: 'Asia/Karachi',
  gst: 'Asia/Dubai',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  sgt: 'Asia/Singapore',
  hkt: 'Asia/Hong_Kong',
  ict: 'Asia/Bangkok',
  wib: 'Asia/Jakarta',
  sast: 'Africa/Johannesburg',
  cat: 'Africa/Maputo',
  eat: 'Africa/Nairobi',
  wat: 'Africa/Lagos',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  acst: 'Australia/Adelaide',
  awst: 'Australia/Perth',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
}; // prettier-ignore
/** Two letters are a word too: only right behind a clock. */
const NAMES: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  gulf: 'Asia/Dubai',
  'new york': 'America/New_York',
  nyc: 'America/New_York',
  ny: 'America/New_York',
  boston: 'America/New_York',
  toronto: 'America/Toronto',
  miami: 'America/New_York',
  chicago: 'America/Chicago',
  dallas: 'America/Chicago',
  austin: 'America/Chicago',
  denver: 'America/Denver',
  phoenix: 'America/Phoenix',
  seattle: 'America/Los_Angeles',
  california: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  sf: 'America/Los_Angeles',
  'los angeles': 'America/Los_Angeles',
  la: 'America/Los_Angeles',
  vancouver: 'America/Vancouver',
  london: 'Europe/London',
  uk: 'Europe/London',
  dublin: 'Europe/Dublin',
  lisbon: 'Europe/Lisbon',
  berlin: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  german: 'Europe/Berlin',
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  rome: 'Europe/Rome',
  milan: 'Europe/Rome',
  amsterdam: 'Europe/Amsterdam',
  brussels: 'Europe/Brussels',
  zurich: 'Europe/Zurich',
  vienna: 'Europe/Vienna',
  prague: 'Europe/Prague',
  warsaw: 'Europe/Warsaw',
  stockholm: 'Europe/Stockholm',
  oslo: 'Europe/Oslo',
  copenhagen: 'Europe/Copenhagen',
  helsinki: 'Europe/Helsinki',
  athens: 'Europe/Athens',
  kyiv: 'Europe/Kyiv',
  bucharest: 'Europe/Bucharest',
  istanbul: 'Europe/Istanbul',
  moscow: 'Europe/Moscow',
  dubai: 'Asia/Dubai',
  india: 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  bengaluru: 'Asia/Kolkata',
  singapore: 'Asia/Singapore',
  'hong kong': 'Asia/Hong_Kong',
  beijing: 'Asia/Shanghai',
  shanghai: 'Asia/Shanghai',
  tokyo: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  seoul: 'Asia/Seoul',
  bangkok: 'Asia/Bangkok',
  jakarta: 'Asia/Jakarta',
  manila: 'Asia/Manila',
  'tel aviv': 'Asia/Jerusalem',
  israel: 'Asia/Jerusalem',
  sydney: 'Australia/Sydney',
  melbourne: 'Australia/Melbourne',
  brisbane: 'Australia/Brisbane',
  perth: 'Australia/Perth',
  auckland: 'Pacific/Auckland',
  'sao paulo': 'America/Sao_Paulo',
  'são paulo': 'America/Sao_Paulo',
  'mexico city': 'America/Mexico_City',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  bogota: 'America/Bogota',
  johannesburg: 'Africa/Johannesburg',
  'cape town': 'Africa/Johannesburg',
  nairobi: 'Africa/Nairobi',
  lagos: 'Africa/Lagos',
  cairo: 'Africa/Cairo',
  hawaii: 'Pacific/Honolulu',
  kathmandu: 'Asia/Kathmandu',
  kolkata: 'Asia/Kolkata',
  hanoi: 'Asia/Ho_Chi_Minh',
  yangon: 'Asia/Yangon',
  lahore: 'Asia/Karachi',
  islamabad: 'Asia/Karachi',
  frankfurt: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  barcelona: 'Europe/Madrid',
  edinburgh: 'Europe/London',
  manchester: 'Europe/London',
  washington: 'America/New_York',
  atlanta: 'America/New_York',
  philadelphia: 'America/New_York',
  montreal: 'America/Toronto',
  houston: 'America/Chicago',
  osaka: 'Asia/Tokyo',
  shenzhen: 'Asia/Shanghai',
  'abu dhabi': 'Asia/Dubai',
  doha: 'Asia/Qatar',
  bali: 'Asia/Makassar',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
}; // prettier-ignore
const TIME = phrases(
  'time',
  'standard time',
  'daylight time',
  'local time',
  'time zone',
  'timezone',
  'local',
  "o'clock time",
);

/** «5pm EST», «3pm London time», «10:00 Europe/Berlin», «9am (PT)», «14:00 UTC+2». */
export const zonePhrase: PhraseFamily = (tokens, at) => {
  const open = wordAt(tokens, at) === '(' ? 1 : 0;
  const start = skip(tokens, at + open, 'in', 'at');
  const read =
    letters(tokens, start, start > at + open) ??
    iana(tokens, start) ??
    place(tokens, start) ??
    bracketed(tokens, start, open === 1);
  if (read === null) return null;
  const to = open === 1 && wordAt(tokens, read.to) === ')' ? read.to + 1 : read.to;
  return { to, meaning: { kind: 'zone', zone: read.zone } };
};

const OWN_TIME = phrases('my time', 'our time', 'local time', 'my local time', 'here');
const THEIR_TIME = phrases('their time', 'his time', 'her time', 'local time', 'their local time', 'time there');

/** How far around «their time» the city is looked for. */
const MOST_AROUND = 30;

/** The zone of the first city that is named near a place: «call with the London office at 4pm their time». */
function zoneOfCityNear(tokens: readonly Token[], at: number): string | null {
  const to = Math.min(tokens.length, at + MOST_AROUND);
  for (let place = Math.max(0, at - MOST_AROUND); place < to; place += 1) {
    const token = tokens[place]!;
    if (token.kind !== 'word' || token.text[0] === token.word[0]) continue;
    for (const words of [`${token.word} ${wordAt(tokens, place + 1)}`, token.word]) {
      const zone = Object.hasOwn(NAMES, words) ? NAMES[words] : cityZone(words);
      if (zone !== undefined) return zone;
    }
  }
  return null;
}

const OTHERS = phrases(
  'his',
  'hers',
  'theirs',
  'yours',
  'his time',
  'her time',
  'their time',
  'your time',
  'for him',
  'for her',
  'for them',
);

/** «15:00 my time», «(9 am his)»: the clock of the one who writes, and what it is on another, say nothing more. */
export const otherClockPhrase: PhraseFamily = (tokens, at) => {
  const theirs = afterPhrase(tokens, at, THEIR_TIME);
  const zone = theirs > 0 && isBehindClock(tokens, at) ? zoneOfCityNear(tokens, at) : null;
  if (zone !== null) return { to: theirs, meaning: { kind: 'zone', zone } };
  const own = afterPhrase(tokens, at, OWN_TIME);
  if (own > 0) return isBehindClock(tokens, at) ? { to: own, meaning: { kind: 'bound' } } : null;
  if (wordAt(tokens, at) !== '(' || tokens[at + 1]?.kind !== 'number' || !isBehindTime(tokens, at)) return null;
  const clock = clockAt(tokens, at + 1);
  const whose = clock === null ? -1 : afterPhrase(tokens, clock.to, OTHERS);
  return whose < 0 ? null : { to: skip(tokens, whose, ')'), meaning: { kind: 'bound' } };
};

function isBehindTime(tokens: readonly Token[], at: number): boolean {
  return isBehindClock(tokens, at) || wordAt(tokens, at - 1) === 'time';
}

interface ZoneRead {
  readonly zone: string;
  readonly to: number;
}

function letters(tokens: readonly Token[], at: number, led: boolean): ZoneRead | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || !Object.hasOwn(LETTERS, token.word)) return null;
  const upper = token.text === token.text.toUpperCase();
  const time = afterPhrase(tokens, at + 1, TIME);
  const behindClock = isBehindClock(tokens, at);
  if (
    !behindClock &&
    !(upper && token.word.length > 2 && led) &&
    time < 0 &&
    !(upper && /^(?:utc|gmt)$/.test(token.word))
  )
    return null;
  if (token.word.length === 2 && !behindClock) return null;
  if (token.word === 'cat' && !upper) return null;
  const to = time > 0 ? time : at + 1;
  const offset = fixedOffset(tokens, to, token.word);
  return offset ?? { zone: LETTERS[token.word]!, to };
}

/** UTC+2, GMT-5: the signs of Etc/GMT names are the other way round (POSIX). */
function fixedOffset(tokens: readonly Token[], at: number, name: string): ZoneRead | null {
  const sign = wordAt(tokens, at);
  if ((name !== 'utc' && name !== 'gmt') || (sign !== '+' && sign !== '-') || !isJoined(tokens, at + 1)) return null;
  const hours = Number(wordAt(tokens, at + 1));
  if (!Number.isInteger(hours) || hours > 14) return null;
  return { zone: hours === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`, to: at + 2 };
}

/** A number, am or pm right before, a bracket aside. */
function isBehindClock(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  if (wordAt(tokens, before) === '(') before -= 1;
  const token = tokens[before];
  return (
    token !== undefined &&
    (token.kind === 'number' || /^(?:am|pm|a|p|m|\.|noon|midnight|o'clock|hrs|hours)$/.test(token.word))
  );
}

/** Europe/Berlin, America/New_York. */
function iana(tokens: readonly Token[], at: number): ZoneRead | null {
  const area = tokens[at];
  if (
    area?.kind !== 'word' ||
    !/^(?:africa|america|asia|atlantic|australia|europe|indian|pacific|etc)$/.test(area.word)
  )
    return null;
  if (wordAt(tokens, at + 1) !== '/' || tokens[at + 2]?.kind !== 'word') return null;
  let name = `${area.text}/${tokens[at + 2]!.text}`;
  let to = at + 3;
  while (to < at + 8 && (wordAt(tokens, to) === '_' || wordAt(tokens, to) === '/') && tokens[to + 1]?.kind === 'word') {
    name += wordAt(tokens, to) + tokens[to + 1]!.text;
    to += 2;
  }
  return { zone: name, to };
}

/** «London time», «Eastern», «Pacific Standard Time», «W. Europe Standard Time». */
function place(tokens: readonly Token[], at: number): ZoneRead | null {
  if (tokens[at]?.kind !== 'word') return null;
  const windows = windowsName(tokens, at);
  if (windows !== null) return windows;
  for (const width of [2, 1]) {
    const time = afterPhrase(tokens, at + width, TIME);
    // «5pm eastern» needs no word behind it.
    if (time < 0 && !isBehindClock(tokens, at)) continue;
    const words = width === 2 ? `${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}` : wordAt(tokens, at);
    if (!Object.hasOwn(NAMES, words)) {
      const zone = time > 0 && isBehindClock(tokens, at) ? cityZone(words) : undefined;
      if (zone !== undefined) return { zone, to: time };
      continue;
    }
    const short = /^(?:eastern|central|mountain|pacific)$/.test(words) && isBehindClock(tokens, at);
    if (time > 0) return { zone: NAMES[words]!, to: time };
    if (short) return { zone: NAMES[words]!, to: at + width };
  }
  return null;
}

/** «3pm Kathmandu time»: the city that a zone of the tz database is called by. */
function cityZone(words: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
  );
  return cities.get(words);
}

let cities: Map<string, string> | undefined;

/** «3pm (London)». */
function bracketed(tokens: readonly Token[], at: number, open: boolean): ZoneRead | null {
  for (const width of open && isBehindClock(tokens, at) ? [2, 1] : []) {
    if (wordAt(tokens, at + width) !== ')') continue;
    const words = width === 2 ? `${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}` : wordAt(tokens, at);
    if (Object.hasOwn(NAMES, words)) return { zone: NAMES[words]!, to: at + width };
  }
  return null;
}

function windowsName(tokens: readonly Token[], at: number): ZoneRead | null {
  for (let width = 2; width <= 6; width += 1) {
    if (wordAt(tokens, at + width - 1) !== 'time') continue;
    const run = tokens.slice(at, at + width);
    let name = '';
    for (const token of run) name += token.joined || name === '' ? token.text : ` ${token.text}`;
    const [found] = /standard/i.test(name) ? findIana(name) : [];
    return found === undefined ? null : { zone: found, to: at + width };
  }
  return null;
}
