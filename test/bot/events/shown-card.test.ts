import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectorCall } from '../fake-connector.ts';
import { ADA_ID, asAda } from '../sign-in/sandbox-bot.ts';
import { BERLIN, buttonsOf, type Card, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot();
});
afterEach(() => bot.close());

const MENTION = { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot' } };
const updates = (): readonly ConnectorCall[] => bot.connector.calls.filter(({ method }) => method === 'PUT');
const cardIn = ({ body }: ConnectorCall): Card => (body.attachments as { content: Card }[])[0]!.content;
const buttons = (call: ConnectorCall): readonly string[] => buttonsOf(cardIn(call)).map(({ title }) => title);

describe('an earlier card of a draft', () => {
  it('makes room for the event that comes after a sign-in', async () => {
    await bot.adaSays('sign out');
    await bot.words('lunch tomorrow noon', BERLIN);
    await bot.press('Create');
    expect(updates()).toHaveLength(0);
    expect(await bot.words(await bot.codeAtPage())).toContain('In your calendar');
    const [update, ...more] = updates();
    expect(more).toHaveLength(0);
    expect(JSON.stringify(cardIn(update!))).toContain('In your calendar: see my newer message.');
    expect(buttons(update!)).toEqual([]);
    expect(buttonsOf(bot.newestCard()).map(({ title }) => title)).not.toContain('Create');
  });

  it('makes room where the person says yes, or no, in words', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await bot.words('yes', BERLIN);
    await bot.words('undo', BERLIN);
    await bot.words('lunch tomorrow noon', BERLIN);
    await bot.words('no', BERLIN);
    const said = updates().map((call) => JSON.stringify(cardIn(call)));
    expect(said).toHaveLength(3);
    expect(said[0]).toContain('see my newer message');
    expect(said[1]).toContain('Undone');
    expect(said[2]).toContain('Dropped');
  });

  it('makes room for the draft that the answer to its question completes', async () => {
    await bot.words('dentist tomorrow', BERLIN);
    await bot.words('3pm', BERLIN);
    expect(updates().map((call) => JSON.stringify(cardIn(call)))).toEqual([
      expect.stringContaining('This goes on in my newer message.'),
    ]);
    expect(buttonsOf(bot.newestCard()).map(({ title }) => title)).not.toContain('Create');
  });

  it('in a group chat becomes the event, while the sign-in is in the personal chat', async () => {
    const group = { conversation: { id: 'g', conversationType: 'groupChat', isGroup: true, tenantId: 't' } };
    await bot.adaSays('sign out');
    await bot.words('<at>why401</at> lunch tomorrow noon', { ...BERLIN, ...group, entities: [MENTION] });
    const who = { ...asAda(bot.running.sandbox.world.people[0]!), ...group };
    await bot.press('Create', { who });
    const before = updates().length;
    await bot.words(await bot.codeAtPage(), {
      conversation: { id: `private-${ADA_ID}`, conversationType: 'personal' },
    });
    const [update] = updates().slice(before);
    expect(update?.path).toMatch(/^\/v3\/conversations\/g\/activities\//);
    expect(buttons(update!)).toContain('Undo');
    expect(bot.events()).toHaveLength(1);
  });

  it('stays where the channel cannot change it, and the answer is said all the same', async () => {
    bot.connector.refuse(({ method }) => method === 'PUT', 405);
    await bot.words('lunch tomorrow noon', BERLIN);
    expect(await bot.words('yes', BERLIN)).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('leaves nothing of the person behind when their data is deleted, and no name in the store', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const kept = async () => {
      const { draft } = buttonsOf(bot.newestCard()).find(({ title }) => title === 'Create')!.data!.why401 as {
        draft: string;
      };
      return bot.store.state.read([`draft-card/${draft}/msteams/${ADA_ID}`]);
    };
    const before = JSON.stringify(await kept());
    expect(before).toContain('ada-chat');
    expect(before).not.toContain('Winter');
    await bot.store.erase({ person: ADA_ID, personKey: `msteams/${ADA_ID}`, by: '' });
    expect(await kept()).toEqual({});
  });
});
