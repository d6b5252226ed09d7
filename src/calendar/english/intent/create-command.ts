import { afterPhrase, phrases, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { ACTIVITY_WORDS } from '../words/activities.ts';
import { afterAway, afterHaving, afterOwnPlan } from './own-plan.ts';
import { POLITE_WORDS } from './polite-words.ts';

export interface CommandRead {
  /** The place after the command; the place itself where there is none. */
  readonly to: number;
  /** Asked for outright; «let's», «i have» are weaker. */
  readonly strong: boolean;
  /** Told and not asked for: «we play tennis», «our review is»; «we have visitors» says less than these. */
  readonly told?: 'plan' | 'having' | 'statement' | 'away';
}

const POLITE = phrases(
  ...POLITE_WORDS,
  'quick',
  'hey bot',
  'hi bot',
  'hi there',
  'hello there',
  'note that',
  'remember that',
  'good morning',
  'good afternoon',
  'good evening',
  'thanks',
  'if possible',
  'if you can',
  'if you could',
  "if you don't mind",
  'when you can',
  'when you get a chance',
  'when you have a moment',
  'when you get a moment',
); // prettier-ignore
const REQUEST = phrases(
  'can you',
  'could you',
  'would you',
  'will you',
  'can u',
  'can we',
  'could we',
  'can i',
  'could i',
  'may i',
  "i'd like to",
  'i would like to',
  'i want to',
  'i want you to',
  'i need to',
  'i need you to',
  "i'd like you to",
  'we need to',
  'we should',
  "let's",
  'lets',
  'let us',
  'help me',
  'help me to',
  'i need',
  'i want',
  "i'd like",
  'i would like',
  'we have to',
  'i have to',
  'i must',
  'need to',
  'need you to',
  'want to',
  'would you mind',
  'please help me',
  'i wanna',
  'need',
  'i gotta',
  'gotta',
  "i'd love to",
  'shall we',
  'should we',
  'how about',
  'how about we',
  'what about',
  'we want to',
  'we need',
  'would like to',
  'could do with',
  'i could do with',
  'help us',
  'would you be so kind as to',
  'would you be so kind to',
  'be so kind as to',
  'be so good as to',
  'could you be so kind as to',
  'would you be able to',
  'are you able to',
  'could you possibly',
  'can you possibly',
  'would it be possible to',
  'is it possible to',
  'would it be ok to',
  'do you think you could',
  'do you think we could',
  'i was wondering if you could',
  'i was wondering if we could',
  'i was wondering whether you could',
  'i wonder if you could',
  'wondering if you could',
  "i'd appreciate it if you could",
  'i would appreciate it if you could',
  "i'd be grateful if you could",
  'i would be grateful if you could',
  'it would be great if you could',
  "it'd be great if you could",
  'any chance you could',
  'any chance you can',
  'feel free to',
  'go ahead and',
  'can you go ahead and',
  'please go ahead and',
); // prettier-ignore
const VERBS = phrases(
  'schedule',
  'shedule',
  'scheduel',
  'sched',
  'book',
  'bk',
  'add',
  'create',
  'creat',
  'set up',
  'setup',
  'set',
  'put',
  'make',
  'make me',
  'block',
  'block off',
  'block out',
  'block my calendar',
  'pencil in',
  'pencil',
  'plan',
  'arrange',
  'organize',
  'organise',
  'reserve',
  'insert',
  'enter',
  'hold',
  'new',
  'put down',
  'put me down',
  'put us down',
  'put me down for',
  'put us down for',
  'put me in',
  'put me in for',
  'mark me',
  'mark me down',
  'put in',
  'mark',
  'fix up',
  'calendar',
  'note',
  'invite',
  'send an invite',
  'send an invite for',
  'send invite for',
  'send invite 4',
  'send an invite 4',
  'send out invites for',
  'send a invite for',
  'send a meeting invite for',
  'send out an invite for',
  'send a calendar invite for',
  'send calendar invite for',
  'send a calendar invite to',
  'send calendar invite to',
  'send meeting invite for',
  'send invites for',
  'pop',
  'pop in',
  'send an invitation for',
  'book in',
  'book out',
  'stick',
  'slot in',
  'find time',
  'find a time',
  'find us a time',
  'find some time',
  'find me time',
  'remind me about',
  'remind me of',
  'remind me to',
  'remind me that',
  'remind me',
  'find',
  'get',
  'find me',
  'find us',
  'get us',
  'save',
  'save the date for',
  'save the date',
  'make sure i have',
  'make sure we have',
  'make sure there is',
  'make sure i remember',
  'register',
  'log',
  'record',
  'lock in',
  'get me',
  'throw',
  'throw in',
  'do',
  'have',
  'grab',
  'mark my calendar',
  'mark my calendar for',
  'block time',
  'block some time',
  'dont forget',
  'not forget',
  "don't let me forget",
  'dont let me forget',
  "don't forget",
  'start',
  'give me',
  'open',
); // prettier-ignore
/** Verbs that ask for an event only behind a request: «let's do», «i need to talk to». */
const WEAK: ReadonlySet<string> = new Set([
  'do',
  'have',
  'grab',
  'start',
  'open',
  'give me',
  'log',
  'record',
  'save',
  'note',
  'get me',
  "don't forget",
  'dont forget',
  'set',
  'make',
  'mark',
  'register',
  'invite',
  'calendar',
  'stick',
  'pop',
]);
const STATEMENTS = phrases(
  'i have',
  'i have got',
  "i've got",
  'i got',
  'we have',
  "we've got",
  'there is',
  "there's",
  'there will be',
  'we are having',
  "we're having",
  "i'm having",
  'i am having',
  'i have a',
  "i'm going to",
  'make sure i have',
  'make sure we have',
  'i am going to',
  "we're going to",
);

/** The place after «please can you», «i need to»: where the verb of a wish stands. */
export function afterRequest(tokens: readonly Token[], at: number): number {
  const request = afterPhrase(tokens, at, REQUEST);
  const start = request > 0 ? request : at;
  const polite = afterPhrase(tokens, start, POLITE);
  const next = polite > 0 ? polite : start;
  return request > 0 && wordAt(tokens, next) === 'to' ? next + 1 : next;
}

/**
 * Reads the command of a message: at its start, or, where the day and the hour come first, what is told behind them:
 * «tomorrow at noon I have lunch with Bo», «tomorrow I have to be in court at 9».
 *
 * @param isTime whether a phrase of time took the place
 */
export function commandOf(tokens: readonly Token[], isTime: (place: number) => boolean): CommandRead {
  const read = afterCommand(tokens, 0);
  const polite = afterPolite(tokens, 0);
  let behindTime = polite;
  while (behindTime < tokens.length && isTime(behindTime)) behindTime += 1;
  if (read.to > 0 || behindTime === polite) return read;
  const start = wordAt(tokens, behindTime) === ',' ? behindTime + 1 : behindTime;
  const told = afterCommand(tokens, start);
  const isDuty = told.strong && wordAt(tokens, start) === 'i' && /^(?:have|need)$/.test(wordAt(tokens, start + 1));
  return told.told === undefined && !isDuty ? read : told;
}

function afterPolite(tokens: readonly Token[], at: number): number {
  let start = at;
  for (let step = 0; step < 4; step += 1) {
    const next = afterPhrase(tokens, start, POLITE);
    if (next < 0) break;
    start = next;
  }
  return start;
}

/** «<at>Ana</at> and I need an hour»: what the two of them wish. */
function beforeMe(tokens: readonly Token[], at: number): number {
  return /^(?:and|&)$/.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'i' ? at + 1 : at;
}

/** Verbs of meeting: the command itself is the title. */
const MEET =
  /^(?:meet|talk|speak|chat|call|catch|discuss|visit|see|go|get|have|eat|grab|sit|sync|phone|ring|review|pick|take|attend|be|finish|prepare|work|buy|pay|submit|drop)$/;

/** Reads «please can you schedule (me)» at the start of a message. */
function afterCommand(tokens: readonly Token[], at: number): CommandRead {
  let start = at;
  for (let step = 0; step < 6; step += 1) {
    const polite = afterPhrase(tokens, start, POLITE);
    const mention = tokens[start]?.kind === 'mention' && step === 0;
    if (polite < 0 && !mention) break;
    start = polite < 0 ? start + 1 : polite;
    if (mention && polite < 0) start = beforeMe(tokens, start);
  }
  const request = afterPhrase(tokens, start, REQUEST);
  let next = request > 0 ? request : start;
  const polite = afterPhrase(tokens, next, POLITE);
  if (polite > 0 && request > 0) next = polite;
  const to = wordAt(tokens, next) === 'to' ? next + 1 : next;
  const verb = afterPhrase(tokens, to, VERBS);
  if (verb > 0 && afterGathering(tokens, to) < 0 && (verb === to || !isVerbANoun(tokens, to, verb))) {
    const said = tokens
      .slice(to, verb)
      .map((token) => token.word)
      .join(' ');
    // «let's get lunch».
    if (said === 'get' && request > 0 && !isTimeAhead(tokens, verb) && isObjectAhead(tokens, verb))
      return { to: verb, strong: true };
    if (/^(?:find|get)(?: me| us)?$/.test(said))
      return isTimeAhead(tokens, verb) ? { to: verb, strong: true } : { to: at, strong: false };
    const weak = WEAK.has(said);
    if (weak && request < 0) {
      return isObjectAhead(tokens, verb) || (said === 'invite' && isInvitedToOne(tokens, verb))
        ? { to: verb, strong: true }
        : { to: at, strong: false };
    }
    return { to: verb, strong: true };
  }
  // A slip of «add»; at the very start «ad review» is the review of an advertisement.
  if (wordAt(tokens, to) === 'ad' && to > at && isObjectAhead(tokens, to + 1)) return { to: to + 1, strong: true };
  const gathered = afterGathering(tokens, to);
  if (gathered > 0) return { to: gathered, strong: true };
  if (request > 0) {
    const meets = MEET.test(wordAt(tokens, to)) || isConnecting(tokens, to);
    return meets || isObjectAhead(tokens, next) ? { to: meets ? to : next, strong: true } : { to: at, strong: false };
  }
  const statement = afterPhrase(tokens, start, STATEMENTS);
  if (statement > 0 && isObjectAhead(tokens, statement)) return { to: statement, strong: true, told: 'statement' };
  const plan = afterOwnPlan(tokens, start);
  if (plan > 0) return { to: plan, strong: true, told: 'plan' };
  const away = afterAway(tokens, start);
  if (away > 0) return { to: away, strong: true, told: 'away' };
  const having = afterHaving(tokens, start);
  return having > 0 ? { to: having, strong: true, told: 'having' } : { to: at, strong: false };
}

/** «let us connect at 6», «need to connect with Rahul»; «I need to connect my calendar», «… at 9 to the VPN» are another matter. */
export function isConnecting(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) !== 'connect') return false;
  if (wordAt(tokens, at + 1) === 'with') return true;
  if (!/^(?:at|on|for|today|tomorrow|tmrw|tonight|this|next)$/.test(wordAt(tokens, at + 1))) return false;
  return !tokens.slice(at + 2, at + 12).some(({ word }) => word === 'to');
}

