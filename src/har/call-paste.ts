import type { FailureForm } from './failed-call.ts';
import { redirectOf } from './failed-call.ts';
import type { HarCall, HarHeader } from './har-call.ts';

/** Of a request only what a cause is told by. Cookies tell nothing here, and are the worst thing to hand around. */
const SENT: ReadonlySet<string> = new Set([
  'authorization',
  'consistencylevel',
  'content-type',
  'origin',
  'client-request-id',
  'x-anchormailbox',
]);
const NOT_RECEIVED: ReadonlySet<string> = new Set(['set-cookie', 'content-security-policy', 'report-to', 'nel']);
/** Around the code of an error page stand a hundred kilobytes of script. */
const AROUND_CODE = 1500;

/** A recorded call as the text that a person would paste: request, answer, body. */
export function callPaste(call: HarCall, form: FailureForm): string {
  return [requestOf(call), answerOf(call, form)].filter((part) => part !== '').join('\n\n');
}

function requestOf({ method, url, requestHeaders, sent }: HarCall): string {
  const headers = requestHeaders.filter(({ name }) => SENT.has(name.toLowerCase()));
  const head = [`${method} ${url.href}`, ...headers.map(line)].join('\n');
  return sent === '' ? head : `${head}\n\n${sent}`;
}

function answerOf(call: HarCall, form: FailureForm): string {
  const { status, statusText, responseHeaders, received, error } = call;
  if (status === 0) return error;
  const headers = responseHeaders.filter(({ name }) => !NOT_RECEIVED.has(name.toLowerCase()));
  const told = headers.some(({ name }) => name.toLowerCase() === 'location');
  const redirect = told ? '' : redirectOf(call);
  const head = [
    `HTTP/1.1 ${status} ${statusText}`.trimEnd(),
    ...headers.map(line),
    ...(redirect === '' ? [] : [`Location: ${redirect}`]),
  ].join('\n');
  const body = form === 'error-page' ? aroundCode(received) : received;
  return body === '' ? head : `${head}\n\n${body}`;
}

/** White space is looked at from its beginning only: from each of its places it would take time of the square. */
function line({ name, value }: HarHeader): string {
  return `${name}: ${value.replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ')}`;
}

function aroundCode(page: string): string {
  const at = page.search(/AAD(?:STS|B2C) ?\d{4,7}/);
  return page.slice(Math.max(0, at - AROUND_CODE / 3), at + AROUND_CODE);
}
