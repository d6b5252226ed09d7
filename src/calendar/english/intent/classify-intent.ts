import { isOneSlipFrom } from '../../text/spelling.ts';
import { wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { ACTIVITY_WORDS, isActivity } from '../words/activities.ts';
import { weekdayWord } from '../words/weekdays.ts';
import { afterRequest, type CommandRead, isConnecting } from './create-command.ts';
import { isHadOnly, isNoPlan } from './own-plan.ts';
import { AUTH_WORDS, holdsMachineText } from './paste.ts';
import { POLITE_WORDS } from './polite-words.ts';
import { isStatement, isStatementOfNoActivity, tellsOfADay, tellsOfTheFuture } from './statement.ts';

/** What speaks for an event in a message, before its time is looked at. */
export type Wish =
  /** «schedule …», «add … to my calendar»: asked for outright. */
  | 'commanded'
  /** A thing that goes into calendars («dentist thu 3pm»), or short words beside a time. */
  | 'noted'
  /** Something else altogether. */
  | 'none';

export interface WishInput {
  readonly message: string;
  readonly tokens: readonly Token[];
  /** Words that no time phrase took. */
  readonly rest: readonly Token[];
  readonly hasTime: boolean;
  readonly hasClockOrDate: boolean;
  /** A day, or days on which it repeats. */
  readonly hasDay: boolean;
  readonly hasClock: boolean;
  readonly command: CommandRead;
  readonly past: boolean;
}

const OTHER_VERBS: ReadonlySet<string> = new Set([
  'cancel',
  'know',
  'delete',
  'remove',
  'move',
  'reschedule',
  'push',
  'postpone',
  'prepone',
  'shift',
  'bring',
  'change',
  'update',
  'rename',
  'edit',
  'extend',
  'shorten',
  'accept',
  'decline',
  'reject',
  'respond',
  'reply',
  'approve',
  'answer',
  'rsvp',
  'show',
  'list',
  'find',
  'check',
  'tell',
  'read',
  'open',
  'search',
  'look',
  'forward',
  'sign',
  'login',
  'log',
  'help',
  'undo',
  'clear',
  'snooze',
  'mute',
  'drop',
  'print',
  'give',
  'explain',
  'diagnose',
  'fix',
  'debug',
  'swap',
  'turn',
  'propose',
  'join',
  'skip',
  'confirm',
  'display',
  'get',
  'view',
  'see',
  'revoke',
  'reset',
  'stop',
  'start',
  'ignore',
  'unsubscribe',
  'translate',
  'summarize',
  'summarise',
  'write',
  'send',
  'email',
  'erase',
  'logout',
  'connect',
  'disconnect',
  'thanks',
  'thank',
  'thx',
  'adjust',
  'modify',
  'replace',
  'uninvite',
  'kill',
  'scrap',
  'delay',
  'suggest',
  'recommend',
  'ask',
  'compare',
  'count',
  'sort',
  'export',
  'import',
  'share',
  'assign',
  'deploy',
  'restart',
  'retry',
  'ping',
  'order',
  'play',
  'text',
  'wake',
  'message',
  'navigate',
  'transfer',
  'stream',
  'dim',
  'tweet',
  'track',
  'refund',
  'dial',
  'pause',
  'resume',
]); // prettier-ignore
const QUESTION_WORDS: ReadonlySet<string> = new Set([
  'what',
  "what's",
  'whats',
  'when',
  "when's",
  'whens',
  'where',
  "where's",
  'who',
  "who's",
  'whos',
  'why',
  'how',
  "how's",
  'which',
  'whose',
  'is',
  'are',
  'am',
  'do',
  'does',
  'did',
  'was',
  'were',
  'has',
  'have',
  'had',
  'any',
  "isn't",
  "aren't",
  "don't",
  "doesn't",
  "didn't",
  "wasn't",
  "hasn't",
  "haven't",
  'anybody',
  'anyone',
  'anything',
  'should',
]); // prettier-ignore
const POLITE: ReadonlySet<string> = new Set<string>([...POLITE_WORDS, 'and', 'bot', 'well', 'no', '-', '.', ':']);
const SMALL_TALK =
  /^(?:(?:hey|hi|hello|ok|okay|yes|no(?! - )|great|cool|nice|perfect|awesome|thanks|thank you|thx|ty|sure|sorry|good (?:morning|evening|afternoon|night)|happy (?!hour)\w+|running late|on my way|omw|see (?:you|ya|u)|talk (?:to you|later|soon|tomorrow)|have a (?:nice|good|great)|enjoy|bye|cheers|congrats|lol|haha|welcome|merry|ttyl|cu|catch (?:you|ya)|speak (?:to you|soon|later|tomorrow)|looking forward|take care|until (?:then|tomorrow)|let's talk (?:later|soon)|let me (?:know|check|see|think|look|ask)|quick question|got it|sounds good|works for me|done|fyi|btw|ping)\b)/;
const REPORT =
  /\b(?:asked|wanted|decided|replied|complained|signed|dies|hangs|crashes|breaks|throws|drops(?! off)|was|were|had|went|met|got|sat|broke|failed|fails?|failing|started|stopped|expired|expires|happened|saw|did|said|told|missed|forgot|released|merged|pushed|closed|moved|cancell?ed|postponed|changed|updated|fixed|landed|deployed|shipped|crashed|returned|returns|worked|works(?= (?:for|fine|well|better|best|too|now|again|great|ok|when|if|as|but|with)\b|$)|died|ended|finished|took|since|ago|has been|have been|been|keeps?|gets|getting|cannot|can't|couldn't|won't|doesn't|didn't|isn't|wasn't|(?:can|could|did|does|was|were|is|are|has|have|had|will|would|may|might) not|last (?:week|month|night|year|time))\b/;
const PERSONAL =
  /\b(?:i|would be|i'll|i'm|i am|i will|we'll|we're|we are|you'll|you're|he's|she's|they're|they are|it's|it is|that's|there's|he is|she is|i think|i guess|i was|i've|we've|i can|i can't|you|your|me too|he|she|they|it|was)\b/;
/** «make the standup a teams meeting», «add Bo to the 3pm»: a change of what exists. */
const CHANGE =
  /^(?:make (?:the|my|our|that|this|it)\b|add [\w@.' ,-]{1,60} to (?:the|my|our|that|this|[a-z]+'s) (?!calendar|cal\b|agenda|schedule|diary|outlook)|invite [\w@.' ,-]{1,60} to (?:the|my|our|that|this|[a-z]+'s) (?:meeting|call|standup|review|sync|retro|demo|\d)|set (?:my|the) (?:status|reminder|alarm|timer)|set an? (?:alarm|timer)|(?:set (?:the|my|our|this|that|it)\b.{0,60}? to|(?:mark|show|flag) (?:the|my|our|this|that|it)\b.{0,60}? (?:to|as)) (?:private|public|free|busy|tentative|confidential|normal|online|optional|required|recurring|oof|out of office|high|low)\b|put (?:the|my|our) [\w' ]{1,40} (?:back|off|forward))/;

/** «my 3pm», «the next call», «half an hour later», «instead»: something that exists already. */
const EXISTING =
  /^new (?:time|date|day|room) for (?:the|our|my|this|that)\b|^(?:please |pls |can you |could you )*(?:call off|get rid of|(?:scrap|scratch|bin|forget) (?:about )?(?:the|my|our|that|this|it)\b)|\b(?:my|the|our) (?:\d{1,2}(?: : \d\d)? ?(?:am|pm|o'clock)|next (?:meeting|call|event|appointment))\b|\binstead\b|\b(?:minutes?|mins?|hours?|days?|weeks?) (?:later|earlier|sooner|longer|shorter)\b|\bput (?:off|back)\b|\bbring forward\b/;
/** «the call needs to move to friday», «forget about the lunch»; «we need to move to 4th street» is theirs to do. */
const TO_BE_MOVED =
  /\b(?:needs?|has|have|had|must|should|can|could|got) (?:to )?(?:(?:be )?(?:moved|rescheduled|postponed|cancell?ed|pushed|shifted)|(?:move|shift) (?:to|from|back|forward|up|by))\b/;
const BY_THEMSELVES =
  /\b(?:i|we|you|they) (?:needs?|has|have|had|must|should|can|could|got) (?:to )?(?:be )?(?:moved?|shift(?:ed)?)\b/;
const FORGET = /(?<!(?:don't|dont|not|never|let me|let us) )\bforget (?:about )?(?:the|my|our|that|this|it)\b/;

/** @param lower the words of the message, in lower case and one space apart */
function isCalledOff(lower: string): boolean {
  if (lower.includes('forget') && FORGET.test(lower)) return true;
  return /mov|schedul|postpon|cancel|push|shift/.test(lower) && TO_BE_MOVED.test(lower) && !BY_THEMSELVES.test(lower);
}

const CHANGING = ['cancel', 'delete', 'remove', 'reschedule', 'postpone'] as const;

const DAY_NAMES = /^(?:today|tomorrow|tmrw|tonight|this|next)$/;
/** «no meeting tomorrow at 9». */
const CALLED_OFF =
  /^(?:meetings?|mtg|standup|stand-up|calls?|sync|events?|appointments?|session|1|one|retro|huddle|scrum)$/;

/** «ok for me, tuesday 3pm» answers somebody. */
/** What Outlook and Google put before the subject where somebody answers an invitation, or it changes. */
const RESPONSE =
  /^(?:(?:re|fw|fwd|aw|wg) : )*(?:accepted|declined|tentatively accepted|cancell?ed(?: event)?|updated invitation|new time proposed|automatic reply|out of office|undeliverable) : /;

const ANSWER =
  /\b(?:ok|okay|fine|good|great|works|perfect|suits|possible|free|available) (?:for|with|by) (?:me|us|everyone|him|her|them)\b/;

/** «will be on leave»: somebody tells of themselves. */
const TOLD = /^(?:will|would|going to|gonna|won't|cannot|can't) (?:be|not be|make|join|attend)\b/;

const NEGATED =
  /^(?:sorry,? ?|i'm |i am |we are |we're )*(?:not able|unable) to\b|^(?:please )?(?:don't|do not|dont|never|stop|no need to|let's not|lets not|let us not)\b(?! forget| let (?:me|us) forget)/;

/** Whether a message asks for an event: questions, changes of what exists, small talk and pastes ask for none. */
export function classifyWish(input: WishInput): Wish {
  const { message, tokens } = input;
  const first = firstWord(tokens);
  const lower = tokens
    .slice(first, first + 60)
    .map((token) => token.word)
    .join(' ');
  const command = isPlanTold(input, lower) ? input.command : NO_COMMAND;
  if (holdsMachineText(message)) return 'none';
  const commanded = command.to > 0 && command.strong;
  if (AUTH_WORDS.test(message) && !(commanded && input.hasClockOrDate && !message.includes('?'))) return 'none';
  if (
    CHANGE.test(lower) ||
    /\b(?:can|could|would|please|pls) (?:you )?(?:please )?(?:cancel|delete|move|reschedule)\b/.test(lower)
  )
    return 'none';
  if (EXISTING.test(lower) || isCalledOff(lower) || NEGATED.test(lower)) return 'none';
  if (!input.hasClock && /\b(?:talk|speak|chat) about (?:it|this|that)\b/.test(lower)) return 'none';
  if (CONDITION.test(lower) || AVAILABLE.test(lower)) return 'none';
  if (PATIENCE.test(lower) || RESPONSE.test(lower) || TO_BE_TOLD.test(lower)) return 'none';
  // «what about the review at 3?»
  if (/^(?:how|what) about (?:the|that|this|your|my)\b/.test(lower) && message.includes('?')) return 'none';
  if (first > 0 && wordAt(tokens, first - 1) === 'no' && CALLED_OFF.test(wordAt(tokens, first))) return 'none';
  if (first > 0 && wordAt(tokens, first - 1) === 'no' && lower.startsWith('need to ')) return 'none';
  const asked = afterRequest(tokens, first);
  // «tentatively accept the 2pm».
  const start = /^(?!reply$|apply$|supply$|rally$|family$|assembly$)[a-z]{3,}ly$/.test(wordAt(tokens, asked))
    ? asked + 1
    : asked;
  const word = wordAt(tokens, start);
  if (word.length >= 6 && CHANGING.some((verb) => isOneSlipFrom(word, verb))) return 'none';
  if (
    OTHER_VERBS.has(word) &&
    !isNounHere(tokens, start) &&
    !(commanded && /^(?:find|get|give|open|start|log|send)$/.test(word)) &&
    !isConnecting(tokens, start)
  )
    return 'none';
  if (
    /^(?:remind|tell) (?:me|us) (?:what|when|who|where|how|which|if|whether|of my (?:schedule|meetings|day|agenda))\b/.test(
      lower,
    )
  )
    return 'none';
  if (word === 'remind' && !/\b(?:meeting|event|calendar|appointment)\b/.test(lower))
    return input.hasClockOrDate && commanded ? 'commanded' : 'none';
  if (commanded) return /^(?:i|we)$/.test(word) && REPORT_START.test(lower) ? 'none' : 'commanded';
  if (isQuestion(tokens, start, lower, message)) return 'none';
  if (SMALL_TALK.test(lower)) return 'none';
  if (
    input.hasClockOrDate &&
    !input.past &&
    /\b(?:my|our|the) (?:calendar|diary|agenda|outlook)\b/.test(lower) &&
    ADDED.test(lower)
  )
    return 'commanded';
  if (input.hasDay && !input.past && ADD_IT.test(lower)) return 'commanded';
  if (command.to > 0) return 'commanded';
  return noted(input, lower);
}

/** «…, please add it to my calendar» behind what it is. */
const ADDED =
  /(?:\b(?:please|pls|can you|could you)|[,.;!:-]) ?(?:(?:add|put|enter|save) (?:it |this |that )?(?:to|in|into|on)|block(?: off| out)?(?: it| that)?(?: in| on)?) (?:my|our|the) (?:calendar|diary|agenda|outlook)\b/;
/** «I've booked a massage for tuesday at 9, please add it», «half term is 26-30 oct, book it off». */
const ADD_IT =
  /(?:\b(?:please|pls|plz|can you|could you)(?: please)?|[,.;!-]) (?:add|note|enter|put|book|block|mark|schedule) (?:it|this|that)(?: down| in| off| out)?(?: (?:and|&) (?:please )?(?:invite|include|cc|add) .{1,120})?(?: ,? ?(?:please|pls|plz|thanks|thx))?[ .!?]*$/;
/** «can you do 3pm or 4pm tomorrow?»: whether somebody has time. */
const AVAILABLE =
  /^(?:can|could|would) (?:you|u|ya) (?:do|make) (?:it )?(?:at |on )?(?:\d|noon|today|tomorrow|tmrw|this|next|mon|tue|wed|thu|fri|sat|sun)/;
/** «unless Jorge objects, let's meet at 10»: nothing is settled. «if possible», «if you can» only ask politely. */
const CONDITION =
  /^(?:unless|assuming|provided|supposing|suppose|imagine|in case|depending on|if (?!possible|you (?:can|could|don't|have|get)|i may|that's ok|that is ok|it's ok))\b/;
/** «give me 10 minutes». */
const PATIENCE =
  /^give me (?:an? |another |just )?(?:\d+ |few |couple of )?(?:more )?(?:sec|secs|seconds?|moment|min|mins|minutes?)(?: please| pls)?[ .!]*$/;
/** «could you let me know when the demo is». */
const TO_BE_TOLD =
  /^(?:(?:can|could|would|will) (?:you|u|anyone|someone|somebody) (?:please |pls )?)?(?:let (?:me|us) know|lmk|tell (?:me|us))\b/;
const REPORT_START = /^(?:i|we) (?:was|were|had|went|met|got|did|saw|missed|forgot|scheduled|booked|added|created)\b/;

const NO_COMMAND: CommandRead = { to: 0, strong: false };

/** Whether what is told of a plan goes into the calendar: on a day to come, and not asked back. */
function isPlanTold(input: WishInput, lower: string): boolean {
  const { told } = input.command;
  if (told === undefined) return true;
  if (told === 'statement') return !isHadOnly(lower);
  if (!input.hasDay || input.past || input.message.includes('?')) return false;
  if (told === 'away') return true;
  if (isNoPlan(lower)) return false;
  return told === 'plan' || input.hasClock;
}

function firstWord(tokens: readonly Token[]): number {
  let at = 0;
  // «no-show review» begins with a word of its own.
  const isWhole = (place: number) => !(wordAt(tokens, place + 1) === '-' && tokens[place + 1]!.joined);
  while (at < Math.min(tokens.length, 8) && POLITE.has(wordAt(tokens, at)) && isWhole(at)) at += 1;
  return at;
}

/** «move day», «check-in with Ana», «push day»: the verb is the name of the thing. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  const next = wordAt(tokens, at + 1);
  const word = wordAt(tokens, at);
  if (next === '-' && tokens[at + 1]?.joined === true) return true;
  // «shift sat 11p-7a» has hours; «shift monday's call to 4» moves something.
  if (
    word === 'shift' &&
    (tokens[at + 1]?.kind === 'number' || weekdayWord(next)?.plural === false || DAY_NAMES.test(next))
  )
    return !next.endsWith("'s") && tokens.slice(at + 2, at + 7).some((token) => token.word === '-');
  if (next === 'in' && (word === 'check' || word === 'sign'))
    return !/^(?:to|for me|again)$/.test(wordAt(tokens, at + 2)) && word === 'check';
  // «drop the car at the garage»; «drop the review at 3» calls it off.
  if (word === 'drop' && /^(?:at|off)$/.test(wordAt(tokens, at + 3)))
    return tokens[at + 4]?.kind === 'word' && !ACTIVITY_WORDS.has(wordAt(tokens, at + 2));
  if (word === 'check') return /^(?:the|on|up|with)$/.test(next) && !CHECKED.test(wordAt(tokens, at + 2));
  if (/^(?:get|see|write|send|email|read|fix|start|stop|open|bring|give|print|debug|clear|drop|swap)$/.test(word))
    return SEE_DONE.test(`${word} ${next} ${wordAt(tokens, at + 2)}`);
  // What only systems undergo: «deploy window», «change freeze», «restart rehearsal».
  if (
    /^(?:window|freeze|rehearsal|retro)$/.test(next) &&
    /^(?:deploy|change|restart|import|export|transfer)$/.test(word)
  )
    return true;
  return (
    /^(?:up|off|call|review|meeting|session|day|party|workshop)$/.test(next) &&
    /^(?:change|search|open|help|move|update|fix|start|stop|log|list|edit)$/.test(word) &&
    next !== 'off'
  );
}

const CHECKED =
  /^(?:calendar|schedule|availability|agenda|status|sign|token|health|meetings?|my|logs?|free|if|whether|next)$/;
const SEE_DONE =
  /^(?:swap shifts?\b|drop \w+ (?:at|off)\b|start of |drop ?-? ?off|send ?-? ?off (?!the|an?|my|our|this|that)\w|open (?:enrol|office|forum|evening|air)|see (?:the|my|our) (?!calendar|agenda|schedule|meetings?|events?|next|invite)|see (?:dr|doctor)|get (?:together|haircut|hair|car)|see (?:dr|doctor|the dentist|the doctor)|open (?:house|day|mic)|start up|write (?:up|report)|bring \w+|clear out)/;

function isQuestion(tokens: readonly Token[], at: number, lower: string, message: string): boolean {
  const word = wordAt(tokens, at);
  if (/^(?:how|what) about\b/.test(lower) && !tokens.some((token) => ACTIVITY_WORDS.has(token.word))) return true;
  if (/^(?:how|what) about\b|^(?:shall|should) we (?:meet|have|do|schedule|book)\b/.test(lower)) return false;
  if (QUESTION_WORDS.has(word))
    return !(word === 'have' && /^have (?:a|an|lunch|dinner|breakfast|coffee)\b/.test(lower) && !message.includes('?'));
  return (
    message.trimEnd().endsWith('?') &&
    !(
      tokens.some((token) => ACTIVITY_WORDS.has(token.word)) &&
      !/\b(?:free|available|busy|coming|going|still|ok|on)\b/.test(lower)
    ) &&
    !/^(?:lunch|dinner|coffee|breakfast|drinks|meeting|call|meet)\b/.test(lower)
  );
}

function wordsOf(rest: readonly Token[]): string {
  return rest.map((token) => token.word).join(' ');
}

/** «server rebooted 02:15», «job completed, back at 3»: a participle right before a time or a comma tells what happened. */
function isDone({ tokens, rest }: WishInput): boolean {
  const free = new Set(rest);
  return tokens.some((token, at) => {
    if (at === 0 || token.kind !== 'word' || !free.has(token) || !/^[a-z]{4,}ed$/.test(token.word)) return false;
    // «user logged in at 10:42».
    const particle = /^(?:in|out|on|off|up|down|back)$/.test(wordAt(tokens, at + 1));
    const next = tokens[particle ? at + 2 : at + 1];
    return !PLANNED.test(token.word) && next !== undefined && (!free.has(next) || next.word === ',');
  });
}

/** «meeting scheduled 3pm» may still be wanted; «need», «speed» are no participles. */
const PLANNED =
  /^(?:scheduled|planned|booked|reserved|proposed|required|confirmed|wanted|indeed|speed|need|shed|seed|weed|feed|sled)$/;

const SAYS_NOTHING = /^(?:then|so|well|ok|okay|yes|please|pls|thanks|thx|sure|fine|good|great)$/;

/** No command: an activity's name beside a time, or a few words and a clock. */
function noted(input: WishInput, lower: string): Wish {
  const { rest } = input;
  if (input.past || !input.hasTime) {
    return !input.past &&
      isActivity(wordAt(rest, 0)) &&
      / with /.test(` ${lower} `) &&
      rest.length <= 8 &&
      !REPORT.test(lower) &&
      !PERSONAL.test(lower)
      ? 'noted'
      : 'none';
  }
  // «the call is at 3», «3pm is fine»: somebody tells, nobody asks.
  if (isStatement(lower) || isHadOnly(lower)) return 'none';
  // A clock with seconds is a machine's.
  if (/\b\d{1,2}:\d{2}:\d{2}\b/.test(input.message)) return 'none';
  if (
    !input.hasClockOrDate ||
    /\bis (?:on|out|off|sick|away|late|in|back|working)\b|\bare (?:on|out|off|away)\b/.test(wordsOf(rest))
  )
    return 'none';
  // «access revoked», «ticket opened»: what has been done.
  const last = rest.findLast((token) => token.kind === 'word')?.word ?? '';
  if (/^[a-z]{3,}ed$/.test(last) && !PLANNED.test(last)) return 'none';
  const words = rest.filter(
    (token) => token.kind === 'word' || token.kind === 'mention' || token.kind === 'quote' || token.kind === 'address',
  );
  const text = rest.map((token) => token.word).join(' ');
  const there = /\bthere(?:'s| is| will be)\b/.test(lower);
  if (REPORT.test(text) && !there) return 'none';
  const activity = words.some((token) => ACTIVITY_WORDS.has(token.word));
  if (PERSONAL.test(text) && !there) return 'none';
  // «on mondays we start at 9».
  if (/^we (?!meet|have|need|should|want|must|will)[a-z]{3,}\b/.test(text) || text === 'we') return 'none';
  if (!there && tellsOfTheFuture(input.tokens)) return 'none';
  if (!activity && isStatementOfNoActivity(lower)) return 'none';
  if (tellsOfADay(input.tokens, rest)) return 'none';
  if (TOLD.test(lower) || ANSWER.test(input.message.slice(0, 300).toLowerCase()) || isDone(input)) return 'none';
  // «ok, friday 3pm then».
  if (words.every(({ word }) => SAYS_NOTHING.test(word))) return 'none';
  if (activity && words.length <= 20) return 'noted';
  return words.length <= 10 ? 'noted' : 'none';
}
