import { type Environment, given } from './environment.ts';
import type { SettingsProblem } from './settings-error.ts';
import { isLoopbackHost } from './value-forms.ts';
import { readWholeNumber } from './whole-number.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_PORT = 3978;

/** Without credentials only a loopback address is taken. */
export function readHost(env: Environment, authenticated: boolean, problems: SettingsProblem[]): string {
  const host = given(env.HOST);
  if (host === undefined) return authenticated ? '0.0.0.0' : '127.0.0.1';
  if (!authenticated && !isLoopbackHost(host)) {
    problems.push({
      name: 'HOST',
      problem: 'is not a loopback address, and there are no credentials: anybody on the network could talk to the bot',
      fix: 'Leave HOST out or set it to 127.0.0.1, or set the credentials (.env.example)',
    });
  }
  return host;
}

/** 0 takes any free port. */
export function readPort(env: Environment, problems: SettingsProblem[]): number {
  const range = { name: 'PORT', what: 'a port number', from: 0, to: 65_535, fromWords: '(any free port)' };
  return readWholeNumber(env.PORT, { ...range, otherwise: DEFAULT_PORT }, problems);
}

/** `info` where none is given; what is no level is told as a problem. */
export function readLogLevel(env: Environment, problems: SettingsProblem[]): LogLevel {
  const level = given(env.LOG_LEVEL)?.toLowerCase();
  if (level === undefined) return 'info';
  const found = LOG_LEVELS.find((known) => known === level);
  if (found !== undefined) return found;
  problems.push({
    name: 'LOG_LEVEL',
    problem: 'is not one of the known levels',
    fix: `Set it to ${LOG_LEVELS.join(', ')}`,
  });
  return 'info';
}
