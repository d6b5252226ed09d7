import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest } from '../bot-under-test.ts';
import { type FakeConnector, startFakeConnector } from '../fake-connector.ts';
import { createInMemoryStore, type InMemoryStore } from '../in-memory-store.ts';
import {
  ADELE,
  BEN,
  CHLOE,
  DESK,
  inDesk,
  MEGAN,
  press,
  SAM,
  SECRET_EXPIRED,
  startDeskBot,
  threadOf,
} from './desk-bot.ts';

let connector: FakeConnector;
let store: InMemoryStore;
let bots: readonly [BotUnderTest, BotUnderTest];
beforeEach(async () => {
  connector = await startFakeConnector();
  store = createInMemoryStore();
  bots = await Promise.all([startDeskBot({ store, connector }), startDeskBot({ store, connector })]);
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  await connector.close();
  await store.close();
});

describe('two instances of one service', () => {
  it('answer a report once, whichever of them gets it', async () => {
    await Promise.all(bots.map((bot) => bot.post({ text: SECRET_EXPIRED(), ...inDesk(BEN, 'm1') })));
    expect(connector.messagesTo(threadOf('m1'))).toHaveLength(1);
    expect((await store.triage.totals(DESK, 0)).openCases).toBe(1);
  });

  it('make one incident of reports at the same moment, and one card shows all of them', async () => {
    const people = [BEN, CHLOE, SAM, MEGAN];
    await Promise.all(
      people.map((person, index) =>
        bots[index % 2 === 0 ? 0 : 1].post({ text: SECRET_EXPIRED(), ...inDesk(person, `m${index}`) }),
      ),
    );
    await Promise.all(bots.map((bot) => bot.settled()));
    const incident = await store.triage.readIncident(DESK, 1);
    expect(incident).toMatchObject({ people: 4, cases: 4 });
    expect(await store.triage.readIncident(DESK, 2)).toBeUndefined();
    const newest = new Map<string, string>();
    let replies = 0;
    for (const { method, path, body } of connector.calls) {
      replies += 1;
      const id = method === 'PUT' ? (path.split('/').at(-1) ?? '') : `reply-${replies}`;
      newest.set(id, JSON.stringify(body));
    }
    expect(newest.get(incident?.card ?? '')).toContain('4 people since 09:00 UTC');
    const shown = [...newest.values()].filter((text) => text.includes('Incident 1 · '));
    expect(shown).toHaveLength(1);
    const joined = [...newest.values()].filter((text) => text.includes('Same as incident 1'));
    expect(joined).toHaveLength(3);
  });

  it('let one of two agents win', async () => {
    const [first, second] = bots;
    await first.post({ text: SECRET_EXPIRED(), ...inDesk(BEN, 'm1') });
    const [report] = connector.messagesTo(threadOf('m1')) as { attachments: { content: unknown }[] }[];
    const card = report?.attachments[0]?.content;
    await store.state.write({
      [`desks/${DESK}`]: { agents: [MEGAN.id], eTag: '*' },
      [`agents/${DESK}/${MEGAN.id}`]: { name: MEGAN.name, eTag: '*' },
    });
    const both = await Promise.all([press(first, ADELE, card, 'Take', 'm1'), press(second, MEGAN, card, 'Take', 'm1')]);
    expect(both.filter((pressed) => pressed.card !== undefined)).toHaveLength(1);
    expect(both.find(({ words }) => words !== '')?.words).toContain('was first');
  });
});
