import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainAnswer } from '../../src/bot/commands/explain.ts';
import type { FindableCauseId } from '../../src/diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../src/diagnosis/causes/index.ts';
import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { type BotUnderTest, inGroup, startBotUnderTest } from './bot-under-test.ts';

/** The bot with its real engine and its real, masking logger. */
let bot: BotUnderTest;
let lines: string[];
beforeEach(async () => {
  lines = [];
  const logger = createLogger({ level: 'debug', form: 'json', destination: { write: (line) => lines.push(line) } });
  bot = await startBotUnderTest({
    logger,
    diagnose: (paste, options) => {
      if (paste.includes('explode')) throw new Error(`could not read ${paste}`);
      return diagnoseAndRemember(paste, options);
    },
  });
});
afterEach(() => bot.close());

const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
/** Valid until half past nine of the test's morning, for an API that is not Graph. */
const TOKEN = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({
  aud: 'api://11111111-2222-4333-8444-555555555555',
  iss: 'https://sts.windows.net/22222222-2222-4333-8444-555555555555/',
  exp: Date.parse('2026-03-02T09:30:00Z') / 1000,
  iat: Date.parse('2026-03-02T08:30:00Z') / 1000,
  scp: 'access_as_user',
})}.${Buffer.from('a signature that is long enough to be one').toString('base64url')}`;

describe('with the real engine', () => {
  it('reads a header, then a token, and puts both together', async () => {
    await bot.say('GET https://graph.microsoft.com/v1.0/me/events\n\nHTTP/1.1 401 Unauthorized');
    const [said] = await bot.say(`the token is ${TOKEN}`);
    const card = JSON.stringify(said?.card);
    expect(card).toContain('wrong-audience');
    expect(card).not.toContain(TOKEN.split('.')[2]);
    expect(card).toContain('2 Mar 2026, 09:30 UTC');
  });

  it('writes the code in another language when it is asked for', async () => {
    const [said] = await bot.say('AADSTS7000215: Invalid client secret provided.');
    const show = /\{"type":"Action\.Execute","title":"Show it","verb":"code","data":(\{.*?\}),"fallback"/.exec(
      JSON.stringify(said?.card),
    )?.[1];
    const data = { ...JSON.parse(show!), language: 'java' };
    const action = { type: 'Action.Execute', verb: 'code', data };
    const before = bot.connector.calls.length;
    await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
    expect(JSON.stringify(bot.connector.calls.slice(before))).toContain('The code in Java');
  });

  it('reads escaped text in HTML', async () => {
    const content =
      '<p>we get</p><pre>{&quot;error&quot;:&quot;invalid_client&quot;,&quot;error_description&quot;:&quot;AADSTS7000215: Invalid client secret provided.&quot;}</pre>';
    const [said] = await bot.say('', { attachments: [{ contentType: 'text/html', content }] });
    expect(JSON.stringify(said?.card)).toContain('client-secret-invalid');
  });

  it('quotes the words of HTML, not its markup', async () => {
    const content =
      '<p>since yesterday:</p><blockquote>WWW-Authenticate: Bearer realm=&quot;&quot;,&nbsp;error=“invalid_token”,<br>error_description=“The audience claim value is invalid for current resource.”</blockquote><p>help!</p>';
    const [said] = await bot.say('since yesterday', { attachments: [{ contentType: 'text/html', content }] });
    const card = JSON.stringify(said?.card);
    expect(card).toContain('The audience claim value is invalid for current resource.');
    expect(card).not.toMatch(/<br>|<\/blockquote|&quot;|&nbsp;/);
  });

  it('says of a picture with a question that it cannot read it', async () => {
    const [said] = await bot.say('what is this?', {
      attachments: [{ contentType: 'image/png', contentUrl: 'https://example.com/a.png' }],
    });
    expect(said?.text).toContain('cannot read pictures');
  });

  it('explains a cause and a code', async () => {
    const [cause] = await bot.say('explain wrong-audience');
    expect(cause?.summary).toBe(ROOT_CAUSES['wrong-audience'].title);
    for (const asked of ['explain AADSTS7000215', 'explain 7000215', 'What is AADSTS7000215?']) {
      const [code] = await bot.say(asked);
      expect(JSON.stringify(code?.card)).toContain('AADSTS7000215');
      expect(code?.summary).toBe(ROOT_CAUSES['client-secret-invalid'].title);
    }
    const [unknown] = await bot.say('explain AADSTS9999999');
    expect(unknown?.text).toContain('does not have the code');
  });

  it('keeps no evidence of a question about a code', async () => {
    await bot.say('explain AADSTS50105');
    const [said] = await bot.say('forget');
    expect(said?.text).toContain('nothing to forget');
  });

  it('says what it can explain where a name is none', async () => {
    for (const asked of ['explain', 'explain banana']) {
      const [said] = await bot.say(asked);
      expect(said?.text).toContain('explain wrong-audience');
    }
  });

  it('has a page for every cause that fits a card', () => {
    for (const id of Object.keys(ROOT_CAUSES) as FindableCauseId[]) {
      const { card, text } = explainAnswer({ kind: 'cause', id });
      expect(Buffer.byteLength(JSON.stringify(card)), id).toBeLessThan(25_000);
      expect(text).toContain(id);
    }
  });

  it('warns of a live token in a group privately, and keeps it out of every message and log line', async () => {
    await bot.post({ text: `look at this: ${TOKEN}`, ...inGroup() });
    const [warning] = bot.connector.messagesTo('private-29:anna');
    expect(JSON.stringify(warning)).toContain('2 Mar 2026, 09:30 UTC');
    expect(bot.connector.messagesTo('group-1')).toEqual([]);
    expect(JSON.stringify(bot.connector.calls) + lines.join('')).not.toContain(TOKEN.split('.')[2]);
  });

  it('names no Microsoft cause for an error of another vendor', async () => {
    const [said] = await bot.say(
      'HTTP/2 401\nserver: GitHub.com\nx-github-request-id: 1234\n\n{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}',
    );
    expect(said?.summary).toContain('GitHub');
    expect(JSON.stringify(said?.card)).not.toContain('"why401"');
  });
});

describe('a failing turn with the real logger', () => {
  it('is logged masked, under the id that the person is told', async () => {
    await bot.post({ text: `explode with Authorization: Bearer ${TOKEN}` });
    const line = lines.find((it) => it.includes('turn failed')) ?? '';
    const { id, err } = JSON.parse(line) as { id: string; err: { message: string } };
    const [said] = bot.connector.messagesTo('anna-chat');
    expect(said?.text).toContain(id);
    expect(err.message).toContain('could not read');
    expect(line).not.toContain(TOKEN);
    expect(line).not.toContain(TOKEN.split('.')[2]);
    expect(JSON.stringify(said)).not.toContain(TOKEN.split('.')[1]);
  });
});
