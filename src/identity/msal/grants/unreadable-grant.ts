import { keptError } from '../../../refusals/record-refusal.ts';
import type { TokenAnswer } from '../../sign-in.ts';
import { tokenEndpoint } from '../entra-address.ts';
import type { MsalApp } from '../msal-app.ts';
import type { UnsealError } from './seal.ts';

/** A grant that no key opens is as good as none: the person signs in again and is told why. */
export function unreadableGrant(app: MsalApp, error: UnsealError): TokenAnswer {
  const request = { method: 'POST', url: tokenEndpoint(app.tenant) };
  return { kind: 'sign-in-needed', reason: 'signed-out', refusal: { request, error: keptError(error) } };
}
