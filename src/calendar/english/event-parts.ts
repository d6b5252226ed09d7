import { Claims } from '../text/claims.ts';
import type { Token } from '../text/tokenize.ts';
import type { Gathered } from '../time/gather.ts';
import type { Part } from '../understanding.ts';
import { togetherBehind } from './intent/create-command.ts';
import type { Manner } from './manner.ts';
import { findPeople, isBot, type PersonFound } from './people/find-people.ts';
import { GROUPS } from './people/name-words.ts';
import { bookedRoom } from './place/booked-room.ts';
import { findLocation } from './place/find-location.ts';
import { claimFillers, claimNotes, joined, markedTitle, quotedTitle, titleFrom } from './title/find-title.ts';

/** What an event is, who comes and where. */
export interface EventParts {
  readonly title: Part<string> | null;
  readonly attendees: readonly string[];
  readonly location: Part<string> | null;
}

/** «mark me as out of office on friday» names nothing else. */
const OUT_OF_OFFICE = { value: 'Out of office', certainty: 'assumed' } as const;

/** What of a message the parts are found in: its times are taken, and its command is known. */
export interface PartsInput {
  readonly tokens: readonly Token[];
  readonly claims: Claims;
  readonly said: Gathered;
  readonly commandEnd: number;
  readonly manner: Manner;
}

/** Finds what an event is, who comes and where, in the words that no time took; takes these as it goes. */
export function eventParts(
  { claims, said, commandEnd, tokens, manner }: PartsInput,
  known: readonly string[],
): EventParts {
  const times = new Set(said.taken.map((phrase) => phrase.from));
  claimFillers(claims);
  const marked = markedTitle(claims, times);
  const people = findPeople(claims, known);
  claimLooseMentions(claims, people);
  claimBracketed(claims, people);
  claimGuestList(claims, people);
  claimParticle(claims, commandEnd);
  const location = roomBooked(claims, commandEnd) ?? placeBesides(claims, people);
  claimNotes(claims);
  if (tokens.slice(0, commandEnd).some(({ word }) => INVITATION.test(word))) claimReceivers(claims, commandEnd, people);
  claimCopied(claims, commandEnd, people);
  claimGroupInvited(claims);
  const together = togetherBehind(tokens, commandEnd - 1);
  if (together > 0) claims.take('person', commandEnd, together + 1);
  const isSentTo =
    tokens[commandEnd - 1]?.word === 'to' && /^(?:invite|invitation)$/.test(tokens[commandEnd - 2]?.word ?? '');
  if (tokens[commandEnd - 1]?.word === 'invite' || isSentTo) claimInvited(claims, commandEnd, people);
  const quoted = marked ?? quotedTitle(claims);
  const colon = quoted ?? afterColon(claims, commandEnd);
  const built = colon ?? titleFrom(claims, Math.min(commandEnd, claims.tokens.length), people);
  const attendees = people.map(({ name }) => name);
  // «find time for me and Zoe»: who comes is not what it is.
  const isOnlyWho =
    built !== null && colon === null && attendees.some((name) => name.toLowerCase() === built.toLowerCase());
  const group = together > 0 && attendees.length === 0 ? joined(tokens.slice(commandEnd, together)) : null;
  const fallback =
    (built === null || isOnlyWho) && group !== null
      ? `Meeting with ${group}`
      : (built === null || isOnlyWho) && attendees.length > 0
        ? `Meeting with ${attendees.slice(0, 4).join(', ')}`
        : null;
  const isBlock = tokens.slice(0, commandEnd).some(({ word }) => /^(?:block|hold)$/.test(word));
  const alone = location?.value ?? (isBlock ? 'Blocked' : null);
  const title: Part<string> | null =
    built !== null && !isOnlyWho
      ? { value: built, certainty: 'said' }
      : fallback !== null
        ? { value: fallback, certainty: 'assumed' }
        : alone === null
          ? manner.showAs === 'oof'
            ? OUT_OF_OFFICE
            : null
          : { value: alone[0]!.toUpperCase() + alone.slice(1), certainty: 'assumed' };
  return { title, attendees, location };
}

