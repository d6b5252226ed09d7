import { createGraph, type GraphCall } from '../../src/graph/graph-client.ts';
import { personKey } from '../../src/identity/person.ts';
import { sandboxTransport } from '../../src/sandbox/client-transport.ts';
import { type BotUnderTest, startBotUnderTest } from '../../test/bot/bot-under-test.ts';
import { buttonsOf, type Card, pressedOf } from '../../test/bot/events/event-bot.ts';
import type { Participant } from '../../test/contract/sign-in.contract.ts';
import { createMsalFixture, type MsalFixture } from '../../test/identity/msal/msal-fixture.ts';
import { type Figure, printFigures } from '../table.ts';
import { faultyNetwork } from './faulty-network.ts';

const PEOPLE = 50;
const EVENTS_EACH = 10;
const FAULTS = { throttled: 5, unavailable: 5, lost: 5 } as const;
/** A person who reads that it did not work presses again. */
const MOST_ROUNDS = 5;

interface Draft {
  readonly participant: Participant;
  readonly card: Card;
}

/** Prints how creations fare where Graph and the network fail some of them. Returns how many promises were broken. */
export async function measureEvents(short: boolean): Promise<number> {
  const msal = await createMsalFixture();
  const calls: GraphCall[] = [];
  const { fetch, met } = faultyNetwork(sandboxTransport(msal.sandbox), FAULTS);
  const graph = createGraph({ fetch, now: msal.now, onCall: (call) => calls.push(call) });
  const bot = await startBotUnderTest({ now: msal.now, signIn: () => ({ by: msal.signIn, graph }) });
  try {
    const drafts = await draftAll(msal, bot);
    const afterDrafts = { ...met };
    const begun = performance.now();
    let waiting: readonly Draft[] = drafts;
    let rounds = 0;
    for (; waiting.length > 0 && rounds < MOST_ROUNDS; rounds += 1) {
      const done = await Promise.all(waiting.map((draft) => isMade(bot, draft)));
      waiting = waiting.filter((_, index) => !done[index]);
    }
    const tookMs = performance.now() - begun;
    const events = msal.sandbox.world.mailboxes.flatMap((mailbox) =>
      mailbox.events.map(({ start }) => `${mailbox.ownerId} ${JSON.stringify(start)}`),
    );
    const alone = await callsOfOne(msal, bot, calls);
    const wanted = PEOPLE * EVENTS_EACH;
    const distinct = new Set(events).size;
    const figures: Figure[] = [
      exactly('events made', distinct, wanted),
      exactly('made twice', events.length - distinct, 0),
      exactly('lost', wanted - distinct, 0),
      exactly('without an event card at the end', waiting.length, 0),
      told('writes sent for them', met.writes - afterDrafts.writes),
      told('of these: 429', met.throttled),
      told('of these: 503', met.unavailable),
      told('of these: done, and the answer lost', met.lost),
      told('rounds of pressing Create', rounds),
      { name: 'all of them', value: `${(tookMs / 1_000).toFixed(1)} s` },
      {
        name: 'calls from Create to the event card',
        value: alone.join(', '),
        target: 'POST /me/events',
        worse: alone.join() === 'POST /me/events' ? 1 : Infinity,
      },
    ];
    return printFigures(
      `${wanted} creations at once, ${PEOPLE} people; of 100 writes 5 throttled, 5 unavailable, 5 lost`,
      figures,
      short,
    );
  } finally {
    await bot.close();
    await msal.dispose();
  }
}

async function draftAll(msal: MsalFixture, bot: BotUnderTest): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const participant = msal.asPerson(n);
    const signedIn = await msal.signIn.exchange(participant.person, await msal.assertionFor(participant.account));
    if (signedIn.kind !== 'token') throw new Error(`${personKey(participant.person)} could not sign in`);
    for (let event = 0; event < EVENTS_EACH; event += 1)
      drafts.push({ participant, card: await draftOf(bot, participant, event) });
  }
  return drafts;
}

async function draftOf(bot: BotUnderTest, participant: Participant, event: number): Promise<Card> {
  // Each at an hour of its own, by which the events are told apart.
  const [said] = await bot.say(`review tomorrow at ${8 + event}:00`, envelope(participant));
  if (said?.card === undefined) throw new Error(`No draft: ${said?.text}`);
  return said.card as unknown as Card;
}

async function isMade(bot: BotUnderTest, { participant, card }: Draft): Promise<boolean> {
  const create = buttonsOf(card).find(({ title }) => title === 'Create');
  const value = { action: { type: 'Action.Execute', verb: 'draft-create', data: create?.data } };
  const { body } = await bot.post({ ...envelope(participant), type: 'invoke', name: 'adaptiveCard/action', value });
  return pressedOf(body).text.includes('In your calendar.');
}

/** What one creation asks of Graph, with nothing going wrong: the first of a few tries in which no fault was met. */
async function callsOfOne(msal: MsalFixture, bot: BotUnderTest, calls: GraphCall[]): Promise<readonly string[]> {
  const participant = msal.asPerson(PEOPLE);
  await msal.signIn.exchange(participant.person, await msal.assertionFor(participant.account));
  let asked: readonly string[] = [];
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const card = await draftOf(bot, participant, attempt % 10);
    const before = calls.length;
    const made = await isMade(bot, { participant, card });
    const since = calls.slice(before);
    asked = since.map(({ operation }) => operation);
    if (made && since.every(({ status }) => status === 201)) break;
  }
  return asked;
}

function envelope({ person, account }: Participant): Record<string, unknown> {
  return {
    from: { id: person.userId, name: account.displayName, aadObjectId: account.oid },
    conversation: { id: `chat-${person.userId}`, conversationType: 'personal', tenantId: account.tenantId },
    localTimezone: 'Europe/Berlin',
  };
}

function exactly(name: string, value: number, target: number): Figure {
  return { name, value: String(value), target: String(target), worse: value === target ? 1 : Infinity };
}

function told(name: string, value: number): Figure {
  return { name, value: String(value) };
}
