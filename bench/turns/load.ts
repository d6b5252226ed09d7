import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

const CONNECTIONS = 20;

/** A kilobyte with an error in it, as it comes into a chat. */
const PASTE = `We call Graph from a daemon and since this morning every request fails. The token comes from client credentials with the default scope.

GET https://graph.microsoft.com/v1.0/users/anna@contoso.com/events?$top=10
HTTP/1.1 401 Unauthorized
Content-Type: application/json
request-id: 4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e
WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"
Date: Sat, 22 Nov 2025 08:41:12 GMT

{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2025-11-22T08:41:12","request-id":"4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e","client-request-id":"4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e"}}}

The app registration has Calendars.Read as an application permission and an administrator has consented to it. It worked for months and nobody changed anything that I know of. What is wrong?`;

export interface Load {
  /** Turns a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Every activity has an id, a person and a conversation of its own: nothing is a repetition, nothing adds up. */
function body(): string {
  const id = randomUUID();
  return JSON.stringify({
    type: 'message',
    id,
    timestamp: '2025-11-22T09:00:00.000Z',
    serviceUrl: 'http://127.0.0.1:9/',
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    from: { id: `29:${id}`, name: 'Anna', aadObjectId: id },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' },
    text: PASTE,
  });
}

/** The reply to one activity, to see that the right thing is measured. */
export async function oneTurn(url: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body() });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`);
  return text;
}

/** Turns of twenty channels at once, for so many seconds. */
export async function load(url: string, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [
      {
        setupRequest(request) {
          request.body = body();
          return request;
        },
      },
    ],
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} turns failed at ${url}`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
