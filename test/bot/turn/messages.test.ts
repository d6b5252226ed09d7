import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

describe('a message in a personal chat', () => {
  it('with evidence gets a diagnosis card and a summary, without text beside it', async () => {
    const [said, ...more] = await bot.say('AADSTS7000215: Invalid client secret provided.');
    expect(more).toEqual([]);
    expect(said?.summary).toBe('Found 7000215.');
    expect(said?.text).toBe('');
    expect(said?.card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(JSON.stringify(said?.card)).toContain('Found 7000215.');
  });

  it('gets plain text on a channel without cards', async () => {
    const [said] = await bot.say('AADSTS7000215', { channelId: 'slack' });
    expect(said?.card).toBeUndefined();
    expect(said?.raw.textFormat).toBe('plain');
    expect(said?.text).toContain('Found 7000215.');
  });

  it('names a live credential in the answer itself', async () => {
    const [said, ...more] = await bot.say('AADSTS7000215 secret:abc');
    expect(more).toEqual([]);
    expect(JSON.stringify(said?.card)).toContain('lient secret');
    expect(JSON.stringify(said?.card)).toContain('Replace it now.');
  });

  it('names a live credential even where there is no error in it', async () => {
    const [said] = await bot.say('my secret:abc');
    expect(JSON.stringify(said?.card)).toContain('Replace it now.');
  });

  it('without evidence says so and what to paste', async () => {
    const [said] = await bot.say('the calendar is broken since this morning');
    // Inside the card: clients show text beside a card as a message of its own.
    expect(JSON.stringify(said?.card)).toContain('found no sign-in or Graph error');
    expect(JSON.stringify(said?.card)).toContain('curl -i');
    // Nobody spoke of a 401, and what else there is must be found.
    expect(JSON.stringify(said?.card)).not.toContain('A 401 alone');
    expect(JSON.stringify(said?.card)).toContain('“help”');
  });

  it('of an animation alone is told what is wanted', async () => {
    const content = '<p><img itemtype="http://schema.skype.com/Giphy" src="https://media.example/x.gif" alt="no"></p>';
    const [said] = await bot.say('', { attachments: [{ contentType: 'text/html', content }] });
    expect(said?.text).toContain('no words in that message');
  });

  it('with the number of a code alone, or a question about one, explains it', async () => {
    for (const text of ['50011', '50011?', 'what does 50011 mean?', 'was bedeutet AADSTS50011?']) {
      const [said] = await bot.say(text);
      expect(said?.summary, text).toBe('The redirect URI is not registered exactly as it was sent');
    }
    for (const text of ['12345', 'what is 12345', '2026'])
      expect((await bot.say(text))[0]?.summary, text).toContain('found no sign-in or Graph error');
  });

  it.each([
    ['why 401?', 'curl -i'],
    ['help', 'forget'],
  ])('%s gets a card', async (text, words) => {
    const [said] = await bot.say(text);
    expect(JSON.stringify(said?.card)).toContain(words);
  });

  it.each([
    ['Hello!', 'Paste an error'],
    ['thank you', 'Glad to help'],
    ['', 'no words in that message'],
    ['forget', 'nothing to forget'],
  ])('«%s» gets words', async (text, words) => {
    const [said] = await bot.say(text);
    expect(said?.text).toContain(words);
  });

  it('that says that it still fails is asked for what comes now, and told why a change may not have arrived', async () => {
    await bot.say('AADSTS7000215');
    const [said] = await bot.say('ok did that, still not working');
    expect(said?.text).toContain('paste what it says now');
    expect(said?.text).toContain('restart the program');
  });

  it('that asks to explain something is answered with what comes near', async () => {
    expect((await bot.say('explain wrong audiance'))[0]?.summary).toContain('found no sign-in or Graph error');
    expect((await bot.say('explain wrong-audiance'))[0]?.summary).toBe('The token was issued for another API');
    expect((await bot.say('what’s a claims challenge?'))[0]?.summary).toBe(ROOT_CAUSES['cae-challenge'].title);
    expect((await bot.say('What is admin consent?'))[0]?.summary).toBe(ROOT_CAUSES['admin-consent-required'].title);
    expect((await bot.say('what is the error in my app'))[0]?.summary).toContain('found no sign-in or Graph error');
    const [several] = await bot.say('explain client secret');
    expect(several?.text).toContain('I know no cause called client secret. Near to it: “explain client-secret-');
    expect((await bot.say('explain why I get 401'))[0]?.text).toBe('');
  });

  it('that asks for the code, or whether it is sure, is told where that stands; before any answer what to paste', async () => {
    expect((await bot.say('are you sure?'))[0]?.summary).toBe('What to paste, and how to get it');
    expect((await bot.say('show me the code in C#'))[0]?.summary).toBe('What to paste, and how to get it');
    await bot.say('AADSTS50011');
    expect((await bot.say('are you sure?'))[0]?.text).toContain('“Certain” where');
    expect((await bot.say('show me the code in C#'))[0]?.text).toContain('Press “Show the code” in my answer above');
    const slack = { channelId: 'slack', conversation: { id: 'B1:T1:D1' } };
    await bot.say('AADSTS50011', slack);
    expect((await bot.say('show me the code', slack))[0]?.text).toContain('the code stands in my answer above');
  });

  it('that asks what to do now is shown where the steps stand', async () => {
    const [before] = await bot.say('what should I do now?');
    expect(JSON.stringify(before?.card)).toContain('curl -i');
    await bot.say('AADSTS7000215');
    expect((await bot.say('and what do I do now?'))[0]?.text).toContain('“What to do”');
  });

  it('that says so first of all is told what to paste', async () => {
    const [said] = await bot.say('it does not work');
    expect(JSON.stringify(said?.card)).toContain('curl -i');
  });

  it('of more than 1 MiB is not read', async () => {
    const [said] = await bot.say(`AADSTS7000215 ${'x'.repeat(1_048_576)}`);
    expect(said?.text).toContain('I read up to 1 MiB');
  });

  it('with only a picture is asked for as text', async () => {
    const [said] = await bot.say('', {
      attachments: [
        { contentType: 'image/png', contentUrl: 'https://example.org/a.png' },
        { contentType: 'text/html', content: '<div><img src="https://example.org/a.png" itemscope=""></div>' },
      ],
    });
    expect(said?.text).toContain('cannot read pictures');
  });

  it('with only a file is asked for as text', async () => {
    const [said] = await bot.say('', {
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} }],
    });
    expect(said?.text).toContain('I was not given that file');
  });

  it('is read from its HTML first, from its text where the HTML gives nothing', async () => {
    const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });
    const [fromHtml] = await bot.say('AADSTS50011', html('<p>AADSTS7000215</p>'));
    expect(fromHtml?.summary).toBe('Found 7000215.');
    bot.pass(31 * 60_000);
    const [fromText] = await bot.say('AADSTS50011', html('<p>see below</p>'));
    expect(fromText?.summary).toBe('Found 50011.');
  });

  it('of the bot itself is left alone', async () => {
    expect(await bot.say('AADSTS50011', { from: { id: '28:bot' } })).toEqual([]);
  });

  it('is answered once, however often it is delivered', async () => {
    expect(await bot.say('AADSTS50011', { id: 'twice' })).toHaveLength(1);
    expect(await bot.say('AADSTS50011', { id: 'twice' })).toHaveLength(0);
    expect(await bot.say('AADSTS50011', { id: 'another' })).toHaveLength(1);
  });

  it('returns its replies in the response where the sender expects them so', async () => {
    const { status, body } = await bot.post({ text: 'AADSTS50011', deliveryMode: 'expectReplies' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ type: 'message', summary: 'Found 50011.' }] });
    expect(bot.connector.calls).toEqual([]);
  });
});
