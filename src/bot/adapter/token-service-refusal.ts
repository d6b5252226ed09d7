import { StatusCodes } from 'botbuilder';
import { keptBody, keptError, keptHeaders } from '../../refusals/record-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import { isObject } from '../is-object.ts';

/** The public token service, whichever local one stood in for it. */
const SERVICE = 'https://api.botframework.com';
const SERVICE_PATH = /\/api\/(?:usertoken|botsignin)\//;
/** What names a person or is a secret is left out of the recorded address. */
const SHOWN_PARAMETERS: ReadonlySet<string> = new Set(['connectionName', 'channelId', 'include']);
/** Node's and undici's codes for a connection that was not made or was lost, and the SDK's own for the same. */
const NO_CONNECTION = /^(?:E[A-Z_]{3,}|REQUEST_SEND_ERROR|UND_ERR_\w+)$/;

/**
 * What a call of the token service threw, as a refusal.
 *
 * @returns `undefined` for everything else, the channel's own refusals among it: the SDK throws the same class for them
 */
export function tokenServiceRefusal(error: unknown): Refusal | undefined {
  return refusalOfCall(error, SERVICE_PATH, shownAddress);
}

/**
 * What a call of the SDK threw, as a refusal.
 *
 * @param path of the service in question
 * @param shown its address without what names people and without secrets
 * @returns `undefined` for everything else
 */
export function refusalOfCall(error: unknown, path: RegExp, shown: (url: string) => string): Refusal | undefined {
  if (!isObject(error) || !isObject(error.request)) return undefined;
  const { method, url } = error.request;
  if (typeof url !== 'string' || !URL.canParse(url) || !path.test(url)) return undefined;
  const request = { method: typeof method === 'string' ? method : 'GET', url: shown(url) };
  const answer = isObject(error.response) ? error.response : {};
  const status = answer.status ?? error.statusCode;
  if (typeof status === 'number' && status >= StatusCodes.BAD_REQUEST) {
    const headers = headersOf(answer.headers);
    const body = typeof answer.bodyAsText === 'string' ? keptBody(answer.bodyAsText) : '';
    return { request, response: { status, headers, body } };
  }
  if (typeof error.code !== 'string' || !NO_CONNECTION.test(error.code)) return undefined;
  const { message, ...kept } = keptError(error);
  return { request, error: { ...kept, message: withoutAddress(message) } };
}

/** The refusal of an exchange whose body is all that the SDK hands out. */
export function exchangeRefusal(body: object, connectionName: string, channelId: string): Refusal {
  const query = new URLSearchParams({ connectionName, channelId });
  return {
    request: { method: 'POST', url: `${SERVICE}/api/usertoken/exchange?${query}` },
    response: { status: StatusCodes.BAD_REQUEST, headers: {}, body: keptBody(JSON.stringify(body)) },
  };
}

function shownAddress(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams]
    .map(([name, value]) => `${name}=${SHOWN_PARAMETERS.has(name) ? encodeURIComponent(value) : '…'}`)
    .join('&');
  return `${SERVICE}${pathname.slice(pathname.indexOf('/api/'))}${query === '' ? '' : `?${query}`}`;
}

function headersOf(headers: unknown): Readonly<Record<string, string>> {
  if (!isObject(headers) || typeof headers.get !== 'function') return {};
  const get = headers.get.bind(headers) as (name: string) => unknown;
  return keptHeaders({
    get(name) {
      const value = get(name);
      return typeof value === 'string' ? value : null;
    },
  });
}

/** Node's messages end with the address that was dialled, which may be the sandbox's. */
function withoutAddress(message: string): string {
  return message.replace(/\bhttps?:\/\/\S+/g, SERVICE).replace(/ (?:\d{1,3}\.){3}\d{1,3}:\d+| ::1:\d+/g, '');
}
