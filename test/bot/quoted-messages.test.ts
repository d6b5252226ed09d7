import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutQuotes } from '../../src/bot/quoted-messages.ts';
import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import { expectWithin } from '../processor-time.ts';
import { ANNA, BOT, type BotUnderTest, inGroup, MENTION, startBotUnderTest } from './bot-under-test.ts';
import { BEN, CHLOE, CONDITIONAL_ACCESS, DESK, inDesk, SAM, SECRET_EXPIRED, startDeskBot } from './triage/desk-bot.ts';

const SAM_MRI = '8:orgid:aad-sam';
/** The message that is quoted. */
const QUOTED = '1772442000000';
/** As Teams writes a reply with a quote: the quote, then what was typed. */
const quoting = (mri: string, preview: string, own: string): Record<string, unknown> => ({
  text: own,
  attachments: [
    {
      contentType: 'text/html',
      content: `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${QUOTED}"><strong itemprop="mri" itemid="${mri}">Somebody</strong><span itemprop="time" itemid="${QUOTED}"></span><p itemprop="preview">${preview}</p></blockquote><p>${own}</p>`,
    },
  ],
});

const { channelData } = inDesk(BEN, 'm') as { channelData: object };

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ diagnose: diagnoseAndRemember });
});
afterEach(() => bot.close());

const summaryOf = async (activity: Record<string, unknown>): Promise<string | undefined> =>
  (await bot.say('', activity))[0]?.summary;

describe('a message that quotes', () => {
  it('the bot’s own answer tells nothing by it', async () => {
    const quoted = quoting(BOT.id, SECRET_EXPIRED(), 'ok, changed it, I wait for the cache now');
    expect(await summaryOf(quoted)).toBe('I found no sign-in or Graph error in that message.');
  });

  it('somebody’s report, and asks what it is, gets that report explained', async () => {
    const quoted = quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?');
    expect(await summaryOf(quoted)).toMatch(/^The client secret of the app .* has expired\.$/);
    expect(await summaryOf(quoting(SAM_MRI, SECRET_EXPIRED(), 'how do I fix this?'))).toContain('has expired');
    expect(await summaryOf(quoting(SAM_MRI, SECRET_EXPIRED(), 'explain this please'))).toContain('has expired');
    const mention = { ...inGroup(), entities: [MENTION], from: ANNA };
    expect(await summaryOf({ ...quoted, ...mention, text: '<at>why401</at> what is this?' })).toContain('has expired');
  });

  it('somebody’s report beside one of its own is about its own', async () => {
    const own = "AADSTS50105: The signed in user 'ada@contoso.com' is not assigned to a role for the application.";
    const [said] = await bot.say('', quoting(SAM_MRI, SECRET_EXPIRED(), own));
    expect(said?.summary).toContain('not assigned');
    expect(JSON.stringify(said?.card)).not.toContain('client secret');
  });

  it('a message that itself quotes the bot’s answer tells nothing by it', async () => {
    const { attachments } = quoting(BOT.id, SECRET_EXPIRED(), '') as { attachments: [{ content: string }] };
    const nested = quoting(SAM_MRI, `see ${attachments[0].content} I did that`, 'ok, so what now');
    expect(await summaryOf(nested)).toBe('I found no sign-in or Graph error in that message.');
  });

  it('thanks for the quoted answer', async () => {
    expect((await bot.say('', quoting(BOT.id, 'The client secret has expired.', 'thanks!')))[0]?.text).toContain(
      'Glad',
    );
  });

  it('a blockquote of its own is evidence as ever', async () => {
    const content = `<p>they wrote:</p><blockquote><p>${SECRET_EXPIRED()}</p></blockquote>`;
    expect(await summaryOf({ attachments: [{ contentType: 'text/html', content }] })).toContain('has expired');
  });
});

describe('a message that is passed on', () => {
  it('without a word is read', async () => {
    const content = JSON.stringify({ originalMessageContent: `<p>${SECRET_EXPIRED()}</p>` });
    const attachments = [
      { contentType: 'forwardedMessageReference', content },
      { contentType: 'text/html', content: '<attachment id="1"></attachment>' },
    ];
    expect(await summaryOf({ attachments })).toContain('has expired');
  });

  it('by reference is read, unless it is the bot’s', async () => {
    const reference = (messageSender: object) => ({
      text: 'what is this?',
      attachments: [
        {
          contentType: 'messageReference',
          content: JSON.stringify({ messageId: '1', messagePreview: SECRET_EXPIRED(), messageSender }),
        },
      ],
    });
    expect(await summaryOf(reference({ user: { displayName: 'Sam' } }))).toContain('has expired');
    expect(await summaryOf(reference({ application: { id: 'bot' } }))).not.toContain('has expired');
  });

  it('is nobody’s evidence where the bot wrote it', async () => {
    const forwarded = (originalMessageSender: object) => ({
      attachments: [
        {
          contentType: 'forwardedMessageReference',
          content: JSON.stringify({ originalMessageContent: `<p>${SECRET_EXPIRED()}</p>`, originalMessageSender }),
        },
        { contentType: 'text/html', content: '<attachment id="1"></attachment>' },
      ],
    });
    const user = { id: 'aad-sam', displayName: 'Sam' };
    expect(await summaryOf(forwarded({ application: null, user }))).toContain('has expired');
    expect(await summaryOf(forwarded({ application: { id: 'bot' }, user: null }))).not.toContain('has expired');
  });
});

