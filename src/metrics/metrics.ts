import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CauseId } from '../diagnosis/cause-id.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';
import type { SignInWay } from '../settings.ts';
import { turnKind } from './turn-kind.ts';

/** `refused`: the caller is not the channel, or sent no activity. `failed`: the channel got no answer. */
export type TurnOutcome = 'done' | 'refused' | 'failed';

/** `wrong-code`: the code typed back was not the one shown. `refused`: Entra ID or the token service said no. */
export type SignInOutcome = 'started' | 'signed-in' | 'wrong-code' | 'refused' | 'signed-out';

/** `unknown`: Graph's answer to a creation was lost. */
export type EventOutcome = 'created' | 'changed' | 'undone' | 'refused' | 'unknown';

/**
 * What the service counts, as callbacks that can be handed to whoever does the thing. Nothing of a person or of a paste
 * goes in: every label is from a list of our own.
 */
export interface Metrics {
  /** Once a turn, with the type and name of its activity. */
  readonly onTurn: (
    activity: { readonly type?: string; readonly name?: string },
    outcome: TurnOutcome,
    ms: number,
  ) => void;
  /** Once a turn that failed inside the bot. Where the person was told, the channel has its answer and `onTurn` says `done`. */
  readonly onTurnFailed: (activity: { readonly type?: string; readonly name?: string }) => void;
  /** Once a diagnosis, also of a refusal that the service itself met. */
  readonly onDiagnosed: (cause: CauseId, verdict: Verdict, ms: number) => void;
  /** Once a request to Graph, each try by itself. */
  readonly onGraphCall: (call: GraphCallSeen) => void;
  readonly onSignIn: (way: SignInWay, outcome: SignInOutcome) => void;
  /** Once an event that was made, changed, undone or refused; with the root cause of a refusal. */
  readonly onEvent: (outcome: EventOutcome, cause: CauseId | null) => void;
  /** Once a request that was answered 429. */
  readonly onLimited: (by: 'address' | 'conversation') => void;
  /** Everything, in the text format of Prometheus. */
  readonly expose: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface GraphCallSeen {
  /** `GET /me/calendarView`, ids taken out. */
  readonly operation: string;
  /** `null` where no answer came. */
  readonly status: number | null;
  readonly ms: number;
}

export interface MetricsOptions {
  readonly version: string;
  /** Memory, event loop and garbage collection of the process; on unless false. */
  readonly process?: boolean;
  /** What waits for the ticket system, where there is one; asked when the metrics are read. */
  readonly outbox?: () => Promise<{ readonly rows: number; readonly oldest: number | null }>;
  /** Milliseconds since 1970; for the age of what waits. */
  readonly now?: () => number;
}

const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const DIAGNOSIS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
const GRAPH_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Far more than why401 calls: a name that got past the taking out of ids must not grow the registry without end. */
const MOST_OPERATIONS = 60;

/** Metrics with a registry of their own, so that a process can have several. */
export function createMetrics({ version, process: ofProcess = true, outbox, now = Date.now }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'why401_build_info', help: 'Always 1.', labelNames: ['version'], registers }).set({ version }, 1);
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers });
  const seconds = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets: number[],
  ): Histogram<Label> => new Histogram({ name, help, labelNames, buckets, registers });

  const turns = counter('why401_turns_total', 'Turns of the bot.', ['kind', 'outcome']);
  const turnSeconds = seconds('why401_turn_seconds', 'How long a turn took.', ['kind'], TURN_SECONDS);
  const failedTurns = counter('why401_failed_turns_total', 'Turns that failed, told to the person or not.', ['kind']);
  const diagnoses = counter('why401_diagnoses_total', 'Diagnoses by root cause.', ['cause', 'verdict']);
  const diagnosisSeconds = seconds('why401_diagnosis_seconds', 'How long a diagnosis took.', [], DIAGNOSIS_SECONDS);
  const graphCalls = counter('why401_graph_calls_total', 'Requests to Microsoft Graph.', ['operation', 'status']);
  const graphSeconds = seconds('why401_graph_call_seconds', 'How long Graph took.', ['operation'], GRAPH_SECONDS);
  const signIns = counter('why401_sign_ins_total', 'Sign-ins, step by step.', ['way', 'outcome']);
  const events = counter('why401_events_total', 'Calendar events by what came of them.', ['outcome', 'cause']);
  const limited = counter('why401_requests_limited_total', 'Requests answered with 429.', ['by']);

  if (outbox !== undefined) countWaiting(registry, outbox, now);
  const operations = new Set<string>();

  return {
    onTurn({ type, name }, outcome, ms) {
      const kind = turnKind(type, name);
      turns.inc({ kind, outcome });
      turnSeconds.observe({ kind }, ms / 1000);
    },
    onTurnFailed: ({ type, name }) => failedTurns.inc({ kind: turnKind(type, name) }),
    onDiagnosed(cause, verdict, ms) {
      diagnoses.inc({ cause, verdict });
      diagnosisSeconds.observe(ms / 1000);
    },
    onGraphCall({ operation: called, status, ms }) {
      if (operations.size < MOST_OPERATIONS) operations.add(called);
      const operation = operations.has(called) ? called : 'other';
      graphCalls.inc({ operation, status: statusLabel(status) });
      graphSeconds.observe({ operation }, ms / 1000);
    },
    onSignIn: (way, outcome) => signIns.inc({ way, outcome }),
    onEvent: (outcome, cause) => events.inc({ outcome, cause: cause ?? 'none' }),
    onLimited: (by) => limited.inc({ by }),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function statusLabel(status: number | null): string {
  if (status === null) return 'none';
  return Number.isInteger(status) && status >= 100 && status <= 599 ? String(status) : 'other';
}

type Waiting = NonNullable<MetricsOptions['outbox']>;

/** Both gauges from one question to the store; where it does not answer they are left as they were. */
function countWaiting(registry: Registry, waiting: Waiting, now: () => number): void {
  let asked: ReturnType<Waiting> | undefined;
  const gauge = (name: string, help: string, tell: (found: Awaited<ReturnType<Waiting>>) => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        asked ??= waiting().finally(() => {
          asked = undefined;
        });
        const found = await asked.catch(() => undefined);
        if (found !== undefined) this.set(tell(found));
      },
    });
  };
  gauge('why401_webhook_waiting', 'Events that wait for the ticket system.', ({ rows }) => rows);
  gauge('why401_webhook_oldest_seconds', 'How long the oldest of them has waited.', ({ oldest }) =>
    oldest === null ? 0 : Math.max(0, now() - oldest) / 1000,
  );
}
