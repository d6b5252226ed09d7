import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import { ANNA, type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

const CHANNEL = '19:helpdesk@thread.tacv2';
const ERROR = `<p>since this morning:</p><codeblock><code>{&quot;error&quot;:&quot;invalid_client&quot;,<br>&quot;error_description&quot;:&quot;AADSTS7000215: Invalid client secret provided.&quot;}</code></codeblock>`;
const SECRET = 'x8Q~kQ2fV7sZ0pLmN4tRbY6uHc1dE3gJ5aWq9';

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

/** A message of Ben in a channel, as Teams hands it to a message extension. */
function payload(content: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '1772441000000',
    replyToId: null,
    createdDateTime: '2026-03-02T08:43:20.000Z',
    from: { device: null, user: { userIdentityType: 'aadUser', id: 'aad-ben', displayName: 'Ben Stone' } },
    body: { contentType: 'html', content },
    attachments: [],
    mentions: [],
    reactions: [],
    ...more,
  };
}

interface Task {
  readonly type: string;
  readonly value: { readonly title: string; readonly card: { readonly content: Record<string, unknown> } };
}

async function invoke(
  name: 'fetchTask' | 'submitAction',
  value: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<{ readonly status: number; readonly task: Task; readonly text: string }> {
  const { status, body } = await bot.post({
    type: 'invoke',
    name: `composeExtension/${name}`,
    conversation: { id: CHANNEL, conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
    value: { commandId: 'why401', commandContext: 'message', context: { theme: 'default' }, ...value },
    ...more,
  });
  const { task } = body as { task: Task };
  return { status, task, text: JSON.stringify(body) };
}

/** The first line of a dialog that has words only. */
function titleOf({ value }: Task): string {
  return String(value.card.content.fallbackText).split('\n', 1)[0] ?? '';
}

const POST = { why401: { verb: 'post-diagnosis' } };

describe('«Why this error?» on a message', () => {
  it('shows the diagnosis in a dialog, with a button to post it', async () => {
    const { status, task, text } = await invoke('fetchTask', { messagePayload: payload(ERROR) });
    expect(status).toBe(200);
    expect(task.type).toBe('continue');
    expect(text).toContain('sent a client secret that is none of its own');
    expect(task.value.card.content.actions).toEqual([
      { type: 'Action.Submit', title: 'Post to the thread', data: POST },
    ]);
    // Buttons that ask the bot for something do nothing in a dialog.
    expect(text).not.toContain('Action.Execute');
    expect(bot.connector.calls).toEqual([]);
  });

  it('answers well within three seconds for a long message', async () => {
    const long = `<p>${'a line of a log without anything in it<br>'.repeat(20_000)}</p>${ERROR}`;
    const begun = performance.now();
    const { text } = await invoke('fetchTask', { messagePayload: payload(long) });
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(text).toContain('sent a client secret that is none of its own');
  });

  it('reads the words of cards, quoted and forwarded messages', async () => {
    const adaptive = {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: 'Alert: sign-in failed' },
        { type: 'FactSet', facts: [{ title: 'Error', value: 'AADSTS50011: The redirect URI does not match.' }] },
      ],
      actions: [{ type: 'Action.OpenUrl', title: 'AADSTS7000215', url: 'https://a.example' }],
    };
    for (const attachment of [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(adaptive) },
      {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: JSON.stringify({ title: 'x', text: 'AADSTS50011: The redirect URI does not match.' }),
      },
      {
        contentType: 'messageReference',
        content: JSON.stringify({ messageId: '1', messagePreview: 'AADSTS50011: The redirect URI does not match.' }),
      },
      {
        contentType: 'forwardedMessageReference',
        content: JSON.stringify({ originalMessageContent: '<p>AADSTS50011: The redirect URI does not match.</p>' }),
      },
    ]) {
      const { text } = await invoke('fetchTask', {
        messagePayload: payload('<p>see this</p>', { attachments: [attachment] }),
      });
      expect(text, attachment.contentType).toContain('redirect-uri-mismatch');
      expect(text).not.toContain('client-secret-invalid');
    }
  });

  it('names a live credential to whoever wrote the message, and to nobody else', async () => {
    const content = `${ERROR}<p>client_secret=${SECRET}</p>`;
    const other = await invoke('fetchTask', { messagePayload: payload(content) });
    expect(other.text).not.toContain('live credential');
    const own = await invoke('fetchTask', {
      messagePayload: payload(content, { from: { user: { id: 'AAD-ANNA', displayName: 'Anna' } } }),
    });
    expect(own.text).toContain('live credential');
    expect(other.text + own.text + lines.join('')).not.toContain(SECRET);
  });

  it('tells the author of a live credential in their own chat, once, and nobody else', async () => {
    const content = `${ERROR}<p>client_secret=${SECRET}</p>`;
    await invoke('fetchTask', { messagePayload: payload(content) });
    await invoke('fetchTask', { messagePayload: payload(content) });
    await bot.settled();
    expect(bot.connector.messagesTo('private-aad-ben')).toHaveLength(1);
    expect(JSON.stringify(bot.connector.messagesTo('private-aad-ben'))).toContain(
      'a team channel holds a live credential',
    );
    expect(bot.connector.calls.filter(({ path }) => !path.includes('private-aad-ben'))).toHaveLength(1);
    expect(JSON.stringify(bot.connector.calls) + lines.join('')).not.toContain(SECRET);
  });

  it('says nothing where the author cannot be reached', async () => {
    bot.connector.refuse(() => true, 403);
    const { status, text } = await invoke('fetchTask', { messagePayload: payload(`${ERROR} client_secret=${SECRET}`) });
    await bot.settled();
    expect(status).toBe(200);
    expect(text).not.toContain('live credential');
  });

  it('keeps nothing of somebody else’s message', async () => {
    await invoke('fetchTask', { messagePayload: payload(ERROR) });
    const [said] = await bot.say('forget');
    expect(said?.text).toContain('nothing to forget');
  });

  it.each([
    ['nothing', '', {}, 'no words that I could read'],
    ['chatter', '<p>lunch?</p>', {}, 'I found no sign-in or Graph error in this message'],
    [
      'a picture',
      '<p><img src="https://graph.microsoft.com/v1.0/x/hostedContents/1/$value"></p>',
      {},
      'Send the picture to me in our personal chat',
    ],
    [
      'a file',
      '<attachment id="1"></attachment>',
      { attachments: [{ contentType: 'reference', name: 'app.log', contentUrl: 'https://x' }] },
      'I was not given the file app.log',
    ],
  ])('of %s says what would help', async (_, content, more, words) => {
    const { task, text } = await invoke('fetchTask', { messagePayload: payload(content, more) });
    expect(task.type).toBe('continue');
    expect(text).toContain(words);
    expect(task.value.card.content.actions).toBeUndefined();
  });

  it('says of a picture beside an error that it was not read', async () => {
    const { text } = await invoke('fetchTask', { messagePayload: payload(`${ERROR}<img src="https://x/y.png">`) });
    expect(text).toContain('sent a client secret that is none of its own');
    expect(text).toContain('Send the picture to me in our personal chat');
  });

  it.each([
    [undefined],
    ['a string'],
    [{ body: { content: 7 }, attachments: 'none', from: [] }],
    [{ id: {}, body: null, attachments: [null, 7, { contentType: 1 }, { content: '{"a":' }] }],
  ])('of a payload of another form %j', async (messagePayload) => {
    const { status, task } = await invoke('fetchTask', { messagePayload });
    expect(status).toBe(200);
    expect(task.type).toBe('continue');
  });

  it('tells a failure in the dialog, with the id under which it is logged, masked', async () => {
    const { status, text } = await invoke('fetchTask', { messagePayload: payload(`explode client_secret=${SECRET}`) });
    expect(status).toBe(200);
    const id = /under the id (\S+?)\./.exec(text)?.[1];
    expect(lines.find((line) => line.includes(id ?? 'none'))).toContain('message extension failed');
    expect(text + lines.join('')).not.toContain(SECRET);
  });

  it('of a command that it has not', async () => {
    const { status, text } = await invoke('fetchTask', { commandId: 'other', messagePayload: payload(ERROR) });
    expect(status).toBe(200);
    expect(text).toContain('I have no such command');
  });
});

