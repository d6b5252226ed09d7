import { threadFileReader } from '../bot/attachments/file-reading/thread-file-reader.ts';
import { type Bot, createBot } from '../bot/create-bot.ts';
import { threadReader } from '../bot/reading/thread-reader.ts';
import type { PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import { mountAuthRoutes } from '../http/auth-routes.ts';
import { meteredActivities } from '../http/metered-activities.ts';
import { type MountRoutes, type Service, startService } from '../http/service-server.ts';
import type { MsalSignIn } from '../identity/msal/create-msal-sign-in.ts';
import { checkTokenKeys } from '../identity/msal/grants/check-token-keys.ts';
import { logFailure } from '../logging/log-failure.ts';
import type { Logger } from '../logging/logger.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { createPictureReader } from '../pictures/create-picture-reader.ts';
import { diagnoseRefusal } from '../refusals/diagnose-refusal.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { DEFAULT_SANDBOX_PORT, type Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { NO_TELEMETRY, type Telemetry } from '../telemetry/telemetry.ts';
import { type Delivery, startDelivery } from '../triage/webhook/deliver-outbox.ts';
import { startFinishing } from './finish-left.ts';
import { type LatePart, latePart } from './late-part.ts';
import { sandboxSignIn } from './sandbox-sign-in.ts';
import { type SignInSurroundings, tenantSignIn, type WiredSignIn } from './tenant-sign-in.ts';

/** How many ports after the sandbox's own may be tried. */
const SANDBOX_PORT_STEPS = 20;

export interface Why401Options {
  readonly settings: Settings;
  readonly store: Store;
  readonly logger: Logger;
  readonly permissions?: PermissionTable | undefined;
  readonly version: string;
  /** Traces; none where it is left out. The caller stops them. */
  readonly telemetry?: Telemetry;
}

export interface Why401 {
  readonly service: Service;
  /** In local mode only. */
  readonly sandbox: Sandbox | undefined;
  /** Finishes the turns under way, then stops everything but the store. */
  stop(): Promise<void>;
}

/**
 * The service as a whole: HTTP, bot, sign-in, metrics, and the sandbox where there are no credentials.
 *
 * @throws ListenError where a port cannot be had
 */
export async function startWhy401({
  settings,
  store,
  logger,
  permissions,
  version,
  telemetry = NO_TELEMETRY,
}: Why401Options): Promise<Why401> {
  // Before the first turn: what happens without it is told to nobody.
  if (settings.triage.webhook !== null) store.outbox.enable();
  const metrics = createMetrics({
    version,
    ...(settings.triage.webhook === null ? {} : { outbox: () => store.outbox.waiting() }),
  });
  const bot = latePart<Bot>();
  const pages = latePart<MsalSignIn>();
  const local = settings.bot === null;
  let sandbox: Sandbox | undefined;
  const now = (): number => Date.now() + (sandbox?.world.client.clockOffsetMs ?? 0);

  const service = await startService({
    onActivity: meteredActivities(
      telemetry.turns(async (req, res) => {
        const ready = await bot.ready;
        sandbox?.overhear(req.body);
        return ready.process(req, res);
      }),
      metrics.onTurn,
    ),
    store: { ping: () => telemetry.around('store ready', () => store.ping()) },
    logger,
    local,
    host: settings.host,
    port: settings.port,
    ready: readinessProbes(settings),
    routes: usesMsal(settings) ? [authRoutes(pages, logger, now)] : [],
    ...(settings.metrics === null ? {} : { metrics: { expose: metrics.expose, token: settings.metrics.token } }),
    onLimited: metrics.onLimited,
    proxies: settings.proxies,
  });
  const reader = threadReader({ permissions });
  const files = threadFileReader({ permissions });
  // Its thread is started by the first picture.
  const pictures = createPictureReader({
    onFailed: (error) => void logFailure(logger, error, 'a picture could not be read'),
  });
  let made: Bot | undefined;
  try {
    sandbox = await sandboxOf(settings, service, logger);
    if (sandbox !== undefined) telemetry.standIn(sandbox.origin);
    const signIn = await signInOf(settings, sandbox, service, { store, now, metrics });
    if (signIn?.pages !== undefined) pages.give(signIn.pages);
    made = createBot({
      settings,
      store,
      logger,
      now,
      permissions,
      reader,
      files,
      pictures,
      ...(settings.channelPictures ? { channelPictures: true } : {}),
      onDiagnosed: (cause, verdict, ms) => {
        metrics.onDiagnosed(cause, verdict, ms);
        telemetry.onDiagnosed(cause, verdict);
      },
      onTurnFailed: metrics.onTurnFailed,
      onEvent: metrics.onEvent,
      signIn: signIn?.wiring,
      triage: { agents: settings.triage.agents, windowMs: settings.triage.incidentWindowMs },
      ...(sandbox === undefined
        ? {}
        : {
            sandbox: sandbox.control,
            tokenService: { url: `${sandbox.origin}/token-service`, appId: sandbox.world.connection.clientId },
          }),
    });
    bot.give(made);
  } catch (error) {
    await Promise.allSettled([service.close(), reader.close(), files.close(), pictures.close(), sandbox?.close()]);
    throw error;
  }
  const delivery = deliveryOf(settings, store, logger, now);
  const finishing = startFinishing(
    made,
    (error) => void logFailure(logger, error, 'unfinished events were not looked for'),
  );
  return {
    service,
    sandbox,
    async stop() {
      // First the turns under way, which still need the others.
      await Promise.all([service.close(), finishing.stop()]);
      await made?.settled();
      await Promise.all([reader.close(), files.close(), pictures.close(), sandbox?.close(), delivery?.stop()]);
    },
  };
}

function deliveryOf(
  { triage: { webhook } }: Settings,
  { outbox }: Store,
  log: Logger,
  now: () => number,
): Delivery | undefined {
  return webhook === null ? undefined : startDelivery({ ...webhook, outbox, log, now, random: Math.random });
}

function usesMsal({ signIn, sandbox }: Settings): boolean {
  return signIn?.way === 'msal' || sandbox?.signIn === 'msal';
}

function readinessProbes({ signIn }: Settings) {
  if (signIn?.way !== 'msal') return [];
  const { tokenKeys } = signIn;
  return [{ name: 'keys', check: () => checkTokenKeys(tokenKeys) }];
}

function authRoutes(pages: LatePart<MsalSignIn>, logger: Logger, now: () => number): MountRoutes {
  return (server) =>
    mountAuthRoutes(server, {
      handler: {
        start: async (request) => (await pages.ready).start(request),
        callback: async (request) => (await pages.ready).callback(request),
      },
      logger,
      explain: (refusal) => diagnoseRefusal(refusal, { now: now() }),
    });
}

async function sandboxOf(settings: Settings, service: Service, logger: Logger): Promise<Sandbox | undefined> {
  if (settings.sandbox === null) return undefined;
  const { port } = settings.sandbox;
  return startSandbox({
    port: port ?? DEFAULT_SANDBOX_PORT,
    portSteps: port === null ? SANDBOX_PORT_STEPS : 0,
    botOrigin: originOf(service),
    botEndpoint: () => `${originOf(service)}/api/messages`,
    onFailure: (error) => void logFailure(logger, error, 'the sandbox failed'),
  });
}

function signInOf(
  settings: Settings,
  sandbox: Sandbox | undefined,
  service: Service,
  around: SignInSurroundings,
): Promise<WiredSignIn> | undefined {
  if (sandbox !== undefined && settings.sandbox !== null)
    return sandboxSignIn(settings.sandbox, sandbox, originOf(service), around);
  return settings.signIn === null ? undefined : tenantSignIn(settings.signIn, around);
}

/** As browsers on this machine name it. */
function originOf(service: Service): string {
  return `http://localhost:${service.port}`;
}
