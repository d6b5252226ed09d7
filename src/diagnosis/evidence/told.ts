import { type LiteralList, literal, literalList } from '../text/literal-filter.ts';
import { holdsOneOf, mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Reader } from '../text/views.ts';
import type { ToldEvidence } from './evidence.ts';
import { occurrences } from './occurrences.ts';
import { CIRCUMSTANCE_WORDS, type CircumstanceWords } from './told/circumstances.ts';
import { RETOLD_WORDS } from './told/retold.ts';

interface Telling extends CircumstanceWords {
  readonly others: readonly (readonly string[])[];
}

/** The first words of all tellings, and the telling of each beside it: two flat lists, as most of them are in no paste. */
interface Tellings {
  readonly first: LiteralList;
  readonly tellings: readonly Telling[];
}

function listed(all: readonly CircumstanceWords[]): Tellings {
  const words: string[] = [];
  const tellings: Telling[] = [];
  for (const each of all) {
    const [first, ...others] = each.words.split(' + ').map((group) => group.split('|'));
    const telling = { ...each, others };
    for (const word of first!) {
      words.push(word);
      tellings.push(telling);
    }
  }
  return { first: literalList(words), tellings };
}

const ALL = listed(CIRCUMSTANCE_WORDS);
const ALONE = listed(CIRCUMSTANCE_WORDS.filter(({ alone }) => alone));
/** With a code of Entra ID no telling is asked for any more. */
const CODE = literal('aadsts');
const ERRORS = literalList([
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'interaction_required',
]);

/** People tell in a few lines; what is longer is a log. */
const LOOKED_AT = 12_000;
const MOST_PLACES = 4;
const AROUND = 90;

const RETOLD = listed(RETOLD_WORDS);
/** Whoever tells in words of their own what a page said writes a few sentences. */
const LONGEST_STORY = 1_600;
/** A program's output says what it has to say in its own words. */
const OF_A_PROGRAM = literalList([
  'http/1',
  'http/2',
  'exception',
  'traceback',
  '\n    at ',
  '=> ',
  '= "',
  "= '",
  '();',
  '](http',
  ' --',
]);
/** A brace is of JSON or of code. */
const BRACE = '{';
/** Whose sign-in it is. */
const PLATFORM =
  /\b(?:microsoft|entra|azure|aad|office ?365|m365|o365|outlook|teams|sharepoint|onedrive|exchange online|graph|msal|jwt\.ms)\b|microsoft365|microsoftonline|onmicrosoft|app registration|certificates (?:&|and) secrets/;

/** Somebody else's sign-in, by its name in a sentence. */
const OTHER_SERVICE =
  /\b(?:google|okta|auth0|keycloak|cognito|aws|slack|jira|confluence|atlassian|sap|salesforce|servicenow|zoom|dropbox|apple id|icloud|linkedin|facebook|citrix|bitlocker|paypal|netflix|amazon)\b/;
/**
 * A sentence that speaks about a failure and reports none: what may come, what is over, what a word means. Before the
 * telling, or anywhere in its sentence.
 */
