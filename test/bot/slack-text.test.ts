import { expect, it } from 'vitest';
import { inertInSlack, typedInSlack } from '../../src/bot/slack-text.ts';
import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import { expectWithin } from '../processor-time.ts';
import { startBotUnderTest } from './bot-under-test.ts';

it.each([
  ['<https://graph.microsoft.com/v1.0/me>', 'https://graph.microsoft.com/v1.0/me'],
  ['<https://app.contoso.com/cb|app.contoso.com/cb>', 'https://app.contoso.com/cb'],
  ['<mailto:ada@contoso.com|ada@contoso.com>', 'ada@contoso.com'],
  ['<https://x.example/a?b=1&amp;c=2>', 'https://x.example/a?b=1&c=2'],
  ['a &lt;token&gt; &amp;amp; b', 'a <token> &amp; b'],
  ['ask <@U024BE7LH> in <#C024BE7LR|general>', 'ask <@U024BE7LH> in <#C024BE7LR|general>'],
  ['List<string> x = a < b;', 'List<string> x = a < b;'],
])('%s was typed as %s', (text, typed) => {
  expect(typedInSlack(text)).toBe(typed);
});

it.each([
  ['«calendar <!channel>»', '«calendar <\u200B!channel>»'],
  ['<!here|here> <@U024BE7LH> <#C024BE7LR>', '<\u200B!here|here> <\u200B@U024BE7LH> <\u200B#C024BE7LR>'],
  ['see <https://evil.example|the admin centre>', 'see <\u200Bhttps://evil.example|the admin centre>'],
  ['<mailto:x@y.example|ada>', '<\u200Bmailto:x@y.example|ada>'],
  ['List<string> x = a < b; <tag>', 'List<string> x = a < b; <tag>'],
])('%s calls nobody and leads nowhere', (text, said) => {
  expect(inertInSlack(text)).toBe(said);
});

it('what was pasted calls nobody in the answer either', async () => {
  const bot = await startBotUnderTest({ diagnose: diagnoseAndRemember });
  try {
    const paste =
      "AADSTS65001: The user or administrator has not consented to use the application with ID '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' named 'sync &lt;!channel&gt;'.";
    const [said] = await bot.say(paste, { channelId: 'slack', conversation: { id: 'B1:T1:D1' } });
    expect(said?.text).toContain('sync <\u200B!channel>');
    expect(JSON.stringify(said?.raw)).not.toContain('<!channel>');
  } finally {
    await bot.close();
  }
});

it('the help promises no files there, and who sends one is asked for its lines', async () => {
  const bot = await startBotUnderTest({ diagnose: diagnoseAndRemember });
  try {
    const slack = { channelId: 'slack', conversation: { id: 'B1:T1:D1' } };
    const [help] = await bot.say('help', slack);
    expect(help?.text).not.toContain('.har');
    expect((await bot.say('help'))[0]?.summary).toBe('What why401 can do');
    const contentUrl = 'https://files.slack.com/files-pri/T1-F1/report.log';
    for (const contentType of ['text/plain', 'application/vnd.microsoft.teams.file.download.info']) {
      const attachments = [{ contentType, contentUrl, name: 'report.log', content: { downloadUrl: contentUrl } }];
      const said = await bot.say('', { ...slack, attachments });
      expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('I read no files here.')]);
    }
    const picture = { attachments: [{ contentType: 'image/png', contentUrl, name: 'x.png' }] };
    const said = await bot.say('', { ...slack, ...picture });
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('paste the error as text')]);
  } finally {
    await bot.close();
  }
});

it('is linear on hostile text', () => {
  for (const piece of ['<https://', '<https://a|', '<mailto:', '&amp', '<'])
    expectWithin(1_500, () => inertInSlack(typedInSlack(piece.repeat(Math.ceil(500_000 / piece.length)))));
});

it('the answer names the addresses that its author typed', async () => {
  const bot = await startBotUnderTest({ diagnose: diagnoseAndRemember });
  try {
    const ask = (id: string, text: string) =>
      bot.say(text, { channelId: 'slack', id, conversation: { id: `B1:T1:${id}` } });
    const [redirect] = await ask(
      'D1',
      "AADSTS50011: The redirect URI '<https://app.contoso.com/callback|app.contoso.com/callback>' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.",
    );
    expect(redirect?.text).toMatch(/^The redirect URI https:\/\/app\.contoso\.com\/callback is not registered/);
    const [scope] = await ask(
      'D2',
      'calling <https://graph.microsoft.com/v1.0/me/events|graph.microsoft.com/v1.0/me/events> gives 403\n{"aud":"<https://graph.microsoft.com>","scp":"User.Read Mail.Read","idtyp":"user"}',
    );
    expect(scope?.text).toContain('missing-scope');
  } finally {
    await bot.close();
  }
});
