import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { DoctorJson } from '../../../src/cli/doctor/doctor-json.ts';
import { type DoctorOutside, doctorCommand } from '../../../src/cli/doctor-command.ts';
import { memoryIo, NOW } from '../memory-io.ts';
import { type Asked, type LoopbackMicrosoft, type Reply, startLoopbackMicrosoft } from './loopback-microsoft.ts';

export const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
export const SSO = '9d1e7b32-4c6f-4f0a-8a41-7b2c5e9f1d03';
export const TENANT = '7b0c2f6e-93d1-4a55-8f3e-5d2f1c0a9b44';
const SECRET = 'abc8Q~made-Up.For_Tests-0123456789abcdefg';
export const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
const A_DAY = 24 * 3_600_000;

export const bot = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: APP,
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: SECRET,
  WHY401_DATABASE_FILE: 'no-such-folder-yet/why401.db',
};
export const byConnection = { ...bot, WHY401_OAUTH_CONNECTION: 'graph' };
export const byMsal = {
  ...bot,
  WHY401_MSAL_CLIENT_ID: SSO,
  WHY401_MSAL_TENANT: TENANT,
  WHY401_MSAL_CLIENT_SECRET: SECRET,
  WHY401_PUBLIC_URL: 'https://bot.example.com',
  WHY401_TOKEN_KEYS: KEY,
};

/** A folder of its own for each file of tests, with an empty .env in it. */
export interface DoctorFolder {
  path(name: string): string;
  readonly manifest: string;
  examine(env: Record<string, string>, options?: ExamineOptions): Promise<Examined>;
  /** Loopback servers that end with the test. */
  microsoft(replies?: Replies): Promise<LoopbackMicrosoft>;
}

export interface ExamineOptions {
  readonly replies?: Replies;
  readonly serverAhead?: number;
  readonly outside?: DoctorOutside;
  /** Instead of the manifest in the folder. */
  readonly app?: string;
  /** Instead of the folder, which has none. */
  readonly parameters?: string;
}

export type Replies = Readonly<Record<string, (asked: Asked) => Reply>>;

export interface Examined extends DoctorJson {
  readonly status: number;
  readonly out: string;
  readonly asked: readonly Asked[];
  state(check: string): string | undefined;
  check(name: string): DoctorJson['checks'][number] | undefined;
}

export function useDoctorFolder(): DoctorFolder {
  let folder = '';
  const running: LoopbackMicrosoft[] = [];
  const path = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-doctor-'));
    writeFileSync(path('.env'), '');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((microsoft) => microsoft.close()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const microsoft = async (replies: Replies = {}, serverAhead = 0): Promise<LoopbackMicrosoft> => {
    const started = await startLoopbackMicrosoft(() => NOW, replies, serverAhead);
    running.push(started);
    return started;
  };
  return {
    path,
    get manifest() {
      return path('manifest.json');
    },
    microsoft,
    async examine(env, { replies, serverAhead, outside, app, parameters } = {}) {
      const { network, asked } = await microsoft(replies, serverAhead);
      const io = memoryIo('', { env });
      const files = ['--package', app ?? path('manifest.json'), '--parameters', parameters ?? path('')];
      const args = ['--json', '--env', path('.env'), ...files];
      const status = await doctorCommand(args, io, { network, ...outside });
      const json = JSON.parse(io.out()) as DoctorJson;
      const check = (name: string): DoctorJson['checks'][number] | undefined =>
        json.checks.find((found) => found.check === name);
      return { ...json, status, out: io.out(), asked, check, state: (name) => check(name)?.state };
    },
  };
}

export const TOKEN = 'login.microsoftonline.com/*/oauth2/v2.0/token';
export const AUTHORIZE = 'login.microsoftonline.com/*/oauth2/v2.0/authorize';
export const MESSAGES = 'bot.example.com/api/messages';
export const APPLICATIONS = 'graph.microsoft.com/v1.0/applications';

export const entraError = (error: string, code: number, words: string): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: {
    error,
    error_description: `AADSTS${code}: ${words} Trace ID: 5e4e3f6a-0d5b-4d0e-9a83-1d2f2b8a0400 Correlation ID: 0a1b2c3d-1111-4222-8333-444455556666 Timestamp: 2026-03-02 10:00:00Z`,
    error_codes: [code],
  },
});

export const registration = (days: number, redirectUris: readonly string[] = []): Reply => ({
  status: 200,
  body: {
    passwordCredentials: [
      { hint: 'xyz', endDateTime: new Date(NOW + 900 * A_DAY).toISOString() },
      { hint: 'abc', endDateTime: new Date(NOW + days * A_DAY).toISOString() },
    ],
    web: { redirectUris },
    identifierUris: [`api://botid-${APP}`],
  },
});
