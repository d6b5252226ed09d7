import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { understand } from '../../../src/calendar/understand.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { createMsalFixture, type MsalFixture } from '../../identity/msal/msal-fixture.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';
import { asAda, wordsSince } from '../sign-in/sandbox-bot.ts';
import { BERLIN, buttonsOf, type EventBot, newestCard, pressedOf, startEventBot } from './event-bot.ts';
import { scriptedUnderstanding } from './scripted-understanding.ts';

describe('people at the token service', () => {
  it('an address is taken as it is, and nobody is invited before Create', async () => {
    const bot = await startEventBot();
    try {
      expect(await bot.words('lunch with ben@lumenworks.example tomorrow noon', BERLIN)).toContain(
        'ben@lumenworks.example',
      );
      await bot.press('Create');
      expect(bot.events()).toMatchObject([{ attendees: [{ emailAddress: { address: 'ben@lumenworks.example' } }] }]);
    } finally {
      await bot.close();
    }
  });

  it('a name cannot be looked up: that is said, and the address asked for', async () => {
    const bot = await startEventBot();
    try {
      const words = await bot.words('lunch with Ben tomorrow noon', BERLIN);
      expect(words).toContain('does not ask for the permission People.Read');
      expect((await bot.press('Create')).text).toContain('Say first who is meant: give the address.');
      expect(bot.events()).toHaveLength(0);
      const made = await bot.press('Create', { inputs: { 'event-guest-0': 'ben@lumenworks.example' } });
      expect(made.text).toContain('In your calendar');
    } finally {
      await bot.close();
    }
  });
});

describe('people who are mentioned', () => {
  const mention = (id: string, name: string) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  });
  let bot: EventBot;
  beforeEach(async () => {
    bot = await startEventBot({ understand });
    bot.connector.members([
      { id: '29:ben', name: 'Ben Okafor', userPrincipalName: 'ben@lumenworks.example' },
      { id: '29:april', name: 'April May', email: 'april@lumenworks.example', userPrincipalName: 'am#ext#@x.example' },
      { id: '29:guest', name: 'Guest' },
    ]);
  });
  afterEach(() => bot.close());

  it('are invited by the address that the roster has for their id', async () => {
    const said = 'lunch with <at>Ben Okafor</at> and <at>April May</at> tomorrow noon';
    const entities = [mention('29:ben', 'Ben Okafor'), mention('29:april', 'April May')];
    const words = await bot.words(said, { ...BERLIN, entities });
    expect(words).toContain('Ben Okafor (ben@lumenworks.example), April May (april@lumenworks.example)');
    expect((await bot.press('Create')).text).toContain('In your calendar');
    expect(bot.events()).toMatchObject([
      {
        attendees: [
          { emailAddress: { address: 'ben@lumenworks.example' } },
          { emailAddress: { address: 'april@lumenworks.example' } },
        ],
      },
    ]);
  });

  it('are asked about where the roster has no address, or does not know them', async () => {
    for (const [id, name] of [
      ['29:guest', 'Guest'],
      ['29:nobody', 'Nora Quist'],
    ] as const) {
      await bot.words(`lunch with <at>${name}</at> tomorrow noon`, { ...BERLIN, entities: [mention(id, name)] });
      expect((await bot.press('Create')).text).toContain('Say first who is meant');
    }
    expect(bot.events()).toHaveLength(0);
  });

  it('count by their id, whatever name the message shows', async () => {
    const entities = [{ ...mention('29:ben', 'Sam'), text: '<at>Sam</at>' }];
    const words = await bot.words('lunch with <at>Sam</at> tomorrow noon', { ...BERLIN, entities });
    expect(words).toContain('ben@lumenworks.example');
  });
});

