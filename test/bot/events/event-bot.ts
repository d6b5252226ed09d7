import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import type { SandboxEvent } from '../../../src/sandbox/world/world.ts';
import type { BotUnderTest, BotUnderTestOptions } from '../bot-under-test.ts';
import { asAda, type SandboxBot, startSandboxBot, wordsSince } from '../sign-in/sandbox-bot.ts';
import { scriptedUnderstanding } from './scripted-understanding.ts';

export interface Card {
  readonly body: readonly Record<string, unknown>[];
  readonly actions?: readonly CardButton[];
}
interface CardButton {
  readonly title: string;
  readonly data?: Record<string, unknown>;
}

/** A bot with its sandbox, Ada signed in, and her calendar. */
export interface EventBot extends SandboxBot {
  events(): readonly SandboxEvent[];
  /** What Ada says, and all words of the answer. */
  words(text: string, more?: Record<string, unknown>): Promise<string>;
  /** The newest card that the channel got. */
  newestCard(): Card;
  /** Presses a button as Teams does, and gives the answer to the invoke. */
  press(button: string, more?: PressOptions): Promise<Pressed>;
  /** Operations that Graph answered, in order. */
  calls: string[];
}

export interface PressOptions {
  readonly card?: Card;
  readonly inputs?: Record<string, unknown>;
  readonly who?: Record<string, unknown>;
  readonly at?: BotUnderTest;
}
export interface Pressed {
  readonly card: Card | undefined;
  readonly text: string;
}

export const BERLIN = { localTimezone: 'Europe/Berlin' };

export async function startEventBot(
  options: BotUnderTestOptions & { readonly signedIn?: boolean } = {},
): Promise<EventBot> {
  const { signedIn = true, ...rest } = options;
  const bot = await startSandboxBot({ understand: scriptedUnderstanding, diagnose: diagnoseAndRemember, ...rest });
  const { world } = bot.running.sandbox;
  const ada = world.people[0]!;
  if (signedIn) {
    await bot.adaSays('sign in');
    await bot.adaSays(await bot.codeAtPage());
  }
  const mailbox = world.mailboxes.find(({ ownerId }) => ownerId === ada.oid)!;
  const event: EventBot = {
    ...bot,
    calls: [],
    events: () => mailbox.events,
    async words(text, more = {}) {
      const before = bot.connector.calls.length;
      await bot.adaSays(text, more);
      return wordsSince(bot, before);
    },
    newestCard: () => newestCard(bot),
    async press(button, { card = newestCard(bot, button), inputs = {}, who = asAda(ada), at = bot } = {}) {
      const found = buttonsOf(card).find(({ title }) => title.startsWith(button));
      if (found === undefined) throw new Error(`No button ${button} in ${JSON.stringify(card)}`);
      const { body } = await at.post({
        ...who,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'x', data: { ...found.data, ...inputs } } },
      });
      return pressedOf(body);
    },
  };
  return event;
}

export function pressedOf(body: unknown): Pressed {
  const { type, value } = body as { type: string; value: unknown };
  const isCard = type === 'application/vnd.microsoft.card.adaptive';
  return { card: isCard ? (value as Card) : undefined, text: isCard ? JSON.stringify(value) : String(value) };
}

export function newestCard(bot: BotUnderTest, button?: string): Card {
  const cards = bot.connector.calls.flatMap(({ body }) =>
    ((body.attachments ?? []) as { contentType: string; content: Card }[])
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
      .map(({ content }) => content),
  );
  const card = cards.findLast(
    (one) => button === undefined || buttonsOf(one).some(({ title }) => title.startsWith(button)),
  );
  if (card === undefined) throw new Error('No card');
  return card;
}

export function buttonsOf(card: Card): CardButton[] {
  const found: CardButton[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'title' in value && 'type' in value) {
      if (key !== 'fallback' && String(value.type).startsWith('Action.')) found.push(value as unknown as CardButton);
    }
    return value;
  });
  return found;
}
