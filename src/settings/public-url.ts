import { type Environment, given } from './environment.ts';
import type { SettingsProblem } from './settings-error.ts';
import { isLoopbackHost, isPlaceholder } from './value-forms.ts';

const NAME = 'WHY401_PUBLIC_URL';
const FIX = 'Set it to the https address at which browsers reach this service, as https://bot.example.com';

/** Where Entra ID sends browsers back to, below the public address. */
export const CALLBACK_PATH = '/auth/callback';

/** The address without a slash at its end; `undefined` where there is none or it is wrong. */
export function readPublicUrl(env: Environment, problems: SettingsProblem[]): string | undefined {
  const value = given(env.WHY401_PUBLIC_URL);
  if (value === undefined) return undefined;
  const problem = publicUrlProblem(value);
  if (problem !== undefined) {
    problems.push({ name: NAME, problem, fix: FIX });
    return undefined;
  }
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname}`.replace(/\/$/, '');
}

/** For a way of signing in that cannot do without it. */
export function missingPublicUrl(): SettingsProblem {
  return { name: NAME, problem: 'is not set, and people sign in by MSAL: Entra ID sends them back to it', fix: FIX };
}

function publicUrlProblem(value: string): string | undefined {
  if (isPlaceholder(value) || /[<>{}]/.test(value)) return 'still holds a placeholder';
  if (!URL.canParse(value)) return 'is not an address';
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    return 'is not https (http is taken on localhost only, as Entra ID does)';
  }
  if (url.username !== '' || url.password !== '') return 'holds a name or a password';
  if (url.search !== '' || url.hash !== '') return 'has a query or a fragment';
  if (url.pathname.replace(/\/$/, '').endsWith(CALLBACK_PATH)) {
    return `ends with ${CALLBACK_PATH}, which the service adds by itself`;
  }
  return undefined;
}