/** «Tomorrow 2pm: Design critique»: what follows a colon behind the time is the title. */
function afterColon(claims: Claims, commandEnd: number): string | null {
  const { tokens } = claims;
  const colon = tokens.findIndex((token, at) => token.word === ':' && claims.isFree(at) && at > 0 && at >= commandEnd);
  if (colon < 0 || colon >= tokens.length - 1) return null;
  for (let at = commandEnd; at < colon; at += 1) if (claims.isFree(at)) return null;
  claims.take('filler', 0, colon + 1);
  return null;
}

/** The bot's own mention, and mentions that stand free («quick sync @Ana @Bo 4pm»), are no part of the title. */
function claimLooseMentions(claims: Claims, people: readonly { readonly from: number; readonly to: number }[]): void {
  const { tokens } = claims;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind === 'mention' && isBot(tokens, at)) claims.take('filler', at, at + 1);
  }
  for (const { from, to } of people) {
    if (tokens[from]?.kind !== 'mention') continue;
    // «with <at>Ana</at> <at>Bo</at>» is one list.
    if (from > 0 && tokens[from - 1]!.kind === 'mention' && claims.isFree(from - 1)) continue;
    const linked = /^(?:and|&|,|\+)$/.test(tokens[from - 1]?.word ?? '') && !claims.isFree(from - 2) && from > 1;
    if (linked) claims.take('person', from - 1, to);
    else if (!/^(?:with|w|\/|and|&|,|\+|meet|call|to|interview|for|of|from|by)$/.test(tokens[from - 1]?.word ?? '')) {
      const me = /^(?:and|&)$/.test(tokens[to]?.word ?? '') && /^(?:me|i)$/.test(tokens[to + 1]?.word ?? '');
      claims.take('person', from, me ? to + 2 : to);
    }
  }
}

/** «Roadmap (ana@contoso.com)», «Ana <ana@contoso.com>»: an address in brackets is no part of the title. */
function claimBracketed(claims: Claims, people: readonly PersonFound[]): void {
  for (const { from, to } of people) {
    const [before, behind] = [claims.tokens[from - 1]?.word ?? '', claims.tokens[to]?.word ?? ''];
    if (claims.tokens[from]?.kind === 'address' && /^[(<[]$/.test(before) && /^[)>\]]$/.test(behind))
      claims.take('person', from - 1, to + 1);
  }
}

/** «…, attendees: ana@contoso.com; bo@contoso.com»: a list under its own name is no part of the title. */
function claimGuestList(claims: Claims, people: readonly PersonFound[]): void {
  const { tokens } = claims;
  const label = tokens.findIndex(
    ({ word }, at) => tokens[at + 1]?.word === ':' && GUESTS.test(word) && claims.isFree(at),
  );
  if (label < 0) return;
  let to = label + 2;
  for (const person of people) {
    if (person.from < to) continue;
    const between = tokens.slice(to, person.from);
    if (!between.every(({ word }) => /^(?:,|;|and|&)$/.test(word))) break;
    to = person.to;
  }
  if (to > label + 2) claims.take('person', label, to);
}

/** «…, invite the whole crew»: a group without a name is no guest that anybody could look up, and no part of the title. */
function claimGroupInvited(claims: Claims): void {
  const { tokens } = claims;
  const at = tokens.findIndex(({ word }, place) => place > 1 && INVITES.test(word) && claims.isFree(place));
  if (at < 0 || (tokens[at - 1]!.kind !== 'mark' && claims.isFree(at - 1))) return;
  let to = at + 1;
  while (to < at + MOST_OF_GROUP && claims.isFree(to) && tokens[to]!.kind === 'word') to += 1;
  const last = tokens[to - 1]!.word;
  const isEnd = to === tokens.length || tokens[to]!.kind === 'mark' || !claims.isFree(to);
  if (to > at + 1 && isEnd && (GROUPS.has(last) || EVERYBODY.test(last))) claims.take('person', at, to);
}

