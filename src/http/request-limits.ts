import { HttpError } from './http-error.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';

export interface RequestLimits {
  /** Over all paths but the probes, by address. */
  readonly address: Rate;
  /** Activities, by address and conversation. */
  readonly conversation: Rate;
}

/**
 * Generous on purpose. All of Teams reaches a bot from a few addresses of Microsoft, and behind a proxy that was not
 * told of (WHY401_PROXIES) everybody shares one; a tenant of fifty thousand people stays far below this. The limit on a
 * conversation is what stops two bots that answer each other, and a script that posts into a chat.
 */
export const REQUEST_LIMITS: RequestLimits = {
  address: { burst: 3_000, perSecond: 300 },
  conversation: { burst: 60, perSecond: 5 },
};

/** A number and a short text each: a few megabytes at most. */
const KEYS = 20_000;
/** Real ids have 150 characters; a longer one is counted by its beginning. */
const ID_LENGTH = 200;

export type LimitedBy = keyof RequestLimits;

/** Throw HttpError 429, with Retry-After, for what is too much. */
export interface RequestLimiter {
  onRequest(address: string): void;
  /** Before the caller is known: the address is part of the key, so that nobody uses up somebody else's conversation. */
  onActivity(address: string, body: unknown): void;
}

export function createRequestLimiter(
  limits: RequestLimits,
  now: () => number,
  onLimited: (by: LimitedBy) => void = () => {},
): RequestLimiter {
  const byAddress = createRateLimit(limits.address, KEYS);
  const byConversation = createRateLimit(limits.conversation, KEYS);
  const refuseAfter = (wait: number, by: LimitedBy): void => {
    if (wait === 0) return;
    onLimited(by);
    throw tooMany(wait, by);
  };
  return {
    onRequest: (address) => refuseAfter(byAddress(address, now()), 'address'),
    onActivity(address, body) {
      const id = conversationId(body);
      if (id !== undefined) refuseAfter(byConversation(`${address}\n${id}`, now()), 'conversation');
    },
  };
}

const WORDS: Readonly<Record<LimitedBy, string>> = {
  address: 'Too many requests from this address.',
  conversation: 'Too many activities in this conversation.',
};

/** RFC 6585, section 4; whole seconds by RFC 9110, section 10.2.3. */
function tooMany(wait: number, by: LimitedBy): HttpError {
  return new HttpError(429, 'TooManyRequests', WORDS[by], {
    'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))),
  });
}

function conversationId(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('conversation' in body)) return undefined;
  const { conversation } = body;
  if (typeof conversation !== 'object' || conversation === null || !('id' in conversation)) return undefined;
  return typeof conversation.id === 'string' ? conversation.id.slice(0, ID_LENGTH) : undefined;
}
