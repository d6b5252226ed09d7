import { decodeJwt } from 'jose';
import { type Person, personKey } from '../person.ts';
import type { TokenAnswer } from '../sign-in.ts';
import { tokenEndpoint } from './entra-address.ts';
import type { MsalApp } from './msal-app.ts';
import type { MsalParts } from './msal-parts.ts';
import { refusedAnswer } from './silent-token.ts';
import { wantedScopes } from './wanted-scopes.ts';

/**
 * On-behalf-of (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow) with the assertion of
 * Teams. What it brings is bound at once: Teams itself says who sent it.
 */
export async function exchange(parts: MsalParts, person: Person, assertion: string): Promise<TokenAnswer> {
  const app = parts.app();
  if (ofSomebodyElse(person, assertion)) return anotherPerson(app);
  const granted = await parts.session(app).onBehalfOf({ scopes: wantedScopes(app), assertion });
  if (granted.kind === 'denied') return refusedAnswer(granted);
  await parts.shelf.bind(personKey(person), granted.grant, parts.now());
  return { kind: 'token', token: granted.token };
}

/** Only within one tenant can the two ids be compared: a guest has another in each. */
function ofSomebodyElse(person: Person, assertion: string): boolean {
  try {
    const { oid, tid } = decodeJwt(assertion);
    return person.aadObjectId !== null && tid === person.tenantId && oid !== person.aadObjectId;
  } catch {
    // Not a JWT: Entra ID says what is wrong with it.
    return false;
  }
}

function anotherPerson(app: MsalApp): TokenAnswer {
  return {
    kind: 'refused',
    refusal: {
      request: { method: 'POST', url: tokenEndpoint(app.tenant), scopes: wantedScopes(app) },
      error: {
        name: 'AssertionOwnerError',
        code: 'WHY401_ASSERTION_OF_ANOTHER_PERSON',
        message: 'The assertion of Teams is of another person than the one who sent it',
      },
    },
  };
}