describe('posting it', () => {
  it('as the bot, into the thread of the message', async () => {
    const { task } = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) });
    expect(titleOf(task)).toBe('The diagnosis now stands in the thread.');
    const [said] = bot.connector.messagesTo(`${CHANNEL};messageid=1772441000000`);
    const card = JSON.stringify(said);
    expect(card).toContain('client-secret-invalid');
    expect(card).toContain('Anna asked me about the message of Ben Stone.');
    // In the thread its buttons work.
    expect(card).toContain('Action.Execute');
    expect(said?.replyToId).toBeUndefined();
  });

  it('of a reply, into the thread that it belongs to', async () => {
    await invoke('submitAction', { data: POST, messagePayload: payload(ERROR, { replyToId: '1772440000000' }) });
    expect(bot.connector.messagesTo(`${CHANNEL};messageid=1772440000000`)).toHaveLength(1);
  });

  it('where Teams says the thread already', async () => {
    const conversation = { id: `${CHANNEL};messageid=5`, conversationType: 'channel', isGroup: true };
    await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) }, { conversation });
    expect(bot.connector.messagesTo(`${CHANNEL};messageid=5`)).toHaveLength(1);
  });

  it('in a group chat, into the chat', async () => {
    const conversation = { id: '19:abc@thread.v2', conversationType: 'groupChat', isGroup: true };
    const { task } = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) }, { conversation });
    expect(titleOf(task)).toBe('The diagnosis now stands in this chat.');
    expect(bot.connector.messagesTo('19:abc@thread.v2')).toHaveLength(1);
  });

  it('once, however often it is pressed', async () => {
    const value = { data: POST, messagePayload: payload(ERROR) };
    const answers = await Promise.all([invoke('submitAction', value), invoke('submitAction', value)]);
    expect(answers.map(({ task }) => titleOf(task)).toSorted()).toEqual([
      'The diagnosis now stands in the thread.',
      'The diagnosis stands in the thread already.',
    ]);
    expect(bot.connector.calls).toHaveLength(1);
  });

  it('never names a credential there', async () => {
    const own = { from: { user: { id: 'aad-anna', displayName: 'Anna' } } };
    await invoke('submitAction', { data: POST, messagePayload: payload(`${ERROR} client_secret=${SECRET}`, own) });
    const said = JSON.stringify(bot.connector.calls);
    expect(said).toContain('client-secret-invalid');
    expect(said).not.toContain('live credential');
    expect(said).not.toContain(SECRET);
  });

  it('shows text of the message as data', async () => {
    const author = { from: { user: { id: 'x', displayName: '<at>Everyone</at> [x](https://evil.example)' } } };
    await invoke('submitAction', { data: POST, messagePayload: payload(ERROR, author) });
    const said = JSON.stringify(bot.connector.calls);
    expect(said).not.toContain('<at>');
    expect(said).toMatch(/RichTextBlock[^{]*\{[^}]*asked me about the message of/);
  });

  it.each([403, 404])('where the bot is not (%d), offers to add it, and posts once it was added', async (status) => {
    bot.connector.refuse(() => true, status);
    const { task } = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) });
    expect(task.type).toBe('continue');
    expect(task.value.card.content.actions).toEqual([
      { type: 'Action.Submit', title: 'Add why401 and post', data: { msteams: { justInTimeInstall: true }, ...POST } },
    ]);
    bot.connector.recover();
    const added = { data: { msteams: { justInTimeInstall: true } }, messagePayload: payload(ERROR) };
    expect(titleOf((await invoke('submitAction', added)).task)).toBe('The diagnosis now stands in the thread.');
    expect(bot.connector.messagesTo(`${CHANNEL};messageid=1772441000000`)).toHaveLength(2);
  });

  it('after it was added without the message: says what is next', async () => {
    const { text } = await invoke('submitAction', { data: { msteams: { justInTimeInstall: true } } });
    expect(text).toContain('why401 is here now');
  });

  it('where the channel fails: tells it, and may be tried again', async () => {
    bot.connector.refuse(() => true, 400);
    const { status, text } = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) });
    expect(status).toBe(200);
    expect(text).toContain('I could not finish this');
    bot.connector.refuse(() => true, 429, 'RateLimitExceeded');
    const limited = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) });
    expect(limited.text).toContain('A service that I need refused me. The Bot Connector has had too many requests');
    expect(limited.text).toContain('Please try once more in a minute.');
    bot.connector.recover();
    const again = await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) });
    expect(titleOf(again.task)).toBe('The diagnosis now stands in the thread.');
  });

  it('is asked by somebody whose name the channel does not give', async () => {
    await invoke('submitAction', { data: POST, messagePayload: payload(ERROR) }, { from: { id: ANNA.id } });
    expect(JSON.stringify(bot.connector.calls)).toContain('Somebody asked me about');
  });
});
