import type { CauseId } from '../diagnosis/cause-id.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';
import type { Logger } from '../logging/logger.ts';

export interface TelemetryParts {
  readonly version: string;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** What is looked at of a request that carries an activity. */
export interface ActivityRequest {
  readonly body: unknown;
}

export interface ActivityResponse {
  readonly statusCode: number;
}

export type AnswerActivity<Request extends ActivityRequest, Response extends ActivityResponse> = (
  req: Request,
  res: Response,
) => Promise<void>;

/** Work with a span of its own beside turns and calls. */
export type TracedWork = 'store ready';

/**
 * Traces of the service. No span holds a person, a conversation, a tenant, a text, or an address with ids or a query:
 * every attribute is from a list of our own, or a number.
 */
export interface Telemetry {
  /** Gives each activity a span, below which the calls made for it stand. */
  turns<Request extends ActivityRequest, Response extends ActivityResponse>(
    answer: AnswerActivity<Request, Response>,
  ): AnswerActivity<Request, Response>;
  /** Writes what was found into the span of the turn under way. */
  onDiagnosed(cause: CauseId, verdict: Verdict): void;
  around<T>(name: TracedWork, work: () => Promise<T>): Promise<T>;
  /** Tells where a sandbox stands in for Microsoft's hosts, so that calls to it are named as those to the real ones. */
  standIn(origin: string): void;
  /** Sends what is left, within two seconds. */
  stop(): Promise<void>;
}

/** Nobody asked for traces: nothing is loaded, and nothing is done. */
export const NO_TELEMETRY: Telemetry = {
  turns: (answer) => answer,
  onDiagnosed: () => {},
  around: (_name, work) => work(),
  standIn: () => {},
  stop: async () => {},
};
