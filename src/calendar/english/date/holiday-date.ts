import { afterPhrase, type Phrases, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { yearAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';

/** The apostrophe of a plural is a mark of its own: «presidents' day». */
function named(...texts: readonly string[]): Phrases {
  return phrases(...texts, ...texts.filter((text) => text.includes("s' ")).map((text) => text.replace("s' ", "s ' ")));
}

/** Names of holidays as people write them, to the rules' names in time/date/holidays.ts. */
const HOLIDAYS: readonly (readonly [string, Phrases])[] = [
  ['new-years-eve', named('new year eve', "new year's eve", 'new years eve', "new years' eve", 'nye', 'silvester')],
  ['new-year', named('new year', 'new years', "new year's", "new year's day", 'new years day', 'new year day')],
  ['valentines-day', named("valentine's day", 'valentines day', "valentine's", 'valentines')],
  [
    'st-patricks-day',
    named(
      "st patrick's day",
      'st patricks day',
      "saint patrick's day",
      'saint patrick',
      'saint patricks day',
      "st . patrick's day",
      "saint patrick's",
      'st patrick day',
      "st patrick's",
      'st patricks',
      'st paddys day',
      "st paddy's day",
    ),
  ],
  ['april-fools', named('april fools day', "april fool's day", 'april fools', "april fools' day")],
  ['earth-day', named('earth day')],
  [
    'workers-day',
    named("international workers' day", 'international workers day', "workers' day", 'labour day', 'may day', 'mayday'),
  ],
  ['juneteenth', named('juneteenth')],
  ['independence-day', named('independence day', 'fourth of july', '4 th of july', 'july fourth')],
  ['halloween', named('halloween')],
  ['veterans-day', named('veterans day', "veterans' day", "veteran's day", 'remembrance day', 'armistice day')],
  ['christmas-eve', named('christmas eve', 'xmas eve')],
  ['christmas', named('christmas', 'christmas day', 'xmas', 'x - mas', 'xmas day')],
  ['boxing-day', named('boxing day', "st stephen's day", 'st stephens day')],
  ['flag-day', named('flag day')],
  ['burns-night', named('burns night')],
  ['singles-day', named('singles day', "singles' day")],
  ['first-advent', named('first advent', 'advent sunday', 'first sunday of advent', '1 st advent', 'first of advent')],
  ['mlk-day', named('mlk day', 'martin luther king day', 'martin luther king jr day')],
  ['presidents-day', named("presidents' day", 'presidents day', "president's day")],
  ['mothers-day', named("mother's day", 'mothers day', "mothers' day")],
  ['memorial-day', named('memorial day')],
  ['fathers-day', named("father's day", 'fathers day', "fathers' day")],
  ['labor-day', named('labor day')],
  ['columbus-day', named('columbus day', "indigenous peoples' day")],
  ['thanksgiving', named('thanksgiving', 'thanksgiving day')],
  ['black-friday', named('black friday')],
  ['cyber-monday', named('cyber monday')],
  ['good-friday', named('good friday')],
  ['easter', named('easter', 'easter sunday', 'easter day')],
  ['easter-monday', named('easter monday')],
  ['pentecost', named('pentecost', 'whit sunday')],
  ['whit-monday', named('whit monday', 'pentecost monday')],
  ['ascension-day', named('ascension day')],
  ['palm-sunday', named('palm sunday')],
  ['maundy-thursday', named('maundy thursday', 'holy thursday')],
  ['corpus-christi', named('corpus christi')],
  ['epiphany', named('epiphany')],
  ['groundhog-day', named('groundhog day')],
  ['cinco-de-mayo', named('cinco de mayo')],
  ['all-saints-day', named('all saints day', "all saints' day")],
  ['bonfire-night', named('bonfire night', 'guy fawkes night', 'guy fawkes')],
  ['st-georges-day', named("st george's day", 'st georges day')],
  ['st-andrews-day', named("st andrew's day", 'st andrews day')],
  ['australia-day', named('australia day')],
  ['anzac-day', named('anzac day')],
  ['canada-day', named('canada day')],
  ['bastille-day', named('bastille day')],
  ['ash-wednesday', named('ash wednesday')],
  ['mardi-gras', named('mardi gras', 'shrove tuesday', 'pancake day', 'pancake tuesday')],
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
  if (wordAt(tokens, mark) === 'next' && wordAt(tokens, mark + 1) === 'year')
    return { date: { holiday: best.name, years: 1 }, to: mark + 2 };
  const year = yearAt(tokens, mark);
  return year !== null && year.value < 2100 && year.value > 2000 && !(mark === best.to && year.digits === false)
    ? { date: { holiday: best.name, year: year.value }, to: year.to }
    : { date: { holiday: best.name }, to: best.to };
}
