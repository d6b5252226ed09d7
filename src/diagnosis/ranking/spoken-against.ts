import type { FindableCauseId } from '../cause-id.ts';
import { WEIGHT } from '../causes/root-cause.ts';
import { apiOfResource } from '../facts/api.ts';
import { fitsEnvironment } from '../facts/dataverse.ts';
import type { Facts } from '../facts/facts.ts';
import { sharedKeyAlgorithm } from '../facts/shared-key.ts';
import { covers } from '../permissions/grant-covers.ts';

/** What is left of a cause that a fact of the same paste speaks against: the cause may stand, the word «certain» does not. */
export const MOST_WHERE_SPOKEN_AGAINST = WEIGHT.strong;

/** Clocks of a service and of what it checks differ by so much at most without anybody noticing. */
const CLOCK_LEEWAY = 5 * 60_000;

/**
 * What in the paste contradicts a cause that something else in it proves, one sentence for the reader; mostly the token
 * that is shown is not the one that was refused.
 */
export function spokenAgainst(cause: FindableCauseId, facts: Facts): string | undefined {
  return CONTRADICTIONS[cause]?.(facts);
}

const CONTRADICTIONS: Partial<Readonly<Record<FindableCauseId, (facts: Facts) => string | undefined>>> = {
  'token-expired': (facts) => {
    const {
      token,
      claims: { exp },
      at,
    } = facts;
    return token !== null && exp !== undefined && at !== null && exp * 1000 > at + CLOCK_LEEWAY
      ? 'The token that is shown was still good when the call was refused: another, older one was sent, or a clock is wrong.'
      : signedWithASecret(facts);
  },
  'signature-invalid': signedWithASecret,
  'wrong-audience': ({ token, claims: { aud }, api, call, clouds }) =>
    token !== null &&
    aud !== undefined &&
    api !== null &&
    api !== 'own-api' &&
    clouds.size < 2 &&
    apiOfResource(aud) === api &&
    fitsEnvironment(aud, call?.request?.host)
      ? 'The token that is shown has the audience of the API that was called: another one was sent.'
      : undefined,
  'missing-scope': (facts) => holdsWhatIsNamed(facts, facts.claims.scp),
  'app-role-missing': (facts) => holdsWhatIsNamed(facts, facts.claims.roles),
  'app-only-on-me': ({ claims, token }) =>
    token !== null && claims.scp !== undefined && claims.scp.length > 0
      ? 'The token that is shown speaks for a person: another one, of the app itself, was sent.'
      : undefined,
  'client-secret-expired': (facts) =>
    facts.of('aadsts').some(({ code, mention }) => code === 7000215 && mention === undefined)
      ? 'Another secret was refused as well, as no secret of the app: find out which of the two the program sends.'
      : undefined,
  throttled: ({ calls }) =>
    calls.some(({ request, status }) => request !== null && status !== null && status >= 400 && status < 429)
      ? 'Another call was refused for another reason: waiting will not mend that one.'
      : undefined,
  'token-missing': ({ call }) =>
    call?.request?.authorization === 'token'
      ? 'The call is shown with a token: it is lost on the way, or another call was refused.'
      : undefined,
};

function signedWithASecret(facts: Facts): string | undefined {
  const alg = sharedKeyAlgorithm(facts);
  return alg === undefined
    ? undefined
    : `The token is signed with ${alg}, with a secret that both sides share, and Entra ID signs with none: your own program or another service issued it.`;
}

/** Graph lists what would have been enough («API requires one of …»). */
function holdsWhatIsNamed({ call, token }: Facts, granted: readonly string[] | undefined): string | undefined {
  if (token === null || granted === undefined) return undefined;
  const named = /requires one of '([^'\n]{1,600})'/i.exec(call?.error?.message ?? '')?.[1];
  return named !== undefined && covers(granted, named.split(/,\s*/))
    ? 'The token that is shown holds one of the permissions that the API asks for: another, older one was sent.'
    : undefined;
}
