import type { Refusal } from '../../refusals/refusal.ts';
import type { BotState } from '../../storage/store.ts';
import { type Person, personKey } from '../person.ts';
import type { GrantedToken, SignIn, SignInReason, TokenAnswer } from '../sign-in.ts';
import { SignInRefusedError } from '../sign-in-refused-error.ts';
import { reasonToSignInAgain } from './refusal-reason.ts';
import { createSignInRecord, type KnownState } from './sign-in-record.ts';
import type { ServiceToken, TokenServiceClient } from './token-service-client.ts';

export interface TokenServiceOptions {
  /** The name of the OAuth connection in the Azure Bot resource. */
  readonly connectionName: string;
  readonly client: TokenServiceClient;
  readonly state: BotState;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * What Entra ID last refused for a person. The real service tells nobody but the page in the browser; the sandbox's
   * does, so that the reason can be named in the chat.
   */
  readonly lastRefusal?: (userId: string, connectionName: string) => Refusal | undefined;
}

/** Far above the people that one instance serves at once; only saves a read of the store. */
const KNOWN_PEOPLE = 5000;

const REASONS: Readonly<Record<KnownState, SignInReason>> = {
  never: 'first-time',
  'signed-in': 'expired',
  'signed-out': 'signed-out',
};

/**
 * Sign-in by the Bot Framework token service. The service keeps and renews the grants; nothing secret is stored here.
 *
 * It can neither carry the claims of a challenge nor ask for other scopes than its connection names. A challenge is
 * answered with a sign-out and one fresh sign-in; the same challenge again is refused, because a second card would
 * lead round in a circle.
 */
export function createTokenServiceSignIn(options: TokenServiceOptions): SignIn {
  const { connectionName, client, state, now, lastRefusal } = options;
  const record = createSignInRecord(state, now);
  const known = new Set<string>();

  const markSignedIn = async (person: Person): Promise<void> => {
    const key = personKey(person);
    if (known.has(key)) return;
    await record.setState(person, 'signed-in');
    if (known.size >= KNOWN_PEOPLE) known.clear();
    known.add(key);
  };
  const granted = async (person: Person, answer: ServiceToken): Promise<GrantedToken> => {
    await markSignedIn(person);
    return { accessToken: answer.token, expires: instantOf(answer.expiration) };
  };
  const noToken = async (person: Person): Promise<TokenAnswer> => {
    known.delete(personKey(person));
    const state = await record.stateOf(person);
    const refusal = lastRefusal?.(person.userId, connectionName);
    if (refusal === undefined) return { kind: 'sign-in-needed', reason: REASONS[state] };
    const reason = reasonToSignInAgain(refusal);
    if (reason !== null || state !== 'signed-in') {
      return { kind: 'sign-in-needed', reason: reason ?? REASONS[state], refusal };
    }
    // A renewal that failed for another reason than the person: signing in again would meet it again.
    return { kind: 'refused', refusal };
  };
  const asked = async (person: Person, ask: () => Promise<ServiceToken | undefined>): Promise<TokenAnswer> => {
    try {
      const answer = await ask();
      if (answer === undefined) return await noToken(person);
      return { kind: 'token', token: await granted(person, answer) };
    } catch (error) {
      return refusedAnswer(error);
    }
  };
  const endGrant = async (person: Person): Promise<void> => {
    await client.signOut(person, connectionName);
    known.delete(personKey(person));
    await record.setState(person, 'signed-out');
  };

  return {
    way: 'token-service',
    connectionName,
    async token(person, request = {}) {
      if (request.claims === undefined) return asked(person, () => client.getToken(person, connectionName));
      try {
        if (!(await record.mayAnswer(person, request.claims))) {
          return { kind: 'refused', refusal: challengeRefusal(request.claims) };
        }
        await endGrant(person);
        return { kind: 'sign-in-needed', reason: 'claims-challenge' };
      } catch (error) {
        return refusedAnswer(error);
      }
    },
    async invite(person) {
      try {
        const resource = await client.getSignInResource(person, connectionName);
        const { signInLink, tokenExchangeResource } = resource;
        return {
          signInLink,
          connectionName,
          carriesClaims: false,
          ...(tokenExchangeResource === undefined ? {} : { tokenExchangeResource }),
        };
      } catch (error) {
        return { refusal: refusalOf(error) };
      }
    },
    async redeem(person, code) {
      // Without a code the service would hand out the token that is there already.
      if (code === '') return { kind: 'wrong-code', attemptsLeft: null };
      try {
        const answer = await client.getToken(person, connectionName, code);
        // The service counts no attempts for us: a code is bound to the person who asked for it.
        if (answer === undefined) return { kind: 'wrong-code', attemptsLeft: null };
        return { kind: 'signed-in', token: await granted(person, answer) };
      } catch (error) {
        return { kind: 'refused', refusal: refusalOf(error) };
      }
    },
    exchange: (person, assertion) => asked(person, () => client.exchange(person, connectionName, assertion)),
    async signOut(person) {
      const before = await client.getToken(person, connectionName).catch((error: unknown) => {
        // A grant that can no longer be renewed is still there to be removed.
        if (error instanceof SignInRefusedError) return null;
        throw error;
      });
      await endGrant(person);
      return before !== undefined;
    },
  };
}

function refusedAnswer(error: unknown): TokenAnswer {
  const refusal = refusalOf(error);
  const reason = reasonToSignInAgain(refusal);
  return reason === null ? { kind: 'refused', refusal } : { kind: 'sign-in-needed', reason, refusal };
}

/** @throws everything that is no refusal: a failure of our own */
function refusalOf(error: unknown): Refusal {
  if (error instanceof SignInRefusedError) return error.refusal;
  throw error;
}

/** The challenge as Graph sent it, for the engine: the same again after a fresh sign-in. */
function challengeRefusal(claims: string): Refusal {
  const encoded = Buffer.from(claims, 'utf8').toString('base64');
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
    `error="insufficient_claims", claims="${encoded}"`;
  return {
    request: { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
    response: { status: 401, headers: { 'www-authenticate': challenge }, body: '' },
  };
}

function instantOf(expiration: string | undefined): number | null {
  const at = expiration === undefined ? Number.NaN : Date.parse(expiration);
  return Number.isNaN(at) ? null : at;
}
