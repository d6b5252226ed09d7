import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import {
  BOT,
  type BotUnderTest,
  type BotUnderTestOptions,
  MENTION,
  type Said,
  saidOf,
  startBotUnderTest,
} from '../bot-under-test.ts';

export const ROOM = '19:helpdesk@thread.tacv2';
export const DESK = `msteams/${ROOM}`;
export const ADELE = { id: '29:adele', name: 'Adele Vance', aadObjectId: 'aad-adele' };
export const MEGAN = { id: '29:megan', name: 'Megan Bowen', aadObjectId: 'aad-megan' };
export const BEN = { id: '29:ben', name: 'Ben Okafor', aadObjectId: 'aad-ben' };
export const CHLOE = { id: '29:chloe', name: 'Chloe Tan', aadObjectId: 'aad-chloe' };
export const SAM = { id: '29:sam', name: 'Sam Reed', aadObjectId: 'aad-sam' };

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
export const SECRET_EXPIRED = (app = APP): string =>
  `AADSTS7000222: The provided client secret keys for app '${app}' are expired. Visit the Azure portal to create new keys for your app.`;
export const CONDITIONAL_ACCESS = (app = APP): string =>
  `AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. App identifier: ${app}. client_id=${app}`;

/** The bot with its real engine and a helpdesk; Adele is its agent. */
export function startDeskBot(options: BotUnderTestOptions = {}): Promise<BotUnderTest> {
  return startBotUnderTest({ diagnose: diagnoseAndRemember, triage: { agents: [ADELE.aadObjectId] }, ...options });
}

export function threadOf(root: string): string {
  return `${ROOM};messageid=${root}`;
}

/** A message in a thread of the channel; its id begins the thread where none is named. */
export function inDesk(from: object, id: string, root = id): Record<string, unknown> {
  return {
    id,
    from,
    conversation: { id: threadOf(root), conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
    channelData: {
      tenant: { id: 'tenant-1' },
      team: { id: '19:team@thread.tacv2', aadGroupId: 'group-1' },
      channel: { id: ROOM, name: 'Helpdesk' },
    },
    entities: [],
  };
}

/** Says something that names the bot. @returns what came back in that thread */
export async function tell(
  bot: BotUnderTest,
  from: object,
  text: string,
  root: string,
  more: Record<string, unknown> = {},
): Promise<Said[]> {
  const place = { ...inDesk(from, `${root}-${Math.random()}`, root), entities: [MENTION], ...more };
  return since(bot, root, () => bot.post({ text: `<at>${BOT.name}</at> ${text}`, ...place }));
}

/** Says something without naming the bot. */
export async function post(bot: BotUnderTest, from: object, text: string, id: string, root = id): Promise<Said[]> {
  return since(bot, root, () => bot.post({ text, ...inDesk(from, id, root) }));
}

async function since(bot: BotUnderTest, root: string, act: () => Promise<unknown>): Promise<Said[]> {
  const before = bot.connector.messagesTo(threadOf(root)).length;
  await act();
  return bot.connector.messagesTo(threadOf(root)).slice(before).map(saidOf);
}

/** The newest state of each message of the bot that was updated, by its id. */
export async function updates(bot: BotUnderTest): Promise<ReadonlyMap<string, Said>> {
  await bot.settled();
  const newest = new Map<string, Said>();
  for (const { method, path, body } of bot.connector.calls) {
    if (method === 'PUT') newest.set(path.split('/').at(-1) ?? '', saidOf(body));
  }
  return newest;
}

export interface Button {
  readonly title: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: { readonly why401: Record<string, unknown> };
}

/** Every button of a card, wherever it stands. */
export function buttonsOf(card: unknown): Button[] {
  const found: Button[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      const { type, title } = node as Record<string, unknown>;
      if (typeof type === 'string' && type.startsWith('Action.') && typeof title === 'string')
        found.push(node as Button);
      for (const [name, value] of Object.entries(node)) if (name !== 'fallback') walk(value);
    }
  };
  walk(card);
  return found;
}

export interface Pressed {
  /** Where the card is left as it is. */
  readonly words: string;
  readonly card: Record<string, unknown> | undefined;
}

/** Presses a button of a card in a thread. */
export async function press(
  bot: BotUnderTest,
  from: object,
  card: unknown,
  title: string | Button,
  root: string,
  { inputs = {}, replyToId }: { readonly inputs?: Record<string, unknown>; readonly replyToId?: string } = {},
): Promise<Pressed> {
  const button = typeof title === 'string' ? buttonsOf(card).find((it) => it.title === title) : title;
  if (button === undefined) throw new Error(`no button ${title}, but ${buttonsOf(card).map((it) => it.title)}`);
  const { body } = await bot.post({
    ...inDesk(from, `press-${Math.random()}`, root),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId,
    value: {
      action: { type: 'Action.Execute', verb: button.verb, data: { ...button.data, ...inputs } },
      trigger: 'manual',
    },
  });
  const { type, value } = body as { type: string; value: unknown };
  return type.endsWith('.message')
    ? { words: String(value), card: undefined }
    : { words: '', card: value as Record<string, unknown> };
}
