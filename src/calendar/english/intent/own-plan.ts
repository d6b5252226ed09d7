import { afterPhrase, phrases, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { ACTIVITY_WORDS } from '../words/activities.ts';
import { monthWord } from '../words/months.ts';
import { weekdayWord } from '../words/weekdays.ts';

/** What nobody puts into a calendar though they have it, or see it, at a time. */
const NO_PLAN =
  /\b(?:errors?|issues?|problems?|troubles?|failures?|timeouts?|outages?|spikes?|delays?|drops?|incidents?|bugs?|alerts?|warnings?|trouble|questions?|doubts|concerns|feedback|no|not|nothing|none|never|time|space|room for|availability|available|capacity|seats?|slots?|spots?|left|enough|access|idea|until|already|still|usually|normally|always|often|sometimes|since|if|unless|why|\d{3}s?)\b/;

/** Doings that are appointments by themselves, in the present: «we play tennis saturday», «I fly to Perth». */
const DOES = /^(?:play|fly|visit|travel|drive|host|attend|present|depart|see|meet)$/;
const IS_DOING =
  /^(?:seeing|meeting|playing|flying|visiting|hosting|attending|presenting|travelling|traveling|driving)$/;
/** These say nothing without their thing: «having lunch», «doing a demo». */
const IS_DOING_A_THING =
  /^(?:having|doing|holding|giving|taking|running|getting|joining|celebrating|organising|organizing)$/;
const DAY_WORDS = /^(?:today|tomorrow|tmrw|tonight|this|next|every|noon|half|quarter)$/;
const LEADS = /^(?:on|at|from|the|for|around)$/;

/** Who is away tells it with the days: «I'm off today and tomorrow», «we're on holiday from the 3rd». */
const AWAY = phrases(
  'off',
  'off work',
  'off sick',
  'away',
  'out',
  'out sick',
  'out of office',
  'out of the office',
  'sick',
  'on leave',
  'on annual leave',
  'on parental leave',
  'on holiday',
  'on vacation',
  'on pto',
  'on call',
);

/** As far as a plan is looked for. */
const MOST_WORDS = 8;

function isDayAhead(tokens: readonly Token[], at: number): boolean {
  let start = at;
  // «is on friday», and not «is on hold», «is at risk».
  while (start < at + 2 && LEADS.test(wordAt(tokens, start))) start += 1;
  const word = wordAt(tokens, start);
  return DAY_WORDS.test(word) || weekdayWord(word) !== null || monthWord(word) > 0 || tokens[start]?.kind === 'number';
}

/** «my eye test is on friday at 2»: the place of the thing. */
function afterOwner(tokens: readonly Token[], at: number): number {
  if (!/^(?:my|our)$/.test(wordAt(tokens, at))) return -1;
  let isThing = false;
  for (let place = at + 1; place < at + MOST_WORDS; place += 1) {
    const word = wordAt(tokens, place);
    if (/^(?:is|are|leaves|departs|starts|begins)$/.test(word))
      return isThing && isDayAhead(tokens, place + 1) ? at + 1 : -1;
    // «our sprint review», «my meeting with Bo»; «our review comments» are none.
    if (ACTIVITY_WORDS.has(word))
      isThing = /^(?:is|are|leaves|departs|starts|begins|with|about|for|at|in|to|from)$/.test(
        wordAt(tokens, place + 1),
      );
    if (tokens[place]?.kind === 'mark' && !/^[-/&:]$/.test(word)) return -1;
  }
  return -1;
}

/** «I am», «we're», «we»: the place behind who does it. */
function afterSubject(tokens: readonly Token[], at: number): { readonly to: number; readonly is: boolean } | null {
  const word = wordAt(tokens, at);
  if (/^(?:i'm|we're|im)$/.test(word)) return { to: at + 1, is: true };
  if (!/^(?:i|we)$/.test(word)) return null;
  return /^(?:am|are)$/.test(wordAt(tokens, at + 1)) ? { to: at + 2, is: true } : { to: at + 1, is: false };
}

function isThingAhead(tokens: readonly Token[], at: number): boolean {
  for (let place = at; place < at + 5; place += 1) if (ACTIVITY_WORDS.has(wordAt(tokens, place))) return true;
  return false;
}

/** «Priya and I are …», «me and Bo are …»: the place of «I». */
function afterCompany(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== 'word' || !/^(?:and|&)$/.test(wordAt(tokens, at + 1))) return at;
  return wordAt(tokens, at + 2) === 'i' ? at + 2 : at;
}

/**
 * The place behind the words with which people tell the bot of a plan of theirs, «our (review is …)», «we (play …)»,
 * «I am having (lunch)»; -1 where they tell none. What «the» review does is known to both, and no news.
 */
