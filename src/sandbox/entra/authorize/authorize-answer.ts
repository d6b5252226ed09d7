import type { ServerResponse } from 'node:http';
import { type EntraRefusal, errorDescription, type RequestIds } from '../entra-refusal.ts';
import { sendPage } from '../pages/layout.ts';
import { formPostPage } from '../pages/plain-pages.ts';
import { redirect } from '../send-answer.ts';
import type { Requester } from './authorize-request.ts';

/** Sends the person back to the app, the way it asked for. */
export function answerApp(
  res: ServerResponse,
  to: Requester,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): void {
  const all = { ...fields, ...(to.state === undefined ? {} : { state: to.state }) };
  if (to.responseMode === 'form_post') sendPage(res, 200, formPostPage(to.redirectUri, all), headers);
  else redirect(res, addressWith(to, all), headers);
}

export function refusalAddress(to: Requester, refusal: EntraRefusal, ids: RequestIds): string {
  return addressWith(to, { ...refusalFields(refusal, ids), ...(to.state === undefined ? {} : { state: to.state }) });
}

export function refusalFields(refusal: EntraRefusal, ids: RequestIds): Record<string, string> {
  return {
    error: refusal.error,
    ...(refusal.aadsts === 65004 ? { error_subcode: 'cancel' } : {}),
    error_description: errorDescription(refusal, ids),
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.aadsts}`,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  };
}

function addressWith(to: Requester, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(fields).toString();
  if (to.responseMode === 'fragment') return `${to.redirectUri}#${query}`;
  return `${to.redirectUri}${to.redirectUri.includes('?') ? '&' : '?'}${query}`;
}
