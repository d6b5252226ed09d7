import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import restify from 'restify';
import { mountGraph } from '../../../src/sandbox/graph/mount-graph.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { createWorld } from '../../../src/sandbox/world/seed-world.ts';
import type { World } from '../../../src/sandbox/world/world.ts';

/** A fixed instant; the world's clock of the test. */
export const NOW = Date.parse('2026-03-12T10:00:00Z');
const KEY = await generateKeyPair('RS256');
const OTHER_KEY = await generateKeyPair('RS256');
const JWKS = { keys: [{ ...(await exportJWK(KEY.publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' }] };
const SCOPES = 'Calendars.ReadWrite MailboxSettings.Read User.Read';

export interface GraphAnswerSeen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GraphBody;
  /** As a person would paste it. */
  readonly pasted: string;
}

/** What tests look into; every other property is checked as a whole. */
export interface GraphBody {
  readonly error?: { readonly code: string; readonly message: string };
  readonly value?: readonly GraphBody[];
  readonly id?: string;
  readonly [property: string]: unknown;
}

export interface GraphUnderTest {
  readonly world: World;
  readonly opaque: Map<string, JWTPayload>;
  /** A token of Ada's, with other claims where given; `undefined` takes a claim away. */
  token(claims?: JWTPayload, key?: 'right' | 'other' | 'unknown'): Promise<string>;
  call(method: string, path: string, options?: CallOptions): Promise<GraphAnswerSeen>;
  close(): Promise<void>;
}

export interface CallOptions {
  /** The Authorization header; a string without a space becomes `Bearer …`; `null` sends none. */
  readonly authorization?: string | null;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export async function startGraph(): Promise<GraphUnderTest> {
  const server = restify.createServer({ name: '' });
  const world = createWorld({ now: () => NOW, origin: 'http://127.0.0.1:1' });
  const opaque = new Map<string, JWTPayload>();
  mountGraph(server, {
    world,
    now: () => NOW,
    entra: { signingKeys: () => JWKS, opaqueToken: (token) => opaque.get(token) },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}/graph/v1.0`;

  async function token(claims: JWTPayload = {}, key: 'right' | 'other' | 'unknown' = 'right'): Promise<string> {
    const all: JWTPayload = { ...adasClaims(), ...claims };
    for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name];
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key === 'unknown' ? 'another-key' : 'test-key' })
      .sign(key === 'right' ? KEY.privateKey : OTHER_KEY.privateKey);
  }

  async function call(method: string, path: string, options: CallOptions = {}): Promise<GraphAnswerSeen> {
    const given = options.authorization === undefined ? await token() : options.authorization;
    const headers: Record<string, string> = { ...options.headers };
    if (given !== null) headers.authorization = given.includes(' ') || given === 'Bearer' ? given : `Bearer ${given}`;
    if (options.body !== undefined) headers['content-type'] = 'application/json';
    const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    const response = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as GraphBody,
      pasted: pasted(method, path, response, text, given),
    };
  }

  return {
    world,
    opaque,
    token,
    call,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function adasClaims(): JWTPayload {
  const iat = NOW / 1000 - 60;
  return {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${SAMPLE_IDS.tenant}/`,
    iat,
    nbf: iat,
    exp: iat + 3600,
    appid: SAMPLE_IDS.app,
    name: 'Ada Winter',
    oid: SAMPLE_IDS.ada,
    scp: SCOPES,
    tid: SAMPLE_IDS.tenant,
    upn: 'ada@lumenworks.example',
    ver: '1.0',
  };
}

/** The claims of an app without a person. */
export function appClaims(roles: string[]): JWTPayload {
  return {
    scp: undefined,
    oid: '0e5f5b0c-6a86-4d1e-9a67-0f2b0f9c6d11',
    upn: undefined,
    name: undefined,
    idtyp: 'app',
    roles,
  };
}

function pasted(method: string, path: string, response: Response, body: string, token: string | null): string {
  const headers = ['www-authenticate', 'date', 'request-id', 'retry-after', 'content-type']
    .map((name) => [name, response.headers.get(name)])
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  const claims = token === null ? '' : claimsOf(token);
  return [
    `${method} https://graph.microsoft.com/v1.0${path}`,
    ...(claims === '' ? [] : [`token payload: ${claims}`]),
    '',
    `HTTP/1.1 ${response.status} ${response.statusText}`,
    ...headers,
    '',
    body,
  ].join('\n');
}

function claimsOf(token: string): string {
  const payload = token.split(' ').at(-1)?.split('.')[1] ?? '';
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch {
    return '';
  }
}
