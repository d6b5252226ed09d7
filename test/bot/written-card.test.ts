import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiJson, WrittenCard, writtenBody } from '../../src/bot/written-card.ts';
import { anyText } from '../any-text.ts';

const card = { type: 'AdaptiveCard', body: [{ text: 'The app’s “secret” …\n\u{1f600}' }] };
const reply = (content: unknown) => ({
  activities: [{ type: 'message', summary: 'l’été', attachments: [{ content }] }],
});

describe('a written card', () => {
  it('goes out as the JSON that it is', () => {
    const json = asciiJson(JSON.stringify(card));
    const body = writtenBody(reply(new WrittenCard(json)));
    expect(body).toContain(json);
    expect(JSON.parse(body)).toEqual(reply(card));
  });

  it('is an object for everybody else who writes it', () => {
    expect(JSON.parse(JSON.stringify(reply(new WrittenCard(JSON.stringify(card)))))).toEqual(reply(card));
  });

  it('goes out beside others, and beside cards that are objects', () => {
    const written = new WrittenCard(JSON.stringify(card));
    const body = {
      activities: [...reply(written).activities, ...reply({ a: 1 }).activities, ...reply(written).activities],
    };
    expect(JSON.parse(writtenBody(body)).activities.map((it: { attachments: unknown[] }) => it.attachments[0])).toEqual(
      [{ content: card }, { content: { a: 1 } }, { content: card }],
    );
  });

  it('is not misled by its own mark in somebody’s text', () => {
    const body = { activities: [{ text: '\u0001card', attachments: [{ content: new WrittenCard('{"b":2}') }] }] };
    expect(JSON.parse(writtenBody(body))).toEqual({
      activities: [{ text: '\u0001card', attachments: [{ content: { b: 2 } }] }],
    });
  });

  it.each([undefined, null, 7, 'text', [], {}, { activities: [null, {}, { attachments: 'x' }, { attachments: [1] }] }])(
    'leaves other bodies as they are: %j',
    (body) => {
      expect(writtenBody(body)).toBe(JSON.stringify(body));
    },
  );

  it('is the same text in ASCII', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const json = asciiJson(JSON.stringify(text));
        expect(json).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(json)).toBe(text);
      }),
    );
  });
});
