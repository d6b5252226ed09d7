import { deliveryAnswer, retryAfterMs } from './delivery-answer.ts';
import { deliverySignature, SIGNATURE_HEADER } from './delivery-signature.ts';

/** Where deliveries go, and what they are signed with. */
export interface DeliveryTarget {
  /** https, or http of this machine: the settings see to it. */
  readonly url: string;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** What the receiver said, or why it said nothing. */
export interface PostAnswer {
  readonly means: ReturnType<typeof deliveryAnswer>;
  readonly status: number | null;
  /** Why there was no answer: a code of the network. */
  readonly reason: string | null;
  readonly retryAfterMs: number | null;
}

/** Sends one delivery, signed. Redirects are not followed: they could lead it anywhere. Never throws. */
export async function postDelivery({ url, secret, now, timeoutMs }: DeliveryTarget, body: string): Promise<PostAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'why401',
        [SIGNATURE_HEADER]: deliverySignature(secret, now(), body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS),
    });
    await passOver(response);
    const { status, headers } = response;
    return {
      means: deliveryAnswer(status),
      status,
      reason: null,
      retryAfterMs: retryAfterMs(headers.get('retry-after'), now()),
    };
  } catch (error) {
    return { means: 'unreachable', status: null, reason: networkReason(error), retryAfterMs: null };
  }
}

const LONGEST_READ = 64 * 1024;

/**
 * Nothing in the answer is for us, but a connection whose answer was read serves the next delivery. What is long, slow or
 * breaks off changes nothing of the status that has come already.
 */
async function passOver({ body }: Response): Promise<void> {
  let bytes = 0;
  try {
    for await (const piece of body ?? []) {
      bytes += piece.length;
      if (bytes > LONGEST_READ) return;
    }
  } catch {
    // As said: the status counts.
  }
}

/** The code alone: messages of the network name the address, whose query may be what lets in. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
