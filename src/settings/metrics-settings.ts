import { type Environment, given } from './environment.ts';
import { isQuoted, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';

/** Who may read `/metrics`. They hold no personal data, but how much a service is used is not for everybody. */
export interface MetricsSettings {
  /** Asked for as `Authorization: Bearer`, from everywhere; `null` opens `/metrics` to this machine only. */
  readonly token: string | null;
}

const SHORTEST_TOKEN = 16;
const TOKEN_FIX = `Set it to at least ${SHORTEST_TOKEN} random characters (openssl rand -hex 24)`;

/** `null` where metrics are off. */
export function readMetrics(env: Environment, problems: SettingsProblem[]): MetricsSettings | null {
  const token = readToken(env.WHY401_METRICS_TOKEN, problems);
  const wanted = given(env.WHY401_METRICS)?.toLowerCase() ?? 'on';
  if (wanted === 'on') return { token };
  if (wanted !== 'off') {
    problems.push({
      name: 'WHY401_METRICS',
      problem: 'is neither on nor off',
      fix: 'Set it to on or off, or leave it out for on',
    });
  }
  return null;
}

function readToken(raw: string | undefined, problems: SettingsProblem[]): string | null {
  const value = given(raw);
  if (value === undefined || raw === undefined) return null;
  const problem = tokenProblem(raw, value);
  if (problem === undefined) return value;
  problems.push({ name: 'WHY401_METRICS_TOKEN', ...problem });
  return null;
}

function tokenProblem(raw: string, value: string): Omit<SettingsProblem, 'name'> | undefined {
  const unfilled = unfilledProblem(value, TOKEN_FIX);
  if (unfilled !== undefined) return unfilled;
  if (raw !== value || isQuoted(value)) {
    return { problem: 'has white space or quotation marks around it', fix: 'Remove them' };
  }
  // What a bearer token may hold: RFC 6750, section 2.1.
  if (!/^[A-Za-z0-9\-._~+/]+=*$/.test(value)) {
    return { problem: 'holds characters that a bearer token cannot', fix: TOKEN_FIX };
  }
  return value.length < SHORTEST_TOKEN ? { problem: 'is short enough to be guessed', fix: TOKEN_FIX } : undefined;
}
