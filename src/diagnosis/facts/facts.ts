import type { PatchLanguage } from '../diagnosis.ts';
import type {
  ApiErrorEvidence,
  ChallengeEvidence,
  DiagnosticsEvidence,
  Evidence,
  EvidenceKind,
  EvidenceOf,
  RequestEvidence,
  ResponseEvidence,
  TokenClaims,
  TokenEvidence,
} from '../evidence/evidence.ts';
import type { MadeOnce } from '../made-once.ts';
import type { PermissionNeed } from '../permissions/permission-need.ts';
import type { Span } from '../text/span.ts';

/** One call to an API with what came back, put together from evidence that stands together. */
export interface Call {
  readonly request: RequestEvidence | null;
  readonly response: ResponseEvidence | null;
  readonly error: ApiErrorEvidence | null;
  readonly challenges: readonly ChallengeEvidence[];
  readonly diagnostics: readonly DiagnosticsEvidence[];
  /** The status, from the response, the error body or the words beside it. */
  readonly status: number | null;
}

const APIS = [
  'graph',
  'outlook-rest',
  'exchange-ews',
  'exchange-imap-smtp',
  'sharepoint',
  'azure-ad-graph',
  'azure-management',
  'bot-connector',
  'bot-token-service',
  'key-vault',
  'power-platform',
  'office-management',
  'azure-storage',
  'azure-devops',
  'power-bi',
  'azure-ai',
  'azure-database',
  'cosmos-db',
  'azure-messaging',
  'azure-logs',
  'databricks',
  'defender',
  'viva-engage',
  'own-api',
] as const;
/** Whose API is meant, by host, client id of the challenge, or path. */
export type Api = (typeof APIS)[number];

const CLOUDS = ['public', 'us-government', 'china', 'germany'] as const;
export type Cloud = (typeof CLOUDS)[number];

/**
 * All evidence of one paste (and of the messages before it), ready to be asked.
 * Rules are pure functions over this.
 */
export interface Facts {
  readonly evidence: readonly Evidence[];
  /** Evidence of one kind, in the order of the paste. */
  of<K extends EvidenceKind>(kind: K): readonly EvidenceOf<K>[];
  /** Where a declared phrase stands, or `undefined`. Throws for a phrase that no rule declared. */
  phrase(phrase: string): Span | undefined;
  /** The first of several declared phrases that stands in the paste. */
  anyPhrase(...phrases: readonly string[]): Span | undefined;
  /** The same of a list that surely was declared: that of a rule. */
  declaredPhrase(phrases: readonly string[]): Span | undefined;
  readonly calls: readonly Call[];
  /** The call that failed: the last one with a refusal, or the last one. */
  readonly call: Call | null;
  /** The API that is called, or `null`. */
  readonly api: Api | null;
  /** The status of the refusal. */
  readonly status: number | null;
  /** The token that was sent to the API (or the only access token shown). */
  readonly token: TokenEvidence | null;
  /** Its claims, or `{idTokenMarks: []}`. */
  readonly claims: TokenClaims;
  /** `app` an application permission token, `user` a delegated one, `null` unknown. Told from idtyp, scp, roles, sub = oid, and the grant in the paste. */
  readonly actor: 'app' | 'user' | null;
  /** Whether only the person's words say so: then nothing that rests on it is proof. */
  readonly actorIsTold: boolean;
  /** The identity platform that the evidence speaks of: `true` where anything Microsoft stands in the paste. */
  readonly microsoft: boolean;
  /** When it happened, milliseconds since 1970: `Date:`, innerError, Timestamp; `null` where the paste does not say. */
  readonly at: number | null;
  /** The instant of the diagnosis. */
  readonly now: number;
  /** Clouds named by hosts and issuers. */
  readonly clouds: ReadonlySet<Cloud>;
  /** What the failing call needs, where its operation is known. */
  readonly need: PermissionNeed | null;
  readonly values: Values;
  readonly language: PatchLanguage | null;
  /** What several rules need of these facts. */
  once<T>(what: MadeOnce<Facts, T>): T;
}

/** The paster's own values, for headlines and fixes. Absent where the paste does not say. */
export interface Values {
  readonly clientId?: string;
  readonly appName?: string;
  /** GUID or verified domain of the tenant. */
  readonly tenant?: string;
  /** The tenant part of the authority as written (`common`, …). */
  readonly authorityTenant?: string;
  readonly loginHost?: string;
  readonly redirectUri?: string;
  readonly scopes?: readonly string[];
  readonly resource?: string;
  readonly host?: string;
  readonly method?: string;
  readonly path?: string;
  readonly user?: string;
  /** The mailbox of the path, `/users/{this}/…`. */
  readonly mailbox?: string;
  readonly correlationId?: string;
  readonly requestId?: string;
  readonly timestamp?: string;
  readonly connectionName?: string;
  readonly botAppId?: string;
  readonly policyIds?: readonly string[];
}