/** «get Ana and Bo together»: the place behind the verb. */
function afterGathering(tokens: readonly Token[], at: number): number {
  return togetherBehind(tokens, at) > 0 ? at + 1 : -1;
}

/** The place of «together» behind «get Ana and Bo»; -1 where it is not said. */
export function togetherBehind(tokens: readonly Token[], at: number): number {
  if (!/^(?:get|bring)$/.test(wordAt(tokens, at))) return -1;
  for (let place = at + 2; place < at + 14; place += 1) {
    if (wordAt(tokens, place) === 'together') return place;
    if (/^(?:[.;!?:]|to|for|at|on)$/.test(wordAt(tokens, place))) return -1;
  }
  return -1;
}

/** «invite Ana and Bo to a tasting»: to one that is still to be made. */
function isInvitedToOne(tokens: readonly Token[], at: number): boolean {
  for (let place = at + 1; place < at + 24; place += 1) {
    if (/^(?:to|for)$/.test(wordAt(tokens, place)))
      return /^(?:a|an|some|our|my)$/.test(wordAt(tokens, place + 1)) && tokens[place + 2]?.kind === 'word';
  }
  return false;
}

/** «find 30 minutes with Bo», «get us a slot». */
function isTimeAhead(tokens: readonly Token[], at: number): boolean {
  for (let place = at; place < at + 5; place += 1) {
    const word = wordAt(tokens, place);
    if (/^(?:time|slot|minutes|mins|min|hour|hours)$/.test(word)) return true;
    if (!/^(?:a|an|some|half|\d+|the|first|next|free|good|open)$/.test(word)) return false;
  }
  return false;
}

