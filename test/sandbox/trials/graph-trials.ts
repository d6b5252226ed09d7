import { Client, type Context, GraphError, type Middleware } from '@microsoft/microsoft-graph-client';
import { decodeJwt } from 'jose';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { tokenAsSent } from '../../../src/sandbox/token-as-sent.ts';
import { errorText, msalClient } from './msal-client.ts';
import { msalSignIn, signedIn } from './msal-sign-in.ts';
import { tenantOfApp } from './token-endpoint-trials.ts';
import { type Outcome, refused, type Trial, WORKED } from './trial.ts';
import type { TrialSandbox } from './trial-sandbox.ts';

const SOON = { start: '2026-12-01T12:00:00', end: '2026-12-01T13:00:00' };
export const NEW_EVENT = {
  subject: 'Lunch',
  start: { dateTime: SOON.start, timeZone: 'Europe/Berlin' },
  end: { dateTime: SOON.end, timeZone: 'Europe/Berlin' },
};

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

const ME: Call = { method: 'GET', path: '/me' };
const CREATE: Call = { method: 'POST', path: '/me/events', body: NEW_EVENT };

/** A call with the token of somebody who signed in while all was well. */
export const withEarlierToken =
  (call: Call = ME): Trial =>
  async (sandbox) => {
    const { accessToken } = await signedIn(sandbox);
    return () => graphCall(sandbox, accessToken, call);
  };

/** Signs in, then calls. */
export const withNewSignIn =
  (call: Call = CREATE): Trial =>
  async (sandbox) =>
  async () => {
    const answer = await msalSignIn(sandbox, sandbox.person('ada'));
    return answer.kind === 'refused' ? refused(answer.text) : graphCall(sandbox, answer.accessToken, call);
  };

/** As the connection says: a person signs in and `personal` is called, or an app without a user calls `ofApp`. */
export const asConnectionSays =
  (personal: Call, ofApp: Call): Trial =>
  async (sandbox) => {
    const byPerson = await withNewSignIn(personal)(sandbox);
    return async () => {
      if (sandbox.world.connection.grantFlow === 'delegated') return byPerson();
      const result = await msalClient(sandbox).acquireTokenByClientCredential({
        scopes: ['https://graph.microsoft.com/.default'],
        authority: `https://login.microsoftonline.com/${tenantOfApp(sandbox)}`,
        skipCache: true,
      });
      return graphCall(sandbox, result?.accessToken ?? '', ofApp);
    };
  };

/** One call by Microsoft's own client, through the transport that maps the real addresses to the sandbox. */
async function graphCall(sandbox: TrialSandbox, token: string, { method, path, body }: Call): Promise<Outcome> {
  const { entra } = sandbox.sandbox;
  const seen: { status?: string } = {};
  const client = Client.initWithMiddleware({
    middleware: transporting(sandboxTransport({ world: sandbox.world, origin: sandbox.origin, entra }), token, seen),
  });
  try {
    const request = client.api(path);
    await (method === 'GET' ? request.get() : request.post(body));
    return WORKED;
  } catch (error) {
    const line = `${method} https://graph.microsoft.com/v1.0${path}`;
    const sent = await tokenAsSent(sandbox.world, token, entra);
    return refused([line, seen.status ?? '', graphErrorText(error), claimsText(sent)].join('\n\n'));
  }
}

/** The last link of the client's chain: sends, and keeps status line and headers, as a developer's log would. */
function transporting(transport: typeof fetch, token: string, seen: { status?: string }): Middleware {
  return {
    async execute(context: Context) {
      const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
      headers.set('authorization', `Bearer ${token}`);
      const response = await transport(context.request, { ...(context.options as RequestInit), headers });
      const shown = ['www-authenticate', 'date', 'retry-after', 'request-id'].flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [`${name}: ${value}`];
      });
      seen.status = [`HTTP/1.1 ${response.status} ${response.statusText}`, ...shown].join('\n');
      context.response = response;
    },
  };
}

/** GraphError keeps the body's `error` as JSON. */
function graphErrorText(error: unknown): string {
  if (!(error instanceof GraphError)) return errorText(error);
  const { statusCode, code, message, body } = error;
  return `GraphError: ${message}\n  statusCode: ${statusCode}, code: '${code}', body: ${String(body)}`;
}

/** What somebody who decodes the token sees; nothing where it cannot be decoded or none was sent. */
function claimsText(token: string | null): string {
  try {
    return JSON.stringify(decodeJwt(token ?? ''));
  } catch {
    return '';
  }
}
