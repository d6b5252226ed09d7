import type { Logger } from '../logging/logger.ts';
import { findPlayground, type Playground, startPlayground } from './agents-playground.ts';
import { greeting } from './greeting.ts';

/** The Playground's own default. */
const CHAT_PORT = 56_150;

export interface LocalChatOptions {
  /** The port that the bot is bound to. */
  readonly botPort: number;
  /** Origin of the sandbox, where one runs. */
  readonly sandbox?: string | undefined;
  readonly logger: Logger;
  readonly print: (text: string) => void;
}

/**
 * Starts the chat of local mode and prints where everything is and what to try. A chat that cannot be had is said and
 * is no reason to stop the bot.
 *
 * @returns the chat, `undefined` where there is none
 */
export async function startLocalChat({
  botPort,
  sandbox,
  logger,
  print,
}: LocalChatOptions): Promise<Playground | undefined> {
  const botEndpoint = `http://localhost:${botPort}/api/messages`;
  const script = findPlayground();
  if (script === undefined) {
    const withoutChat = 'the Agents Playground is not installed (npm ci without --omit=dev brings it)';
    print(greeting({ botEndpoint, sandbox, chat: undefined, withoutChat }));
    return undefined;
  }
  try {
    const playground = await startPlayground(script, { botEndpoint, port: CHAT_PORT });
    print(greeting({ botEndpoint, sandbox, chat: `http://localhost:${playground.port}` }));
    return playground;
  } catch (error) {
    logger.error({ err: error }, 'the Agents Playground did not start');
    print(greeting({ botEndpoint, sandbox, chat: undefined, withoutChat: 'the Agents Playground did not start' }));
    return undefined;
  }
}