/** «book club», «new year», «plan review», «block party», «set design»: the name of a thing. */
function isVerbANoun(tokens: readonly Token[], at: number, to: number): boolean {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, to);
  if (word === 'book') return /^(?:club|fair|launch|signing|group|reading|review)$/.test(next);
  // «new meeting with Bo»; «new plan kickoff» is the kickoff of a new plan.
  if (word === 'new')
    return !(
      NEW_ENTRY.test(next) ||
      (!/^(?:year|years|hire|hires|joiner|starter|employee|client|customer|product|office)$/.test(next) &&
        NEW_ENTRY.test(wordAt(tokens, to + 1))) ||
      (tokens[to]?.kind === 'number' && NEW_ENTRY.test(wordAt(tokens, to + 2)))
    );
  if (word === 'plan') return /^(?:review|meeting|b)$/.test(next);
  if (word === 'block') return next === 'party';
  if (word === 'schedule' || word === 'calendar')
    return /^(?:review|sync|planning|discussion)$/.test(next) && wordAt(tokens, to + 1) !== 'of';
  if (word === 'hold') return next === 'on';
  if (word === 'open') return /^(?:house|day|mic|evening)$/.test(next);
  if (word === 'do' || word === 'have') return /^(?:you|u|we|i|they|ya)$/.test(next);
  return word === 'note' ? next === 'that' : false;
}

