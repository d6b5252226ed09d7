import { type Environment, isLoopbackHost } from '../settings.ts';

export interface SandboxProblem {
  /** The variable, or the option, to change. */
  readonly name: string;
  readonly problem: string;
  readonly fix: string;
}

/** The sandbox does not start: it would stand beside something real, or where others could reach it. */
export class SandboxRefusedError extends Error {
  readonly code = 'WHY401_SANDBOX_REFUSED';
  readonly problems: readonly SandboxProblem[];
  constructor(problems: readonly SandboxProblem[]) {
    super(problems.map(({ name, problem, fix }) => `${name} ${problem}. ${fix}.`).join('\n'));
    this.name = 'SandboxRefusedError';
    this.problems = problems;
  }
}

/** Where these hold something, the service runs against a real tenant. */
const REAL_CREDENTIALS = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'WHY401_MSAL_CLIENT_ID',
  'WHY401_MSAL_CLIENT_SECRET',
  'WHY401_MSAL_CERTIFICATE_FILE',
  'WHY401_MSAL_PRIVATE_KEY_FILE',
] as const;

/**
 * @throws SandboxRefusedError naming every variable that stands against a sandbox; never a value
 */
export function assertSandboxAllowed(env: Environment): void {
  const problems: SandboxProblem[] = REAL_CREDENTIALS.filter((name) => (env[name] ?? '').trim() !== '').map((name) => ({
    name,
    problem: 'is set, and the sandbox does not run beside real credentials',
    fix: `Unset ${name}, or leave the sandbox out`,
  }));
  if (env.NODE_ENV === 'production') {
    problems.push({
      name: 'NODE_ENV',
      problem: 'is production, and the sandbox lets anybody sign in as anybody',
      fix: 'Leave NODE_ENV out on the machine where you try things',
    });
  }
  if (problems.length > 0) throw new SandboxRefusedError(problems);
}

/** @throws SandboxRefusedError for an address that other machines reach */
export function assertLoopback(host: string): void {
  if (isLoopbackHost(host)) return;
  throw new SandboxRefusedError([
    {
      name: 'host',
      problem: `is ${host}, which is not a loopback address: others could sign in as anybody`,
      fix: 'Leave the host out, or set it to 127.0.0.1',
    },
  ]);
}