describe('in a helpdesk', () => {
  it('who quotes a report makes no second one, neither by talk nor by a question to the bot', async () => {
    const desk = await startDeskBot();
    desk.connector.members([SAM, BEN]);
    try {
      await desk.post({ text: SECRET_EXPIRED(), ...inDesk(SAM, 'm1') });
      await desk.post({ ...inDesk(BEN, 'm2', 'm1'), ...quoting(SAM_MRI, SECRET_EXPIRED(), 'did you rotate it?') });
      const asked = { ...inDesk(BEN, 'm3', 'm1'), ...quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?') };
      await desk.post({ ...asked, text: '<at>why401</at> what is this?', entities: [MENTION] });
      const reporters = (await desk.store.triage.openCases(DESK, 10)).map(({ reporter }) => reporter.id);
      expect(reporters).toEqual([SAM.id]);
      const answers = desk.connector.calls.filter(({ method }) => method === 'POST');
      expect(answers).toHaveLength(2);
      expect(String(answers[1]?.body.summary)).toContain('has expired');
    } finally {
      await desk.close();
    }
  });
});

describe('in a helpdesk that hears only who names it', () => {
  let desk: BotUnderTest;
  beforeEach(async () => {
    desk = await startDeskBot();
    desk.connector.members([SAM, BEN]);
  });
  afterEach(() => desk.close());

  const handIn = (id: string, quote: Record<string, unknown>, more: object = {}): Record<string, unknown> => ({
    ...inDesk(BEN, id, 'm1'),
    ...quote,
    text: '<at>why401</at> what is this?',
    entities: [MENTION],
    ...more,
  });
  const cases = () => desk.store.triage.openCases(DESK, 10);
  const deletion = (from: object, id: string): Record<string, unknown> => ({
    ...inDesk(from, id, 'm1'),
    type: 'messageDelete',
    channelData: { ...channelData, eventType: 'softDeleteMessage' },
  });

  it('who names it beside a quote hands in the report of whoever is quoted', async () => {
    await desk.post(handIn('m2', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    const [one, ...others] = await cases();
    expect(one).toMatchObject({ reporter: { id: SAM.id, name: SAM.name }, cause: 'client-secret-expired', number: 1 });
    expect(one?.content).toContain('AADSTS7000222');
    expect(one?.content).not.toContain('what is this');
    expect(others).toEqual([]);
    // Asked once more it is answered, and stays one case.
    await desk.post(handIn('m3', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    expect(await cases()).toHaveLength(1);
    const answers = desk.connector.calls.filter(({ method }) => method === 'POST');
    expect(answers.map(({ body }) => String(body.summary))).toEqual([
      expect.stringContaining('has expired'),
      expect.stringContaining('has expired'),
    ]);
  });

  it('where the channel does not have them, it is the report of who hands it in', async () => {
    await desk.post(handIn('m2', quoting('8:orgid:somebody-else', SECRET_EXPIRED(), 'what is this?')));
    expect((await cases()).map(({ reporter }) => reporter.id)).toEqual([BEN.id]);
  });

  it('a forwarded message is handed in the same way', async () => {
    const content = JSON.stringify({
      originalMessageContent: `<p>${SECRET_EXPIRED()}</p>`,
      originalMessageSender: { application: null, user: { id: SAM.aadObjectId } },
    });
    await desk.post(handIn('m2', { attachments: [{ contentType: 'forwardedMessageReference', content }] }));
    expect((await cases()).map(({ reporter }) => reporter.id)).toEqual([SAM.id]);
  });

  it('it stays with an edit of the question, and goes with its deletion or without the quote', async () => {
    const edit = { type: 'messageUpdate', channelData: { ...channelData, eventType: 'editMessage' } };
    await desk.post(handIn('m2', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    await desk.post(handIn('m2', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is that?'), edit));
    expect((await cases()).map(({ reporter }) => reporter.id)).toEqual([SAM.id]);
    desk.pass(1_000);
    await desk.post(handIn('m2', { attachments: [] }, { ...edit, text: '<at>why401</at> never mind, all is well' }));
    expect(await cases()).toEqual([]);
    await desk.post(handIn('m4', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    expect(await cases()).toHaveLength(1);
    await desk.post(deletion(BEN, 'm4'));
    expect(await cases()).toEqual([]);
  });

  it('it goes with the message that is quoted, whoever of the two deletes', async () => {
    await desk.post(handIn('m2', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    const [one] = await cases();
    // Teams does not always say who deleted.
    await desk.post(deletion({}, QUOTED));
    expect(await cases()).toEqual([]);
    const deleted = desk.connector.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(deleted).toEqual([expect.stringContaining(`/${one?.card}`)]);
  });

  it('it goes with a forwarded message of this channel', async () => {
    const content = JSON.stringify({ originalMessageId: QUOTED, originalMessageContent: `<p>${SECRET_EXPIRED()}</p>` });
    await desk.post(handIn('m2', { attachments: [{ contentType: 'forwardedMessageReference', content }] }));
    await desk.post(deletion(SAM, QUOTED));
    expect(await cases()).toEqual([]);
  });

  it('it goes where the message was deleted while the question was on its way', async () => {
    await desk.post(deletion(SAM, QUOTED));
    await desk.post(handIn('m2', quoting(SAM_MRI, SECRET_EXPIRED(), 'what is this?')));
    expect(await cases()).toEqual([]);
  });

  it('it goes with the question, also where others have reported in the thread since', async () => {
    await desk.post(handIn('m2', quoting('8:orgid:somebody-else', SECRET_EXPIRED(), 'what is this?')));
    await desk.post({ text: CONDITIONAL_ACCESS(), ...inDesk(CHLOE, 'm3', 'm1') });
    await desk.post(deletion({}, 'm2'));
    expect((await cases()).map(({ reporter }) => reporter.id)).toEqual([CHLOE.id]);
  });

  it('an edit of the quoted message changes it, and takes it back where no failure is left', async () => {
    const edited = (text: string) => ({
      ...inDesk(SAM, QUOTED, 'm1'),
      text,
      type: 'messageUpdate',
      channelData: { ...channelData, eventType: 'editMessage' },
    });
    // Ben's, since the channel does not have the author.
    await desk.post(handIn('m2', quoting('8:orgid:somebody-else', SECRET_EXPIRED(), 'what is this?')));
    await desk.post(edited(CONDITIONAL_ACCESS()));
    const [one, ...others] = await cases();
    expect(one).toMatchObject({ cause: 'conditional-access-blocked', reporter: { id: BEN.id }, activityId: 'm2' });
    expect(others).toEqual([]);
    desk.pass(1_000);
    await desk.post(edited('solved, sorry'));
    expect(await cases()).toEqual([]);
  });
});

it('quotes of quotes go with the quote around them, and what is never closed stays', () => {
  const reply = (mri: string, inside: string): string =>
    `<blockquote itemtype="http://schema.skype.com/Reply"><strong itemprop="mri" itemid="${mri}">X</strong>${inside}</blockquote>`;
  const html = `a${reply(SAM_MRI, `b<blockquote>c</blockquote>${reply('29:ben', 'd')}e${reply(BOT.id, 'f')}`)}g<blockquote>h</blockquote>`;
  const read = withoutQuotes(html, BOT.id);
  expect(read?.own).toBe('ag<blockquote>h</blockquote>');
  expect(read?.quoted.map(({ words, author }) => [words.replace(/\s+/g, ''), author])).toEqual([
    ['d', '29:ben'],
    ['bce', 'aad-sam'],
  ]);
  const open = '<blockquote itemtype="http://schema.skype.com/Reply">';
  expect(withoutQuotes(`a${open}b${open}c`, BOT.id)).toEqual({ own: `a${open}b${open}c`, quoted: [] });
  expect(withoutQuotes(`a</blockquote>b${open}c</blockquote></blockquote>d`, BOT.id)?.own).toBe(
    'a</blockquote>b</blockquote>d',
  );
});

it('quotes are taken out in linear time', () => {
  for (const piece of [
    '<blockquote schema.skype.com/Reply',
    '<blockquote itemtype="http://schema.skype.com/Reply">',
    '<blockquote itemtype="http://schema.skype.com/Reply"></blockquote>',
    '<blockquote itemtype="http://schema.skype.com/Reply"><strong itemprop="mri"',
  ])
    expectWithin(1_500, () => withoutQuotes(piece.repeat(Math.ceil(500_000 / piece.length)), '28:bot'));
});