/** Entries of a calendar: what somebody makes who says «new». */
const NEW_ENTRY =
  /^(?:meeting|mtg|event|appointment|appt|call|calendar|entry|reminder|invite|invitation|slot|block|booking|reservation|lunch|dinner|coffee|breakfast|drinks|sync|chat|1|:)$/;

/** «a meeting», «an hour with», «lunch»: what follows can be put into a calendar. */
function isObjectAhead(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (
    start < at + 2 &&
    /^(?:me|us|up|in|a|an|the|my|our|some|another|new|quick|this|something)$/.test(wordAt(tokens, start))
  )
    start += 1;
  for (let place = at; place < at + 8; place += 1) {
    if (OBJECTS.test(wordAt(tokens, place)) || ACTIVITY_WORDS.has(wordAt(tokens, place))) return true;
  }
  return false;
}

const OBJECTS =
  /^(?:meeting|mtg|meet|event|appointment|appt|call|calendar|lunch|dinner|breakfast|brunch|coffee|sync|reminder|slot|time|hour|hours|minutes|mins|min|hrs|hr|session|invite|entry|interview|standup|review|workshop|class|lesson|demo|party|chat|catchup|drinks|booking|reservation|dentist|doctor|flight|exam|block|date|hold|training|something|agenda|schedule|huddle|haircut|1)$/;
