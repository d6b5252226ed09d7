import { STATUS_CODES } from 'node:http';
import type { Refusal } from './refusal.ts';

/**
 * A refusal as the text that a person would paste: what was sent, what came back, what was thrown, and the claims of
 * the token. The engine reads it like any other paste, all evidence together.
 */
export function refusalPaste(refusal: Refusal): string {
  return [request(refusal), response(refusal), error(refusal), claims(refusal)]
    .filter((part) => part !== null)
    .join('\n\n');
}

function request({ request: { method, url, scopes = [], grantType, clientId } }: Refusal): string {
  const scope = scopes.length === 0 ? [] : [`scope=${encodeURIComponent(scopes.join(' '))}`];
  const grant = grantType === undefined ? [] : grantFields(grantType, clientId);
  const body = [...grant, ...scope].join('&');
  return `${method} ${url}${body === '' ? '' : `\n\n${body}`}`;
}

/** What each grant sends, credentials cut out: a body without them would read as one that lacks them. */
const SENT: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['code=***'],
  refresh_token: ['refresh_token=***'],
  'urn:ietf:params:oauth:grant-type:jwt-bearer': ['assertion=***', 'requested_token_use=on_behalf_of'],
};

function grantFields(grantType: string, clientId = '***'): readonly string[] {
  const grant = `grant_type=${encodeURIComponent(grantType)}`;
  return [grant, `client_id=${clientId}`, ...(SENT[grantType] ?? [])];
}

function response({ response: answer }: Refusal): string | null {
  if (answer === undefined) return null;
  const lines = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`.trimEnd(),
    ...Object.entries(answer.headers).map(([name, value]) => `${headerName(name)}: ${oneLine(value)}`),
  ];
  return answer.body === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${answer.body}`;
}

/** As browsers, curl and people write them. */
function headerName(name: string): string {
  if (/^(?:x-ms-|request-id|client-request-id)/i.test(name)) return name;
  if (name.toLowerCase() === 'www-authenticate') return 'WWW-Authenticate';
  return name.replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function oneLine(value: string): string {
  return value.replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ');
}

function error({ error: thrown }: Refusal): string | null {
  if (thrown === undefined) return null;
  const code = thrown.code === undefined || thrown.message.includes(thrown.code) ? '' : `${thrown.code}: `;
  return `${thrown.name}: ${code}${thrown.message}`;
}

/** One line of JSON, with spaces where it may be wrapped. */
function claims({ claims: told }: Refusal): string | null {
  if (told === undefined) return null;
  const members = Object.entries(told)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `Decoded access token: {${members.join(', ')}}`;
}
