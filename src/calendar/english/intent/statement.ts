import type { Token } from '../../text/tokenize.ts';
import { ACTIVITY_WORDS } from '../words/activities.ts';

/** Words in a message without a command that tell something and ask for no event. */
const STATEMENTS: readonly RegExp[] = [
  // «the call is at 3», «our sprint ends on friday»: a thing that both know, and a verb.
  /^(?:the|that|this|our|their|your|his|her) .{1,60}\b(?:is|are|has|have|will|starts|begins|ends|runs|opens|closes|says|lasts|finishes|leaves|lands|go|goes|takes|renews|costs|resumes|departs|boards)\b/,
  // «my brother has his exam on tuesday»: the plan of another; who visits is one's own.
  /^(?:my|our) (?:\p{L}+ ){0,2}?(?:brother|sister|siblings?|mother|mum|mom|father|dad|parents|son|daughter|kids?|children|wife|husband|partner|boyfriend|girlfriend|fiancée?|uncle|aunt|cousin|grandma|grandpa|nephew|niece|boss|manager|supervisor|colleagues?|coworkers?|teammates?|neighbou?rs?|friends?|flatmate|roommate|landlord)(?:'s)? (?:has|have|will|flies|fly|goes|leaves|starts|begins|finishes|plays|works|travels|moves|meets|takes|wants|needs|(?:is|are)(?! (?:visiting|coming|arriving|staying|here)\b))\b/u,
  // «Marta flies to Madrid on monday», «Tom is presenting at 10», «Eva and Jan are moving on friday».
  /^(?!(?:there|here|this|that|tomorrow|today|mum|mom|dad|grandma|grandpa|parents)\b)[\p{L}'-]+ (?:(?:and|&) \p{L}+ )?(?:(?:flies|travels|commutes|drives) (?:to|from|out|back|home)\b|(?:presents|speaks) (?:at|to|the|our|his|her|their|a|about)\b|(?:is|are) (?:presenting|flying|travell?ing|driving|moving|leaving|speaking|getting|going|taking|having|hosting|attending|joining|starting)\b)/u,
  // «Bo wants to meet on friday at 3».
  /^(?:(?:the|my|our) )?[\p{L}'-]+ (?:wants|would like|prefers|suggests|proposes|asks)\b/u,
  // «according to the plan we launch on friday».
  /^(?:according to|as per|per) (?:the|our|my|your|this)\b|\bwe (?:launch|ship|deploy|go live|release|switch|migrate|start at|open at|close at)\b/,
  // «3pm is fine», «room 4 is free from 10».
  /\b(?:is (?:fine|good|ok|okay|great|perfect|better|best)|(?:is|are|looks?) (?:free|busy|full|open|closed|available|taken|booked|over|down|up|here))\b|\bsuits?\b/,
  // What somebody says or does, how often something is so, since when: no names of events.
  /\b(?:since|says|thinks|joins|prefers|believes|seems|usually|normally|typically|generally|always|never|often|sometimes|finally|unfortunately|apparently|hopefully)\b/,
  // «we close at 6», «someone booked my slot», «could be friday», «sent at 10:42», «doors open at 7».
  /^(?:we (?!meet|have|need|should|want|must|will)[a-z]{3,}\b|(?:could|may|might) be\b|(?:someone|somebody|nobody|everybody|everyone|no one|last call) |(?:sent|received|seen|posted|last seen) (?:at|on|by|from|to)\b|(?:doors?|gates?|shops?|stores?|banks?|offices?|bars?|caf[eé]s?|kitchen|canteen|pool|library|museum|restaurant) (?:opens?|closes?)\b)/,
  // «support hours: mon-fri 9-17», «cron runs at 2», «version 4.2 ships on tuesday».
  /\b(?:(?:support|opening|business|store|shop) hours(?= :| are\b)|(?:cron|jobs?|scripts?|pipelines?|builds?|backups?) (?:runs?|starts?)\b|ships (?:on|in|by)\b)/,
  // «we have 3 seats left for friday».
  /\b(?:seats?|places|spots?|tickets?|slots?) (?:are |is )?(?:left|available|remaining)\b/,
  // «lunch break, back at 1», «friday at 2? sure».
  /(?:^|[,;.-] )(?:back|brb|bbl|afk) (?:in|at|by|around|soon|on|from)\b|\? (?:sure|yes|yep|ok|okay|fine|no|works)\b/,
];

/** «my bus is at 7:40», «starts in 5 minutes»: with a thing for calendars in them they would be asked for. */
const WITHOUT_ACTIVITY =
  /^(?:(?:my|our) [a-z' -]{1,40}\b(?:is|are) (?:at|on|in|by)\b|(?:starts|starting|begins|beginning|ends|ending) (?:in|at|now|soon)\b|(?:maybe|perhaps|probably|errors?|failures?|exceptions?|warnings?|alerts?|outages?|incidents?)\b)/;

/** @param lower the words of the message, in lower case and one space apart */
export function isStatement(lower: string): boolean {
  return STATEMENTS.some((statement) => statement.test(lower));
}

/** What tells of something where no word is an activity. */
export function isStatementOfNoActivity(lower: string): boolean {
  return WITHOUT_ACTIVITY.test(lower);
}

/** «Jo will present at 11»; Will is a name too. */
export function tellsOfTheFuture(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ text }) => text === 'will');
  if (at < 1 || tokens[at + 1]?.kind !== 'word') return false;
  return !/^(?:with|w|\/|and|&|,|call|meet|invite|there|free|good)$/.test(tokens[at - 1]!.word);
}

/**
 * «friday is casual day», «monday 10 is a no go»; «tomorrow is mum's birthday» is for the calendar.
 *
 * @param rest the words that no phrase of time took
 */
export function tellsOfADay(tokens: readonly Token[], rest: readonly Token[]): boolean {
  const verb = rest.find(({ word }) => word === 'is' || word === 'are');
  if (verb === undefined) return false;
  const at = tokens.indexOf(verb);
  if (at < 1 || rest.includes(tokens[at - 1]!)) return false;
  if (/^(?:a|an|no|not)$/.test(tokens[at + 1]?.word ?? '')) return true;
  return !tokens.slice(at + 1).some(({ word }) => ACTIVITY_WORDS.has(word) || word.endsWith("'s"));
}
