import { type Activity, ConfigurationBotFrameworkAuthentication, StatusCodes } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { BotCredentials } from '../../settings.ts';
import { authenticationOptions, credentialsFactory } from './bot-credentials.ts';
import { type ChannelTokenCheck, createChannelTokenCheck } from './channel-token.ts';
import { type ClientCache, createClientCache } from './client-cache.ts';

/** The token service of a local bot: the sandbox's, which asks for no credentials but wants an app id. */
export interface LocalTokenService {
  readonly url: string;
  readonly appId: string;
}

/** Far above the handful of service addresses that one bot meets. */
const KEPT_CLIENTS = 64;

/**
 * The stock authentication with its clients kept.
 *
 * Stock botbuilder makes a connector client and a user token client on every turn; that is where most of its
 * time goes. Turns take the connector factory from the result of `authenticateRequest`, proactive sends take it from
 * `createConnectorFactory`, so both are wrapped.
 */
export class CachedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #checkToken: ChannelTokenCheck | undefined;
  readonly #localAppId: string | undefined;
  readonly #connectors: ClientCache<ConnectorClient> = createClientCache(KEPT_CLIENTS);
  readonly #tokenClients: ClientCache<UserTokenClient> = createClientCache(KEPT_CLIENTS);
  /** Absent where there are credentials: a local bot tells nobody from anybody else. */
  readonly #anybody: AuthenticateRequestResult | undefined;

  /**
   * @param channelMetadataUrl where the channel's keys are published, where it is not the public cloud
   * @param tokenService where a local bot's token service is; ignored where there are credentials
   */
  constructor(bot: BotCredentials | null, channelMetadataUrl?: string, tokenService?: LocalTokenService) {
    super(authenticationOptions(bot, channelMetadataUrl, tokenService?.url), credentialsFactory(bot));
    this.#checkToken = bot === null ? undefined : createChannelTokenCheck(channelMetadataUrl);
    this.#localAppId = bot === null ? tokenService?.appId : undefined;
    this.#anybody = bot === null ? this.#anonymous() : undefined;
  }

  /** @throws AuthenticationError for a caller that is not the channel */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (this.#anybody !== undefined) return this.#anybody;
    if (this.#checkToken !== undefined) {
      assertBearerJwt(authHeader);
      assertPublicChannel(activity);
      await this.#checkToken(authHeader, activity.channelId).catch(rethrowRefusal);
    }
    const result = await super.authenticateRequest(activity, authHeader).catch(rethrowRefusal);
    if (result.connectorFactory === undefined) return result;
    return { ...result, connectorFactory: this.#keeping(result.connectorFactory, result.claimsIdentity) };
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(claimsIdentity), claimsIdentity);
  }

  /** A local bot's turns carry no app id, which the client's requests must have: they get the made-up one. */
  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    const identity = this.#localAppId === undefined ? claimsIdentity : appIdentity(this.#localAppId);
    return this.#tokenClients(appIdOf(identity), () => super.createUserTokenClient(identity));
  }

  /** The client for calls outside a turn, on behalf of the bot's own app. */
  userTokenClientOf(appId: string): Promise<UserTokenClient> {
    return this.createUserTokenClient(appIdentity(appId));
  }

  #anonymous(): AuthenticateRequestResult {
    const claimsIdentity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    } as AuthenticateRequestResult;
  }

  #keeping(factory: ConnectorFactory, claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return new KeepingConnectorFactory(factory, this.#connectors, appIdOf(claimsIdentity));
  }
}

class KeepingConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #connectors: ClientCache<ConnectorClient>;
  readonly #appId: string;

  constructor(inner: ConnectorFactory, connectors: ClientCache<ConnectorClient>, appId: string) {
    super();
    this.#inner = inner;
    this.#connectors = connectors;
    this.#appId = appId;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = `${this.#appId}\n${audience ?? ''}\n${serviceUrl}`;
    return this.#connectors(key, () =>
      audience === undefined ? this.#inner.create(serviceUrl) : this.#inner.create(serviceUrl, audience),
    );
  }
}

function appIdentity(appId: string): ClaimsIdentity {
  return new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }]);
}

/** The claim that botbuilder itself takes the app id from: the audience of a channel's token, else its `appid`. */
function appIdOf(claims: ClaimsIdentity): string {
  return (
    claims.getClaimValue(AuthenticationConstants.AudienceClaim) ??
    claims.getClaimValue(AuthenticationConstants.AppIdClaim) ??
    ''
  );
}

/**
 * For Direct Line App Service Extension the SDK takes any token of the bot's own tenant that is for its app and leaves
 * the service address unchecked. The bot does not use that channel; an activity names its channel itself.
 */
function assertPublicChannel({ channelId }: Activity): void {
  if (channelId !== 'AseChannel') return;
  throw new AuthenticationError('The channel AseChannel is not served', StatusCodes.UNAUTHORIZED);
}

/**
 * The SDK lets the errors of its JWT library through as they are, which would read as our own failure (500), and calls
 * it a refusal where the channel's keys could not be fetched, after which the channel would not deliver again.
 */
function rethrowRefusal(error: unknown): never {
  if (error instanceof AuthenticationError) {
    const status: unknown = error.statusCode;
    if (typeof status === 'number' && status >= 500) {
      throw new Error("The keys that sign the channel's tokens cannot be fetched", { cause: error });
    }
  } else if (error instanceof Error && JWT_ERRORS.has(error.name)) {
    throw new AuthenticationError(`The token of the caller is refused: ${error.message}`, StatusCodes.UNAUTHORIZED);
  }
  throw error;
}

/** Names of the errors of jsonwebtoken; their messages hold claims that were expected, never the token. */
const JWT_ERRORS: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

/** botbuilder throws a bare TypeError for a header that holds no JWT, which would read as our own failure. */
function assertBearerJwt(authHeader: string): void {
  const [scheme, token, ...rest] = authHeader.trim().split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && rest.length === 0) {
    try {
      decodeProtectedHeader(token);
      decodeJwt(token);
      return;
    } catch {
      // Falls through to the one answer for every header that is not a bearer JWT.
    }
  }
  throw new AuthenticationError('The Authorization header holds no bearer JWT', StatusCodes.UNAUTHORIZED);
}
