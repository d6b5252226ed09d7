import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { GraphAnswer } from '../../graph/graph.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { Person } from '../person.ts';
import type { SignInWay, TokenAnswer } from '../sign-in.ts';
import type { HealthCheckId, HealthResult } from './health-report.ts';
import type { SightedClaims } from './sighted-claims.ts';

/** What Graph answered, and what the clock here showed at that moment. */
export interface GraphReply {
  readonly answer: GraphAnswer;
  readonly receivedAt: number;
  /** A claims challenge came first and was met with a fresh token, without asking the person. */
  readonly renewed: boolean;
}

/** What the checks look at once there is a token. Each call is made once, however many checks ask for it. */
export interface CheckContext {
  readonly way: SignInWay;
  readonly person: Person;
  /** `null` where the token is opaque or broken. */
  readonly claims: SightedClaims | null;
  /** As `claims`, whole and unparsed, for a refusal that the check itself constructs. */
  readonly rawClaims: Readonly<Record<string, unknown>> | null;
  /** Whether the token has the form of a JWT, readable or not. */
  readonly looksLikeJwt: boolean;
  /** From the sign-in, where the token does not say it. */
  readonly expires: number | null;
  readonly neededScopes: readonly string[];
  readonly now: () => number;
  readonly profile: () => Promise<GraphReply>;
  readonly mailboxSettings: () => Promise<GraphReply>;
  readonly calendar: () => Promise<GraphReply>;
  readonly refresh: () => Promise<TokenAnswer>;
  readonly diagnose: (refusal: Refusal) => Diagnosis;
}

/** One check: what it says and what it rests on. Never throws for what the network, Graph or Entra ID does. */
export interface HealthCheck {
  readonly id: HealthCheckId;
  readonly run: (context: CheckContext) => Outcome | Promise<Outcome>;
}

export type Outcome = Omit<HealthResult, 'check'>;

/** Nothing to do, and what was seen. */
export function pass(says: string): Outcome {
  return { state: 'pass', says };
}

/** Not looked at, and why. */
export function skipped(says: string): Outcome {
  return { state: 'skipped', says };
}
