import type { CauseId } from '../../diagnosis/cause-id.ts';
import { diagnoseRefusal } from '../../refusals/diagnose-refusal.ts';
import { keptError } from '../../refusals/record-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import { refusalOfCall, tokenServiceRefusal } from './token-service-refusal.ts';

/** The public channel, where a local one stood in for it. */
const CHANNEL = 'https://smba.trafficmanager.net';
const CHANNEL_PATH = /\/v3\/(?:conversations|attachments|botstate)\b/;
/** The words of the path; what stands between them are ids of conversations, messages and people. */
const ROUTE_WORDS: ReadonlySet<string> = new Set([
  'v3',
  'conversations',
  'activities',
  'members',
  'pagedmembers',
  'attachments',
  'views',
  'history',
]);

/**
 * What a failure of the bot came of, where a service refused: the channel, the token service, or Entra ID that gives the
 * bot its own token.
 *
 * @returns `undefined` for failures of our own
 */
export function failedCall(error: unknown): Refusal | undefined {
  return tokenServiceRefusal(error) ?? refusalOfCall(error, CHANNEL_PATH, channelAddress) ?? ownSignInRefusal(error);
}

/** What the engine says of a failure, for whoever runs the bot and whoever waits for its answer. */
export interface ExplainedFailure {
  /** `null` where no sign-in and no permission is at fault. */
  readonly cause: CauseId | null;
  readonly headline: string;
  /** The first thing to do, where somebody has to do something. */
  readonly fix: string | null;
  /** Whether the same may go well a little later, by itself. */
  readonly passes: boolean;
}

/** @param now milliseconds since 1970 @returns `undefined` where no service refused, or the engine does not know why */
export function explainFailure(error: unknown, now: number): ExplainedFailure | undefined {
  const refusal = failedCall(error);
  if (refusal === undefined) return undefined;
  const { verdict, beyond, cause, headline, fix } = diagnoseRefusal(refusal, { now });
  if (verdict === 'undecided')
    return beyond === undefined ? undefined : { cause: null, headline, fix: null, passes: false };
  if (verdict === 'possible') return undefined;
  return {
    cause,
    headline,
    fix: fix?.steps[0]?.text ?? null,
    passes: cause === 'throttled' || cause === 'service-outage',
  };
}

/** MSAL tells of a token that the bot asked for itself; it names neither the address nor the app. */
function ownSignInRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || typeof (error as { errorCode?: unknown }).errorCode !== 'string') return undefined;
  return {
    request: {
      method: 'POST',
      url: 'https://login.microsoftonline.com/…/oauth2/v2.0/token',
      grantType: 'client_credentials',
      scopes: ['https://api.botframework.com/.default'],
    },
    error: keptError(error),
  };
}

function channelAddress(url: string): string {
  const { protocol, origin, pathname } = new URL(url);
  const at = pathname.indexOf('/v3/');
  if (at === -1) return CHANNEL;
  const route = pathname
    .slice(at)
    .split('/')
    .map((part) => (part === '' || ROUTE_WORDS.has(part) ? part : '…'))
    .join('/');
  const before = pathname.slice(0, at);
  return protocol === 'https:' && isRegion(before) ? `${origin}${before}${route}` : `${CHANNEL}${route}`;
}

/** «/emea» in front of the path; nothing else is passed on. */
function isRegion(path: string): boolean {
  return /^(?:\/[a-z-]{1,20})?$/.test(path);
}
