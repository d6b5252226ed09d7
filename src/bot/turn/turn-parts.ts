import type { Store } from '../../storage/store.ts';
import type { BotLogger } from '../adapter/bot-logger.ts';
import type { Engine } from '../engine.ts';

/** What the turns work with; made once, by createBot. */
export interface TurnParts {
  readonly store: Store;
  readonly logger: BotLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly diagnose: Engine;
  /** The bot's app id, for conversations that it begins itself; empty for a local bot. */
  readonly appId: string;
}