const TALK_BEFORE =
  /\b(?:if|in case|whenever|unless|remind|reminder|what (?:does|do|is meant)|what(?:'s| is| are) (?:the|a|an)|should (?:i|we)|do (?:i|we) need|how long|was ist|wie lange|brauchen wir|how (?:do|does|can|to)|docs?|documentation|release|changelog|falls|wenn|sobald|erinnerung|was (?:bedeutet|heißt)|si |cuando|lorsque|quand)\b[^\n]{0,120}$/;
/** Something went wrong, whatever it was. */
const FAILED =
  /\b(?:40[013]|errors?|fehler|erreur|errore|erro|fail(?:s|ed|ing|ure)?|refuse[sd]?|reject(?:s|ed)?|den(?:y|ied|ies)|block(?:s|ed)?|invalid\w*|can(?:'t|not)|can not|couldn't|could not|(?:does|do|did|would|will|won)(?:n't|'t| not)|stopped|unauthorized|forbidden|it says|page says|says that|tells me|keeps? asking|kann (?:mich|sich|ich|man|er|sie) ?nicht|geht nicht|nicht mehr|funktioniert nicht|meldet|gesperrt|lehnt|abgelehnt|impossible|échoue|(?:peux|peut|marche|arrive|fonctionne|veut) (?:pas|plus)|dit que|no (?:puedo|puede|funciona|deja|me deja)|falla|dice que|non (?:posso|funziona|riesco|riesce)|não (?:consigo|consegue|funciona)|falha|kan niet|lukt niet)\b|\bnimmt\b|will (?:weiter|immer)|still wants/;
const TALK =
  /\b(?:will soon|used to|fixed|solved|resolved|works again|ruled out|recommend|(?:nobody|no one) (?:reports?|reported|sees|saw|has)|just so you know|for the docs|fyi|behoben|gelöst|erledigt|résolu|solucionado|resuelto|risolto|resolvido|in a meeting|(?:everything|all|alles|tout|todo) (?:is |signs in |works |ist |va )?(?:fine|ok|okay|green|gut|bien)|nicht nötig|not (?:needed|necessary)|works now|is green)\b|\bpolicy:/;

/**
 * Circumstances as people tell them beside a refusal: «the password was reset this morning», «the same code goes out
 * twice». They prove nothing of themselves: rules read them together with what was refused. In a few sentences they also
 * tell what was refused: «Microsoft says that my password has expired».
 */
export const readTold: Reader<ToldEvidence> = ({ text }) => {
  const found: ToldEvidence[] = [];
  if (text.text.length > LOOKED_AT || (text.mayHold(CODE) && text.lower.includes(CODE.text))) return found;
  readFrom(text, mayHoldOneOf(text, ERRORS) ? ALL : ALONE, found);
  if (isStory(text)) readRetold(text, found);
  return found;
};

function readFrom(text: MappedText, { first, tellings }: Tellings, found: ToldEvidence[]): void {
  for (let index = text.nextHeld(first, 0); index !== -1; index = text.nextHeld(first, index + 1)) {
    const word = first.literals[index]!;
    const telling = tellings[index]!;
    if (found.some(({ circumstance }) => circumstance === telling.circumstance)) continue;
    const start = placeOf(text.lower, word.text, telling);
    if (start === undefined) continue;
    found.push({
      kind: 'told',
      circumstance: telling.circumstance,
      span: text.spanOf(start, start + word.text.length),
    });
  }
}

function isStory(text: MappedText): boolean {
  return text.text.length <= LONGEST_STORY && !text.text.includes(BRACE) && !holdsOneOf(text, OF_A_PROGRAM);
}

function readRetold(text: MappedText, found: ToldEvidence[]): void {
  const { first, tellings } = RETOLD;
  for (let index = text.nextHeld(first, 0); index !== -1; index = text.nextHeld(first, index + 1)) {
    const word = first.literals[index]!.text;
    const telling = tellings[index]!;
    if (found.some(({ circumstance }) => circumstance === telling.circumstance)) continue;
    const start = placeOf(text.lower, word, telling, true);
    if (start === undefined || isTalk(text.lower, start, start + word.length)) continue;
    if (telling.besideFailure === true && !FAILED.test(text.lower)) continue;
    const platform = PLATFORM.test(text.lower);
    const other = OTHER_SERVICE.test(text.lower);
    if (other && !platform) continue;
    const named = !other && (platform || telling.anywhere === true);
    found.push({
      kind: 'told',
      circumstance: telling.circumstance,
      ...(named ? { named } : {}),
      span: text.spanOf(start, start + word.length),
    });
  }
}

const LETTER = /[a-z\u00df-\u00ff]/;
const END_OF_SENTENCE = /[.!?;](?=\s|$)|\n/g;

function isTalk(lower: string, start: number, end: number): boolean {
  let from = 0;
  let to = lower.length;
  for (const { index } of lower.matchAll(END_OF_SENTENCE)) {
    if (index < start) from = index + 1;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  return TALK_BEFORE.test(lower.slice(from, start)) || TALK.test(lower.slice(from, to));
}

function placeOf(
  lower: string,
  word: string,
  { others, unless, only, within = AROUND }: Telling,
  whole = false,
): number | undefined {
  for (const start of occurrences(lower, word, MOST_PLACES)) {
    // «Blocked out» is not «locked out».
    if (whole && LETTER.test(lower.charAt(start - 1)) && LETTER.test(word.charAt(0))) continue;
    const around = lower.slice(Math.max(0, start - within), start + word.length + within);
    if (!others.every((group) => group.some((other) => around.includes(other)))) continue;
    if (!unless?.test(around) && only?.test(around) !== false) return start;
  }
  return undefined;
}
