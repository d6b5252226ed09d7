import { understand as understandEvents } from '../calendar/understand.ts';
import { diagnoseAndRemember } from '../diagnosis/diagnose.ts';
import type { PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import type { Graph } from '../graph/graph.ts';
import { runHealthChecks } from '../identity/health/run-health-checks.ts';
import type { SignIn } from '../identity/sign-in.ts';
import type { TokenServiceClient } from '../identity/token-service/token-service-client.ts';
import type { PictureReader } from '../pictures/picture-reader.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { ActivityAdapter, type ActivityRequest, type ActivityResponse } from './adapter/activity-adapter.ts';
import type { BotLogger } from './adapter/bot-logger.ts';
import { CachedAuthentication, type LocalTokenService } from './adapter/cached-authentication.ts';
import { explainingLogger } from './adapter/explaining-logger.ts';
import { createTokenServiceClient } from './adapter/token-service-client.ts';
import { createTurnErrorHandler, type OnTurnFailed } from './adapter/turn-error.ts';
import { createBackground } from './attachments/background.ts';
import { botToken, CONNECTOR, GRAPH } from './attachments/bot-token.ts';
import type { FileReader } from './attachments/file-reading/file-reader.ts';
import { inlineFileReader } from './attachments/file-reading/inline-file-reader.ts';
import { builtInEngine, type Engine } from './engine.ts';
import type { OnEvent, Understand } from './events/event-parts.ts';
import { createPersonTurns, type PersonTurns } from './person-turns.ts';
import { inlineReader } from './reading/inline-reader.ts';
import type { MessageReader } from './reading/message-reader.ts';
import type { SandboxControls } from './sandbox-controls.ts';
import type { HealthChecks } from './sign-in/sign-in-parts.ts';
import type { TriageOptions } from './triage/triage-parts.ts';
import { createTriageTurns, type TriageTurns } from './triage/triage-turns.ts';
import { RecentKeys } from './turn/recent-keys.ts';
import type { TurnParts } from './turn/turn-parts.ts';
import { Why401Handler } from './why401-handler.ts';

/** Far more than a channel delivers again. */
const WARNINGS_KNOWN = 1_000;

/** How people sign in, and what is done with their grant. */
export interface SignInWiring {
  /** Ready, or made from the client of the token service, which the adapter has. */
  readonly by: SignIn | ((tokens: TokenServiceClient) => SignIn);
  readonly graph: Graph;
  /** The checks of a sign-in, where others than the built-in ones are wanted. */
  readonly checks?: HealthChecks;
}

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
  /** Reads messages, where that should not be done in the thread of the turns; `diagnose` and `permissions` are its business then. */
  readonly reader?: MessageReader;
  /** Reads the files that people send, where that should not be done in the thread of the turns. */
  readonly files?: FileReader;
  /** Reads pictures; without it people are asked for the text. */
  readonly pictures?: PictureReader | undefined;
  /**
   * Whether the message extension fetches the pictures of channel messages from Graph, as the bot's own app or with a
   * token from elsewhere.
   */
  readonly channelPictures?: true | { readonly token: () => Promise<string | null> };
  /** Fetches attachments from Microsoft's hosts; the built-in one where left out. */
  readonly fetch?: typeof fetch;
  readonly onDiagnosed?: TurnParts['onDiagnosed'];
  readonly onTurnFailed?: OnTurnFailed;
  /** Told of every event that is made, changed or refused. */
  readonly onEvent?: OnEvent;
  /** The OpenID metadata whose keys sign the channel's tokens, where it is not the public cloud's. */
  readonly channelMetadataUrl?: string;
  /** Without it the bot reads pastes and no more. */
  readonly signIn?: SignInWiring | undefined;
  /** What a message asks of the calendar, where another reading than the built-in one is wanted. */
  readonly understand?: Understand;
  /** The sandbox's token service; only for a local bot. */
  readonly tokenService?: LocalTokenService | undefined;
  /** The sandbox's switches; only for a local bot. */
  readonly sandbox?: SandboxControls | undefined;
  /** A helpdesk in each team channel; without it the bot only answers there. */
  readonly triage?: TriageOptions | undefined;
}

export interface Bot {
  /** Answers one POST of an activity. The body must have been parsed. Never throws. */
  process(req: ActivityRequest, res: ActivityResponse): Promise<void>;
  /** Waits for what goes on after its turn was answered: files and pictures that are being read, cards of the helpdesk. */
  settled(): Promise<void>;
  /** Finishes events whose creation a process left in the middle when it died. @returns how many */
  finishLeft(): Promise<number>;
}

/** The bot, ready to be put behind `/api/messages`. */
export function createBot({
  settings,
  store,
  logger: plainLogger,
  now,
  diagnose,
  permissions,
  reader,
  files,
  pictures,
  channelPictures,
  fetch: fetchAttachment = fetch,
  onDiagnosed,
  onTurnFailed,
  onEvent,
  channelMetadataUrl,
  signIn,
  understand,
  tokenService,
  sandbox,
  triage,
}: BotOptions): Bot {
  const logger = explainingLogger(plainLogger, now);
  const authentication = new CachedAuthentication(settings.bot, channelMetadataUrl, tokenService);
  const adapter = new ActivityAdapter(authentication, logger);
  adapter.onTurnError = createTurnErrorHandler(logger, now, onTurnFailed);
  const background = createBackground();
  let desk: TriageTurns | undefined;
  const engine = diagnose ?? builtInEngine(diagnoseAndRemember, permissions);
  const parts: TurnParts = {
    store,
    logger,
    warned: new RecentKeys(WARNINGS_KNOWN),
    now,
    reader: reader ?? inlineReader(engine),
    onDiagnosed,
    signsIn: signIn !== undefined,
    hasSandbox: settings.bot === null && sandbox !== undefined,
    hasDesk: triage !== undefined,
    appId: settings.bot?.appId ?? '',
    reports: {
      takes: (activity) => desk?.reports.takes(activity) ?? false,
      take: async (context, read) => desk?.reports.take(context, read),
    },
    attachments: {
      files: files ?? inlineFileReader(engine),
      pictures,
      fetch: fetchAttachment,
      connectorToken: botToken(settings.bot, CONNECTOR),
      graphToken: channelPictures === true ? botToken(settings.bot, GRAPH) : channelPictures?.token,
      local: settings.bot === null,
      background,
    },
  };
  desk = triage === undefined ? undefined : createTriageTurns(parts, adapter, triage);
  const person =
    signIn && personTurnsOf(parts, signIn, authentication, permissions, understand ?? understandEvents, onEvent);
  const handler = new Why401Handler(parts, {
    ...person,
    sandbox: settings.bot === null ? sandbox : undefined,
    triage: desk,
  });
  return {
    process: (req, res) => adapter.answer(req, res, (context) => handler.run(context)),
    finishLeft: async () => person?.events.finishLeft(adapter) ?? 0,
    settled: async () => void (await Promise.all([background.settled(), desk?.settle()])),
  };
}

function personTurnsOf(
  parts: TurnParts,
  { by, graph, checks }: SignInWiring,
  authentication: CachedAuthentication,
  permissions: PermissionTable | undefined,
  understand: Understand,
  onEvent: OnEvent | undefined,
): PersonTurns {
  const signIn =
    typeof by === 'function' ? by(createTokenServiceClient(() => authentication.userTokenClientOf(parts.appId))) : by;
  return createPersonTurns(
    parts,
    signIn,
    graph,
    checks ?? ((about) => runHealthChecks({ ...about, permissions })),
    understand,
    onEvent,
  );
}
