import { type Activity, ConfigurationBotFrameworkAuthentication, StatusCodes } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { BotCredentials } from '../../settings.ts';
import { authenticationOptions, credentialsFactory } from './bot-credentials.ts';
import { type ClientCache, createClientCache } from './client-cache.ts';

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
  readonly #authenticated: boolean;
  readonly #connectors: ClientCache<ConnectorClient> = createClientCache(KEPT_CLIENTS);
  readonly #tokenClients: ClientCache<UserTokenClient> = createClientCache(KEPT_CLIENTS);

  constructor(bot: BotCredentials | null) {
    super(authenticationOptions(bot), credentialsFactory(bot));
    this.#authenticated = bot !== null;
  }

  /** @throws AuthenticationError for a caller that is not the channel */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (this.#authenticated) assertBearerJwt(authHeader);
    const result = await super.authenticateRequest(activity, authHeader);
    if (result.connectorFactory === undefined) return result;
    return { ...result, connectorFactory: this.#keeping(result.connectorFactory, result.claimsIdentity) };
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(claimsIdentity), claimsIdentity);
  }

  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#tokenClients(appIdOf(claimsIdentity), () => super.createUserTokenClient(claimsIdentity));
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

/** The claim that botbuilder itself takes the app id from: the audience of a channel's token, else its `appid`. */
function appIdOf(claims: ClaimsIdentity): string {
  return (
    claims.getClaimValue(AuthenticationConstants.AudienceClaim) ??
    claims.getClaimValue(AuthenticationConstants.AppIdClaim) ??
    ''
  );
}

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