const INVITES = /^(?:invite|inviting|cc|include|add)$/;
const EVERYBODY = /^(?:everyone|everybody|all|crew|lot|folks|guys)$/;
const MOST_OF_GROUP = 6;

/** «…, cc Ilse»: who gets a copy stands behind the thing. */
function claimCopied(claims: Claims, commandEnd: number, people: readonly PersonFound[]): void {
  const first = people.find(
    ({ from }) =>
      from - 1 > commandEnd && /^(?:cc|inviting|invite|include|add)$/.test(claims.tokens[from - 1]?.word ?? ''),
  );
  if (first === undefined || !claims.isFree(first.from - 1)) return;
  let { to } = first;
  for (const person of people) {
    const between = claims.tokens.slice(to, person.from);
    if (person.from > to && between.every(({ word }) => /^(?:,|;|and|&|\+)$/.test(word))) to = person.to;
  }
  const and = /^(?:and|&|also)$/.test(claims.tokens[first.from - 2]?.word ?? '') ? first.from - 2 : first.from - 1;
  claims.take('person', and, /^(?:too|also)$/.test(claims.tokens[to]?.word ?? '') ? to + 1 : to);
}

const GUESTS = /^(?:attendees|participants|invitees|guests|cc|with|who|required|optional|people)$/;

/** «put dinner down for eight»: the second half of the verb. */
function claimParticle(claims: Claims, commandEnd: number): void {
  const { tokens } = claims;
  if (!/^(?:put|note|mark|write|jot)$/.test(tokens[commandEnd - 1]?.word ?? '')) return;
  const down = tokens.findIndex(({ word }, at) => at > commandEnd && word === 'down' && claims.isFree(at));
  if (down > 0 && !claims.isFree(down + 1) && !DOWN_VERBS.test(tokens[down - 1]!.word))
    claims.take('filler', down, down + 1);
}

const DOWN_VERBS = /^(?:shut|break|count|wind|cool|stand|sit|close|step|lock|cut|slow|touch|power|tear)$/;

const INVITATION = /^(?:invite|invitation)$/;

/** «send an invite for retro to eva@firma.example»: who gets it stands at the end. */
function claimReceivers(
  claims: Claims,
  from: number,
  people: readonly { readonly from: number; readonly to: number }[],
): void {
  const first = people.find((person) => person.from > from + 1 && claims.tokens[person.from - 1]?.word === 'to');
  const last = people.at(-1);
  if (first !== undefined && last !== undefined && first.from - 1 > from)
    claims.take('person', first.from - 1, last.to);
}

/** «invite Ana and Bo to the review»: behind their names comes the thing. */
function claimInvited(
  claims: Claims,
  from: number,
  people: readonly { readonly from: number; readonly to: number }[],
): void {
  const last = people.at(-1)?.to;
  if (last !== undefined && /^(?:to|for)$/.test(claims.tokens[last]?.word ?? '')) claims.take('person', from, last + 1);
}

/** «book me the Jade room on the 15th for the audit prep»: the prep is what there is, the room where. */
function roomBooked(claims: Claims, commandEnd: number): Part<string> | null {
  const { tokens } = claims;
  const room = bookedRoom(tokens, commandEnd, (place) => claims.at(place) === 'time');
  if (room === null) return null;
  claims.take('place', room.from, room.to);
  return { value: joined(tokens.slice(room.from, room.to)), certainty: 'said' };
}

function placeBesides(
  claims: Claims,
  people: readonly { readonly from: number; readonly to: number }[],
): Part<string> | null {
  const free = new Claims(claims.tokens);
  claims.tokens.forEach((_, at) => {
    if (!claims.isFree(at)) free.take('time', at, at + 1);
  });
  for (const { from, to } of people) free.take('person', from, to);
  const found = findLocation(free);
  if (found === null) return null;
  claims.take('place', found.from, found.to);
  // «… and Ana at 4»: another hour, and no place.
  if (/^\d{1,2}$/.test(found.name)) return null;
  return { value: found.name, certainty: 'said' };
}
