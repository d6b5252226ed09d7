import { createHash, randomBytes } from 'node:crypto';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { AppRegistration, SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { signInAtPage, textOfPage, type WalkEnd, type Walker } from '../sign-in-walk.ts';

const START = Date.parse('2026-08-29T09:00:00Z');
export const ADA = { userPrincipalName: 'ada@lumenworks.example' };
export const ROSA = { userPrincipalName: 'rosa@harbour.example' };
export const NOOR = { userPrincipalName: 'noor@personal.example' };
export const CALENDAR = 'openid profile offline_access https://graph.microsoft.com/Calendars.ReadWrite';

/** One refusal, as the token endpoint answers it. */
export interface Refused {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export type Fields = Readonly<Record<string, string | undefined>>;

/** A client that speaks the bare protocol, with a clock that the test moves. */
export class EntraClient {
  readonly sandbox: Sandbox;
  readonly #clock: { now: number };

  static async start(): Promise<EntraClient> {
    const clock = { now: START };
    return new EntraClient(await startSandbox({ port: 0, now: () => clock.now }), clock);
  }

  constructor(sandbox: Sandbox, clock: { now: number }) {
    this.sandbox = sandbox;
    this.#clock = clock;
  }

  renew(): void {
    this.#clock.now = START;
    this.sandbox.reset();
  }

  get now(): number {
    return this.#clock.now;
  }

  forward(ms: number): void {
    this.#clock.now += ms;
  }

  get app(): AppRegistration {
    return this.sandbox.world.apps[0]!;
  }

  person(name: string): SandboxPerson {
    return this.sandbox.world.people.find(({ displayName }) => displayName.toLowerCase().startsWith(name))!;
  }

  get redirectUri(): string {
    return this.sandbox.world.connection.redirectUri;
  }

  readonly verifier = randomBytes(32).toString('base64url');

  authorizeUrl(fields: Fields = {}, tenant = 'common'): string {
    const query = given({
      client_id: this.app.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: CALENDAR,
      state: 'state-1',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...fields,
    });
    return `${this.sandbox.origin}/entra/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize?${query}`;
  }

  walk(walker: Walker = ADA, fields: Fields = {}, tenant = 'common'): Promise<WalkEnd> {
    return signInAtPage(this.authorizeUrl(fields, tenant), walker);
  }

  /** The query by which the app is called back. */
  async callback(walker: Walker = ADA, fields: Fields = {}, tenant = 'common'): Promise<URLSearchParams> {
    const end = await this.walk(walker, fields, tenant);
    if (!('redirectedTo' in end)) throw new Error(`No redirect: ${textOfPage('page' in end ? end.page : '')}`);
    return new URL(end.redirectedTo).searchParams;
  }

  async code(walker: Walker = ADA, fields: Fields = {}, tenant = 'common'): Promise<string> {
    return (await this.callback(walker, fields, tenant)).get('code') ?? '';
  }

  /** The page that the person ends at, as they would copy it. */
  async page(walker: Walker = ADA, fields: Fields = {}, tenant = 'common'): Promise<string> {
    const end = await this.walk(walker, fields, tenant);
    if (!('page' in end)) throw new Error(`No page: ${JSON.stringify(end)}`);
    return textOfPage(end.page);
  }

  async post(fields: Fields, tenant = 'common', headers: Record<string, string> = {}): Promise<Refused> {
    const response = await fetch(`${this.sandbox.origin}/entra/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      headers,
      body: given({ client_id: this.app.clientId, client_secret: this.app.secrets[0]?.value, ...fields }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text), text };
  }

  redeem(code: string, fields: Fields = {}, tenant = 'common', headers: Record<string, string> = {}): Promise<Refused> {
    return this.post(
      {
        grant_type: 'authorization_code',
        code,
        redirect_uri: this.redirectUri,
        code_verifier: this.verifier,
        ...fields,
      },
      tenant,
      headers,
    );
  }

  refresh(token: string, fields: Fields = {}, tenant = 'common'): Promise<Refused> {
    return this.post({ grant_type: 'refresh_token', refresh_token: token, ...fields }, tenant);
  }

  /** The refresh token of a person who just signed in. */
  async refreshToken(walker: Walker = ADA, fields: Fields = {}, tenant = 'common'): Promise<string> {
    const { body, text } = await this.redeem(await this.code(walker, fields, tenant), {}, tenant);
    if (typeof body.refresh_token !== 'string') throw new Error(text);
    return body.refresh_token;
  }
}

/** What the engine makes of it: text as it came. */
export function diagnosed(text: string): Diagnosis {
  return diagnose(text, { now: START });
}

function given(fields: Fields): URLSearchParams {
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(entries);
}
