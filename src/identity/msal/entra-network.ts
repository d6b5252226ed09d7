import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { boundedText } from '../../graph/bounded-body.ts';
import { keptBody, keptError, keptHeaders } from '../../refusals/record-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import { reachedAt } from './entra-address.ts';

const TIMEOUT_MS = 10_000;
/** Tokens, keys and configurations of Entra ID have a few ten kilobytes. */
export const LONGEST_ANSWER = 1024 * 1024;

/** MSAL's way to the network: fetch, with what was refused kept as it came. */
export interface EntraNetwork extends INetworkModule {
  /** The last request if it was refused, or if it got no answer with the network's own error: MSAL hides that one. */
  refused(): Refusal | undefined;
}

/** @param at where a sandbox stands in for Entra ID */
export function entraNetwork(at: string | undefined): EntraNetwork {
  let refused: Refusal | undefined;

  async function send<T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const request = { method, url: withoutQuery(url), ...told(options.body) };
    const { answer, text } = await asked(method, reachedAt(url, at), options).catch((error: unknown) => {
      refused = { request, error: keptError(error) };
      throw error;
    });
    const { status, headers } = answer;
    refused = answer.ok
      ? undefined
      : { request, response: { status, headers: keptHeaders(headers), body: keptBody(text) } };
    return { headers: Object.fromEntries(headers), status, body: parsed(text) as T };
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    refused: () => refused,
  };
}

async function asked(
  method: string,
  url: string,
  { headers = {}, body = null }: { readonly headers?: Record<string, string>; readonly body?: string | null },
): Promise<{ readonly answer: Response; readonly text: string }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(url, { method, headers, body, redirect: 'error', signal });
  return { answer, text: await boundedText(answer, LONGEST_ANSWER, answer.ok ? 'throw' : 'cut') };
}

/** MSAL puts only its correlation id and telemetry there. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** Of the form that MSAL sends, what names no credential. */
function told(body: string | undefined): Pick<Refusal['request'], 'grantType' | 'clientId' | 'scopes'> {
  const form = new URLSearchParams(body ?? '');
  const [grantType, clientId, scope] = [form.get('grant_type'), form.get('client_id'), form.get('scope')];
  return {
    ...(grantType ? { grantType } : {}),
    ...(clientId ? { clientId } : {}),
    ...(scope ? { scopes: scope.split(' ') } : {}),
  };
}

/** MSAL expects an object; what a proxy in between says in HTML is kept in the refusal. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}
