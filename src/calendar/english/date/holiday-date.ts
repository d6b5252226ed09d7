import { afterPhrase, type Phrases, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { yearAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';

/** Names of holidays as people write them, to the rules' names in time/date/holidays.ts. */
const HOLIDAYS: readonly (readonly [string, Phrases])[] = [
  ['new-years-eve', phrases('new year eve', "new year's eve", 'new years eve', "new years' eve", 'nye', 'silvester')],
  ['new-year', phrases('new year', 'new years', "new year's", "new year's day", 'new years day', 'new year day')],
  ['valentines-day', phrases("valentine's day", 'valentines day', "valentine's", 'valentines')],
  [
    'st-patricks-day',
    phrases(
      "st patrick's day",
      'st patricks day',
      "saint patrick's day",
      'saint patrick',
      'saint patricks day',
      "st . patrick's day",
      "saint patrick's",
    ),
  ],
  ['april-fools', phrases('april fools day', "april fool's day", 'april fools', "april fools' day")],
  ['earth-day', phrases('earth day')],
  [
    'workers-day',
    phrases(
      "international workers' day",
      'international workers day',
      "workers' day",
      'labour day',
      'may day',
      "international workers ' day",
      "workers ' day",
    ),
  ],
  ['juneteenth', phrases('juneteenth')],
  ['independence-day', phrases('independence day', 'fourth of july', '4 th of july', 'july fourth')],
  ['halloween', phrases('halloween')],
  ['veterans-day', phrases('veterans day', "veterans' day", "veteran's day", 'remembrance day', 'armistice day')],
  ['christmas-eve', phrases('christmas eve', 'xmas eve')],
  ['christmas', phrases('christmas', 'christmas day', 'xmas', 'x - mas', 'xmas day')],
  ['boxing-day', phrases('boxing day', "st stephen's day", 'st stephens day')],
  ['mlk-day', phrases('mlk day', 'martin luther king day', 'martin luther king jr day')],
  ['presidents-day', phrases("presidents' day", 'presidents day', "president's day")],
  ['mothers-day', phrases("mother's day", 'mothers day', "mothers' day")],
  ['memorial-day', phrases('memorial day')],
  ['fathers-day', phrases("father's day", 'fathers day', "fathers' day")],
  ['labor-day', phrases('labor day')],
  ['columbus-day', phrases('columbus day', "indigenous peoples' day")],
  ['thanksgiving', phrases('thanksgiving', 'thanksgiving day')],
  ['black-friday', phrases('black friday')],
  ['cyber-monday', phrases('cyber monday')],
  ['good-friday', phrases('good friday')],
  ['easter', phrases('easter', 'easter sunday', 'easter day')],
  ['easter-monday', phrases('easter monday')],
  ['pentecost', phrases('pentecost', 'whit sunday')],
  ['whit-monday', phrases('whit monday', 'pentecost monday')],
  ['ascension-day', phrases('ascension day')],
  ['palm-sunday', phrases('palm sunday')],
  ['maundy-thursday', phrases('maundy thursday', 'holy thursday')],
  ['corpus-christi', phrases('corpus christi')],
  ['epiphany', phrases('epiphany')],
  ['groundhog-day', phrases('groundhog day')],
  ['cinco-de-mayo', phrases('cinco de mayo')],
  ['all-saints-day', phrases('all saints day', "all saints' day")],
  ['bonfire-night', phrases('bonfire night', 'guy fawkes night', 'guy fawkes')],
  ['st-georges-day', phrases("st george's day", 'st georges day')],
  ['st-andrews-day', phrases("st andrew's day", 'st andrews day')],
  ['australia-day', phrases('australia day')],
  ['anzac-day', phrases('anzac day')],
  ['canada-day', phrases('canada day')],
  ['bastille-day', phrases('bastille day')],
  ['ash-wednesday', phrases('ash wednesday')],
  ['mardi-gras', phrases('mardi gras', 'shrove tuesday')],
];

const BY_FIRST_WORD = new Map<string, (readonly [string, Phrases])[]>();
for (const holiday of HOLIDAYS) {
  for (const first of holiday[1].keys()) {
    const list = BY_FIRST_WORD.get(first) ?? [];
    list.push(holiday);
    BY_FIRST_WORD.set(first, list);
  }
}

/** A holiday by its name, with its year where it is said. */
export function holidayDateAt(tokens: readonly Token[], at: number): DateRead | null {
  const lead = skip(tokens, skip(tokens, at, 'the'), 'next', 'this', 'coming');
  let best: { readonly name: string; readonly to: number } | null = null;
  for (const [name, texts] of BY_FIRST_WORD.get(wordAt(tokens, lead)) ?? []) {
    const to = afterPhrase(tokens, lead, texts);
    if (to > 0 && (best === null || to > best.to)) best = { name, to };
  }
  if (best === null) return null;
  const mark = skip(tokens, best.to, ',', 'of', 'in');
  const year = yearAt(tokens, mark);
  return year !== null && year.value < 2100 && year.value > 2000 && !(mark === best.to && year.digits === false)
    ? { date: { holiday: best.name, year: year.value }, to: year.to }
    : { date: { holiday: best.name }, to: best.to };
}
