import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppRegistration } from '../../world/world.ts';
import type { ClientProof } from '../issue-tokens.ts';
import * as refusals from '../refusals/app.ts';
import { malformed } from '../refusals/request.ts';
import { assertClientAssertion } from './client-assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What of a token request proves the app. */
export interface ClientCredentials {
  readonly secret: string | undefined;
  readonly assertion: string | undefined;
  readonly assertionType: string | undefined;
}

/** By form or by HTTP Basic (RFC 6749, section 2.3.1). */
export function credentialsOf(form: URLSearchParams, authorization: string | undefined): ClientCredentials {
  return {
    secret: given(form.get('client_secret')) ?? basicSecret(authorization),
    assertion: given(form.get('client_assertion')),
    assertionType: given(form.get('client_assertion_type')),
  };
}

/**
 * Checks what the app proved itself with, where it sent anything.
 *
 * @throws EntraRefusal 7000215, 7000222, 700027 and the other refusals of an assertion
 */
export async function authenticateClient(
  app: AppRegistration,
  { secret, assertion, assertionType }: ClientCredentials,
  audiences: readonly string[],
  now: number,
): Promise<ClientProof> {
  if (assertion !== undefined) {
    if (assertionType !== JWT_BEARER) throw malformed();
    await assertClientAssertion(assertion, app, audiences, now);
    return 'certificate';
  }
  if (secret === undefined) return 'none';
  const known = app.secrets.find(({ value }) => sameText(value, secret));
  if (known === undefined) throw refusals.secretInvalid(app);
  if (known.expires <= now) throw refusals.secretExpired(app);
  return 'secret';
}

function sameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function basicSecret(authorization: string | undefined): string | undefined {
  const encoded = /^Basic ([\w+/=-]{1,4096})$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const secret = decoded.slice(decoded.indexOf(':') + 1);
  try {
    return given(decodeURIComponent(secret.replaceAll('+', ' ')));
  } catch {
    return given(secret);
  }
}

function given(value: string | null | undefined): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : value;
}
