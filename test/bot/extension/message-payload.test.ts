import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentWords } from '../../../src/bot/extension/attachment-words.ts';
import { messagePayload } from '../../../src/bot/extension/message-payload.ts';
import { postingPlace } from '../../../src/bot/extension/posting-place.ts';

describe('a message payload', () => {
  it('of any form is read or is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (body, from, attachments) => {
        const payload = messagePayload({ messagePayload: { id: '1', body, from, attachments } });
        expect(typeof payload?.attached).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('of text stays text', () => {
    const payload = messagePayload({ messagePayload: { body: { contentType: 'text', content: '<p>x</p>' } } });
    expect(payload).toMatchObject({ html: null, text: '<p>x</p>' });
  });

  it('tells a picture from an emoji', () => {
    const shows = (content: string) => messagePayload({ messagePayload: { body: { content } } })?.hasPicture;
    expect(shows('<img src="https://x/y.png">')).toBe(true);
    expect(shows('<img itemtype="http://schema.skype.com/Emoji" src="https://x/y.png">')).toBe(false);
    expect(shows('<imgx>')).toBe(false);
  });
});

describe('the words of attachments', () => {
  it('are bounded, however deep and long', () => {
    let deep: unknown = { text: 'deep' };
    for (let i = 0; i < 500; i += 1) deep = { body: [deep] };
    const many = Array.from({ length: 5_000 }, (_, i) => ({ text: `${i} ${'x'.repeat(200)}` }));
    const words = attachmentWords([{ content: deep }, { content: { body: many } }, { content: 'plain words' }]);
    expect(words.length).toBeLessThan(500_000);
  });

  it('of buttons and addresses are left out', () => {
    const content = {
      body: [{ text: 'shown', url: 'https://a.example/AADSTS50011', id: 'AADSTS50012' }],
      buttons: [{ title: 'AADSTS50013' }],
    };
    expect(attachmentWords([{ content }])).toBe('shown');
  });
});

describe('where it is posted', () => {
  const place = (id: string, payload: object, conversationType?: string) =>
    postingPlace({ conversation: { id, conversationType } } as never, payload as never);

  it.each([
    ['19:a@thread.tacv2', { id: '5', root: null }, 'thread', '19:a@thread.tacv2;messageid=5'],
    ['19:a@thread.tacv2', { id: '5', root: '3' }, 'thread', '19:a@thread.tacv2;messageid=3'],
    ['19:a@thread.tacv2;messageid=1', { id: '5', root: '3' }, 'thread', '19:a@thread.tacv2;messageid=1'],
    ['19:a@thread.skype', { id: '5', root: null }, 'thread', '19:a@thread.skype;messageid=5'],
    ['19:a@thread.tacv2', { id: null, root: null }, 'thread', '19:a@thread.tacv2'],
    ['19:a@thread.v2', { id: '5', root: null }, 'chat', '19:a@thread.v2'],
    ['19:a_b@unq.gbl.spaces', { id: '5', root: null }, 'chat', '19:a_b@unq.gbl.spaces'],
  ])('%s %j', (id, payload, kind, conversation) => {
    expect(place(id, payload)).toEqual({ kind, conversation });
  });
});
