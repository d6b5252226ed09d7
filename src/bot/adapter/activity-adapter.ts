import {
  type Activity,
  ActivityTypes,
  BotCallbackHandlerKey,
  CloudAdapter,
  DeliveryModes,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { logFailure } from '../../logging/log-failure.ts';
import { isObject } from '../is-object.ts';
import { writtenBody } from '../written-card.ts';
import type { BotLogger } from './bot-logger.ts';
import { idsFit } from './id-lengths.ts';
import { LeanTurn } from './lean-turn.ts';

/** What is needed of a request: node's own, restify's and express's fit, once a body parser has run. */
export interface ActivityRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
}

/** What is needed of a response: node's own and everything built on it. */
export interface ActivityResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(): unknown;
  end(body: string, encoding: 'latin1'): unknown;
}

/**
 * CloudAdapter with an edge of its own: the stock one prints failures to the console and sends their text to the
 * caller, both of which could carry what somebody pasted.
 */
export class ActivityAdapter extends CloudAdapter {
  readonly #logger: BotLogger;

  constructor(authentication: BotFrameworkAuthentication, logger: BotLogger) {
    super(authentication);
    this.#logger = logger;
  }

  /**
   * One HTTP request of the Bot Framework protocol.
   * Answers 200 with the invoke response or the expected replies, 400 for something that is no activity,
   * 401 for a caller that is not the channel, 405 for another method than POST, 500 with an id where the turn failed
   * and the person could not be told either.
   */
  async answer(
    req: ActivityRequest,
    res: ActivityResponse,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    if (req.method !== 'POST') {
      res.setHeader('Allow', 'POST');
      end(res, StatusCodes.METHOD_NOT_ALLOWED);
      return;
    }
    const activity = activityOf(req.body);
    if (activity === undefined) {
      end(res, StatusCodes.BAD_REQUEST, { error: 'The body is not a Bot Framework activity' });
      return;
    }
    const authorization = req.headers.authorization;
    try {
      const header = typeof authorization === 'string' ? authorization : '';
      const response = await this.processActivity(header, activity, logic);
      end(res, response?.status ?? StatusCodes.OK, response?.body);
    } catch (err) {
      if (err instanceof AuthenticationError) {
        this.#logger.warn({ channel: activity.channelId, reason: err.message }, 'activity refused');
        end(res, StatusCodes.UNAUTHORIZED, { error: 'Unauthorized' });
        return;
      }
      const { channelId: channel, type } = activity;
      const id = logFailure(this.#logger, err, 'activity failed', { channel, type });
      end(res, StatusCodes.INTERNAL_SERVER_ERROR, { error: 'The turn failed', id });
    }
  }

  /** The turn as the base class runs it, without its generators (see `LeanTurn`). */
  protected override async processActivity(
    caller: string | AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const authentication = this.botFrameworkAuthentication;
    const { audience, callerId, claimsIdentity, connectorFactory } =
      typeof caller === 'string' ? await authentication.authenticateRequest(activity, caller) : caller;
    // Where there is none, what the caller wrote there goes all the same.
    Object.assign(activity, { callerId });
    if (connectorFactory === undefined) throw new Error('The caller was authenticated without a connector');
    const context = new LeanTurn(this, activity);
    context.turnState.set(this.BotIdentityKey, claimsIdentity);
    context.turnState.set(this.ConnectorClientKey, await connectorFactory.create(activity.serviceUrl, audience));
    context.turnState.set(this.UserTokenClientKey, await authentication.createUserTokenClient(claimsIdentity));
    context.turnState.set(BotCallbackHandlerKey, logic);
    context.turnState.set(this.ConnectorFactoryKey, connectorFactory);
    context.turnState.set(this.OAuthScopeKey, audience);
    await this.runMiddleware(context, logic);
    return turnResponse(context);
  }

  /** As above. The revoked proxy makes a context that was kept beyond its turn fail loudly. */
  protected override async runMiddleware(
    context: TurnContext,
    next: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    if (context.activity.locale) context.locale = context.activity.locale;
    const { proxy, revoke } = Proxy.revocable(context, {});
    try {
      await this.middleware.run(proxy, () => next(proxy));
    } catch (error) {
      if (this.onTurnError === undefined) throw error;
      await this.onTurnError(proxy, error as Error);
    } finally {
      revoke();
    }
  }
}

/** What the caller waits for: the replies where it expects them, what an invoke returned, or nothing. */
function turnResponse({ activity, bufferedReplyActivities, turnState }: TurnContext): InvokeResponse | undefined {
  if (activity.deliveryMode === DeliveryModes.ExpectReplies)
    return { status: StatusCodes.OK, body: { activities: bufferedReplyActivities } };
  if (activity.type !== ActivityTypes.Invoke) return undefined;
  const invoked = turnState.get<Activity>(INVOKE_RESPONSE_KEY);
  return invoked === undefined ? { status: StatusCodes.NOT_IMPLEMENTED } : (invoked.value as InvokeResponse);
}

/** The body as an activity, its instants read; `undefined` where the parts that every turn needs are missing. */
function activityOf(body: unknown): Activity | undefined {
  if (!isObject(body)) return undefined;
  const { type, serviceUrl, conversation, text } = body;
  if (typeof type !== 'string' || type === '') return undefined;
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return undefined;
  if (!isObject(conversation) || typeof conversation.id !== 'string') return undefined;
  if (text !== undefined && text !== null && typeof text !== 'string') return undefined;
  if (!idsFit(body)) return undefined;
  for (const name of ['timestamp', 'localTimestamp', 'expiration']) {
    if (typeof body[name] === 'string') body[name] = new Date(body[name]);
  }
  return body as unknown as Activity;
}

function end(res: ActivityResponse, status: number, body?: unknown): void {
  res.statusCode = status;
  if (body === undefined) {
    res.end();
    return;
  }
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  // ASCII throughout: as Latin-1 it is written without being encoded once more.
  res.end(writtenBody(body), 'latin1');
}
