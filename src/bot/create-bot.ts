import { diagnoseAndRemember } from '../diagnosis/diagnose.ts';
import type { PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { ActivityAdapter, type ActivityRequest, type ActivityResponse } from './adapter/activity-adapter.ts';
import type { BotLogger } from './adapter/bot-logger.ts';
import { CachedAuthentication } from './adapter/cached-authentication.ts';
import { createTurnErrorHandler } from './adapter/turn-error.ts';
import type { Engine } from './engine.ts';
import { Why401Handler } from './why401-handler.ts';

export interface BotOptions {
  /** `bot: null` is a local bot: it authenticates nobody and must listen on loopback only. */
  readonly settings: Pick<Settings, 'bot'>;
  readonly store: Store;
  readonly logger: BotLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The engine, where another than the built-in one is wanted. */
  readonly diagnose?: Engine;
  /** The whole table of Graph permissions, where an operator imported it. */
  readonly permissions?: PermissionTable | undefined;
}

export interface Bot {
  /** Answers one POST of an activity. The body must have been parsed. Never throws. */
  process(req: ActivityRequest, res: ActivityResponse): Promise<void>;
}

/** The bot, ready to be put behind `/api/messages`. */
export function createBot({ settings, store, logger, now, diagnose, permissions }: BotOptions): Bot {
  const adapter = new ActivityAdapter(new CachedAuthentication(settings.bot), logger);
  adapter.onTurnError = createTurnErrorHandler(logger);
  const handler = new Why401Handler({
    store,
    logger,
    now,
    diagnose: diagnose ?? builtInEngine(permissions),
    appId: settings.bot?.appId ?? '',
  });
  return { process: (req, res) => adapter.answer(req, res, (context) => handler.run(context)) };
}

function builtInEngine(permissions: PermissionTable | undefined): Engine {
  if (permissions === undefined) return diagnoseAndRemember;
  return (paste, options) => diagnoseAndRemember(paste, { ...options, permissions });
}
