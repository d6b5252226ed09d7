import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivityText, visibleText } from '../../src/bot/activity-text.ts';
import { expectWithin } from '../processor-time.ts';
import { BOT, MENTION } from './bot-under-test.ts';

function read(activity: Record<string, unknown>) {
  return readActivityText({ recipient: BOT, ...activity } as unknown as Activity);
}

describe('readActivityText', () => {
  it('takes the mention of the bot out of text and HTML, and leaves those of others', () => {
    const span = (id: number, name: string) =>
      `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${id}">${name}</span>`;
    const { text, html } = read({
      text: '<at>why401</at> ask <at>Ben</at> about AADSTS50011',
      entities: [MENTION, { type: 'mention', text: '<at>Ben</at>', mentioned: { id: '29:ben' } }],
      attachments: [{ contentType: 'text/html', content: `<p>${span(0, 'why401')} ask ${span(1, 'Ben')}</p>` }],
    });
    expect(text).toBe('ask <at>Ben</at> about AADSTS50011');
    expect(html).not.toContain('why401');
    expect(html).toContain('Ben');
  });

  it('counts pictures and files and fetches nothing', () => {
    expect(
      read({
        text: 'see',
        attachments: [
          { contentType: 'image/*', contentUrl: 'https://example.org/1' },
          { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} },
          { contentType: 'text/html', content: '<p><img src="https://example.org/1"></p>' },
          { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
        ],
      }),
    ).toEqual({ text: 'see', html: null, pictures: 1, files: 1 });
  });

  it('takes whatever stands in attachments and entities', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (attachments, entities) => {
        expect(() => read({ text: 'x', attachments: [attachments], entities: [entities] })).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('is linear on hostile HTML', () => {
    const entities = [MENTION];
    for (const piece of [
      '<span schema.skype.com/Mention',
      '<at',
      '<at>',
      '<',
      '<span itemtype="http://schema.skype.com/Mention">x',
    ]) {
      const content = piece.repeat(Math.ceil(500_000 / piece.length));
      expectWithin(1500, () => read({ text: '', entities, attachments: [{ contentType: 'text/html', content }] }));
    }
  });
});

describe('visibleText', () => {
  it.each([
    ['<p>Hello <b>you</b></p>', 'Hello you'],
    ['<div>&nbsp;</div>', ''],
    ['<img alt="a">', ''],
    ['a < b', 'a'],
  ])('of %s is «%s»', (html, text) => {
    expect(visibleText(html, 100).replace(/\s+/g, ' ')).toBe(text);
  });
});