describe('people by MSAL', () => {
  let msal: MsalFixture;
  let bot: BotUnderTest;
  beforeEach(async () => {
    msal = await createMsalFixture();
    const { sandbox, now } = msal;
    const graph = createGraph({ fetch: sandboxTransport(sandbox), now });
    bot = await startBotUnderTest({
      now,
      diagnose: diagnoseAndRemember,
      understand: scriptedUnderstanding,
      signIn: () => ({ by: msal.signIn, graph }),
    });
  });
  afterEach(async () => {
    await bot.close();
    await msal.dispose();
  });

  const ada = () => asAda(msal.sandbox.world.people[0]!);
  async function words(text: string): Promise<string> {
    const before = bot.connector.calls.length;
    await bot.say(text, { ...ada(), ...BERLIN });
    return wordsSince(bot, before);
  }
  async function signIn(): Promise<string> {
    const all = JSON.stringify(bot.connector.calls.map(({ body }) => body));
    const links = [...all.matchAll(/"(?:url|value)":"(http:\/\/localhost:\d+\/auth\/start\?[^"]+)"/g)];
    return words(await msal.completeAtPage(links.at(-1)?.[1] ?? '', msal.sandbox.world.people[0]!));
  }
  async function press(button: string, inputs: Record<string, unknown> = {}): Promise<string> {
    const found = buttonsOf(newestCard(bot, button)).find(({ title }) => title === button)!;
    const value = { action: { type: 'Action.Execute', verb: 'x', data: { ...found.data, ...inputs } } };
    const { body } = await bot.post({ ...ada(), type: 'invoke', name: 'adaptiveCard/action', value });
    return pressedOf(body).text;
  }
  const events = () => msal.sandbox.world.mailboxes[0]!.events;

  it('asks for the permission when it is needed first, looks the name up, and shows the address before it invites', async () => {
    await words('sign in');
    await signIn();
    expect(await words('lunch with Ben tomorrow noon')).toContain('I need the permission People.Read');
    const before = bot.connector.calls.length;
    expect(await press('Create')).toContain('goes on by itself');
    expect(wordsSince(bot, before)).toContain('Asked for: People.Read, User.ReadBasic.All');
    const resumed = await signIn();
    expect(resumed).toContain('Ben Okafor (ben@lumenworks.example)');
    expect(events()).toHaveLength(0);
    expect(await press('Create')).toContain('In your calendar');
    expect(events()).toMatchObject([{ attendees: [{ emailAddress: { address: 'ben@lumenworks.example' } }] }]);
    // From now on names are looked up at once.
    expect(await words('lunch with Ben tomorrow noon')).toContain('Ben Okafor (ben@lumenworks.example)');
  });

  it('a claims challenge at Create leads to one sign-in that carries the claims, and the draft goes on after it', async () => {
    await words('sign in');
    await signIn();
    await words('lunch tomorrow noon');
    msal.advance(3_000);
    msal.sandbox.control.break('cae-challenge');
    msal.advance(3_000);
    const before = bot.connector.calls.length;
    expect(await press('Create')).toContain('goes on by itself');
    expect(wordsSince(bot, before)).toContain('asks for a fresh or a stronger sign-in');
    expect(events()).toHaveLength(0);
    expect(await signIn()).toContain('In your calendar');
    expect(events()).toHaveLength(1);
  });

  it('several are a choice, and nobody asks for the address', async () => {
    const { people } = msal.sandbox.world;
    people.push({
      ...people[1]!,
      oid: 'another-ben',
      userPrincipalName: 'ben.ito@lumenworks.example',
      displayName: 'Ben Ito',
    });
    await words('sign in');
    await signIn();
    await words('lunch with Ben tomorrow noon');
    await press('Create');
    const choice = await signIn();
    expect(choice).toContain('Ben Ito (ben.ito@lumenworks.example)');
    expect(await press('Create')).toContain('Say first who is meant: pick one, or give the address.');
    expect(await press('Create', { 'event-guest-0': 'ben.ito@lumenworks.example' })).toContain('In your calendar');
    people.splice(1, 1);
    people.splice(people.length - 1, 1);
    expect(JSON.stringify(newestCardAfter(await words('lunch with Ben tomorrow noon')))).toContain(
      'I found nobody called Ben',
    );
  });

  const newestCardAfter = (_: string) => newestCard(bot);
});