export function afterOwnPlan(tokens: readonly Token[], at: number): number {
  const owned = afterOwner(tokens, at);
  if (owned > 0) return owned;
  const subject = afterSubject(tokens, afterCompany(tokens, at));
  if (subject === null) return -1;
  const verb = wordAt(tokens, subject.to);
  // «I see, friday at 10».
  if (tokens[subject.to + 1]?.kind === 'mark') return -1;
  if (subject.is) {
    if (IS_DOING.test(verb)) return isDayAhead(tokens, subject.to + 1) ? -1 : subject.to;
    return IS_DOING_A_THING.test(verb) && isThingAhead(tokens, subject.to + 1)
      ? subject.to + (verb === 'having' || verb === 'doing' || verb === 'holding' ? 1 : 0)
      : -1;
  }
  // «I start my new job».
  if (verb === 'start') return /^(?:my|our)$/.test(wordAt(tokens, subject.to + 1)) ? subject.to : -1;
  return DOES.test(verb) && !isDayAhead(tokens, subject.to + 1) ? subject.to : -1;
}

/** The place of «off» in «I'm off today and tomorrow»; -1 where nobody says so. «I'm off at 5» only goes home. */
export function afterAway(tokens: readonly Token[], at: number): number {
  const subject = afterSubject(tokens, at);
  const away = subject?.is === true ? afterPhrase(tokens, subject.to, AWAY) : -1;
  if (/^(?:at|for)$/.test(wordAt(tokens, away)) && !/^\d/.test(wordAt(tokens, away + 1))) return -1;
  return away > 0 && wordAt(tokens, away) !== 'at' && isDayAhead(tokens, away) ? subject!.to : -1;
}

/** With an hour these are appointments too: «I'm interviewing a candidate on tuesday at 3». */
const IS_BUSY = /^(?:interviewing|picking|dropping|collecting|teaching|leading|chairing|speaking)$/;
const ARRANGED = /^(?:booked|scheduled|arranged|planned|reserved)$/;

/** «got the car service booked for tuesday 9am»: the place of the thing. */
function afterGot(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at) !== 'got' || !/^(?:a|an|the|my|our)$/.test(wordAt(tokens, at + 1))) return -1;
  for (let place = at + 3; place < at + MOST_WORDS; place += 1)
    if (ARRANGED.test(wordAt(tokens, place))) return isDayAhead(tokens, place + 1) ? at + 1 : -1;
  return -1;
}

function afterBusy(tokens: readonly Token[], at: number): number {
  const subject = afterSubject(tokens, at);
  if (subject === null || !subject.is || !IS_BUSY.test(wordAt(tokens, subject.to))) return -1;
  return isDayAhead(tokens, subject.to + 1) ? -1 : subject.to;
}

/** «I'm in a (workshop)», «we will be at the (dentist)»: the place of the thing. */
function afterBeing(tokens: readonly Token[], at: number): number {
  let next = at;
  if (/^(?:i'm|we're|i'll|we'll)$/.test(wordAt(tokens, at))) next = at + 1;
  else if (/^(?:i|we)$/.test(wordAt(tokens, at)) && /^(?:am|are|will)$/.test(wordAt(tokens, at + 1))) next = at + 2;
  else return -1;
  if (wordAt(tokens, next) === 'be') next += 1;
  if (!/^(?:in|at)$/.test(wordAt(tokens, next)) || !/^(?:a|an|the|my|our)$/.test(wordAt(tokens, next + 1))) return -1;
  return isThingAhead(tokens, next + 2) ? next + 2 : -1;
}

/** The place behind «we've got (visitors)», where something follows that may well be an appointment. */
export function afterHaving(tokens: readonly Token[], at: number): number {
  const being = Math.max(afterBeing(tokens, at), afterGot(tokens, at), afterBusy(tokens, at));
  if (being > 0) return being;
  const word = wordAt(tokens, at);
  if (/^(?:i've|we've)$/.test(word)) return wordAt(tokens, at + 1) === 'got' ? at + 2 : -1;
  if (!/^(?:i|we)$/.test(word) || wordAt(tokens, at + 1) !== 'have') return -1;
  return wordAt(tokens, at + 2) === 'got' ? at + 3 : at + 2;
}

/** «we have no time», «I'm having trouble», «I have a question»: a thing that people have and do not attend. */
const HAD =
  /\b(?:have|having|have got|'ve got|got|there is|there's) (?:(?:an?|some|any|a few|the same|quick|small|serious|big|more|lots of|no) ){0,2}(?:issues?|problems?|troubles?|errors?|questions?|doubts?|concerns?|time|space|availability|bugs?|difficulty|difficulties|feedback)\b(?! (?:review|session|meeting|call|workshop|round|hour))/;

/** @param lower the words of the message, in lower case and one space apart */
export function isHadOnly(lower: string): boolean {
  return /\b(?:ha[vs]|got |there)/.test(lower) && HAD.test(lower);
}

/** @param lower the words of the message, in lower case and one space apart */
export function isNoPlan(lower: string): boolean {
  return NO_PLAN.test(lower);
}
