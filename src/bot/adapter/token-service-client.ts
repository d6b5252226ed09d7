import type { Activity, TokenResponse } from 'botbuilder';
import type { UserTokenClient } from 'botframework-connector';
import type { Person } from '../../identity/person.ts';
import { SignInRefusedError } from '../../identity/sign-in-refused-error.ts';
import type {
  ServiceToken,
  SignInResource,
  TokenServiceClient,
} from '../../identity/token-service/token-service-client.ts';
import { isObject } from '../is-object.ts';
import { exchangeRefusal, tokenServiceRefusal } from './token-service-refusal.ts';

/** The SDK's client of the token service, as the sign-in wants it: answers parsed, failures as refusals. */
export function createTokenServiceClient(client: () => Promise<UserTokenClient>): TokenServiceClient {
  const call = async <T>(ask: (client: UserTokenClient) => Promise<T>): Promise<T> => {
    const made = await client();
    try {
      return await ask(made);
    } catch (error) {
      const refusal = tokenServiceRefusal(error);
      throw refusal === undefined ? error : new SignInRefusedError(refusal);
    }
  };
  return {
    getToken: ({ userId, channelId }, connection, code = '') =>
      call(async (sdk) => tokenOf(await sdk.getUserToken(userId, connection, channelId, code))),
    getSignInResource: (person, connection) =>
      call(async (sdk) => resourceOf(await sdk.getSignInResource(connection, activityOf(person), ''))),
    exchange: ({ userId, channelId }, connection, token) =>
      call(async (sdk) => {
        const answer = await sdk.exchangeToken(userId, connection, channelId, { token });
        assertExchanged(answer, connection, channelId);
        return tokenOf(answer);
      }),
    signOut: ({ userId, channelId }, connection) => call((sdk) => sdk.signOutUser(userId, connection, channelId)),
  };
}

/** The service answers 404 where it has no token; with a body that comes through as an object without one. */
function tokenOf(answer: TokenResponse | undefined): ServiceToken | undefined {
  const found: unknown = answer;
  if (!isObject(found) || typeof found.token !== 'string' || found.token === '') return undefined;
  const { token, expiration } = found;
  if (expiration instanceof Date) return { token, expiration: expiration.toISOString() };
  return { token, ...(typeof expiration === 'string' ? { expiration } : {}) };
}

/** The SDK hands the 400 of a refused exchange through as if it were an answer. */
function assertExchanged(answer: unknown, connectionName: string, channelId: string): void {
  if (!isObject(answer) || !isObject(answer.error)) return;
  throw new SignInRefusedError(exchangeRefusal(answer, connectionName, channelId));
}

function resourceOf(answer: unknown): SignInResource {
  if (!isObject(answer) || typeof answer.signInLink !== 'string') {
    throw new SyntaxError('The token service answered without a sign-in link');
  }
  const exchange = answer.tokenExchangeResource;
  if (!isObject(exchange) || typeof exchange.id !== 'string' || typeof exchange.uri !== 'string') {
    return { signInLink: answer.signInLink };
  }
  const { id, uri, providerId } = exchange;
  return {
    signInLink: answer.signInLink,
    tokenExchangeResource: { id, uri, ...(typeof providerId === 'string' ? { providerId } : {}) },
  };
}

/** The state of a sign-in names who signs in and where; the service reads it from a conversation reference. */
function activityOf({ channelId, userId, name, aadObjectId, tenantId }: Person): Activity {
  return {
    type: 'event',
    channelId,
    serviceUrl: '',
    id: '',
    from: { id: userId, name: name ?? '', ...(aadObjectId === null ? {} : { aadObjectId }) },
    recipient: { id: '', name: '' },
    conversation: { id: userId, isGroup: false, conversationType: 'personal', name: '', tenantId: tenantId ?? '' },
  } as unknown as Activity;
}
