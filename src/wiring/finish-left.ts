import type { Bot } from '../bot/create-bot.ts';

/** A claim is held for twenty seconds; whoever waits for an event looks at it within minutes. */
const EVERY_MS = 30_000;

export interface Finishing {
  /** Waits for the round under way. */
  stop(): Promise<void>;
}

/**
 * Finishes the creations that a process left when it died, at once and then twice a minute, outside of any turn.
 *
 * @param onError is told of a failed round; the next one still runs
 */
export function startFinishing(bot: Pick<Bot, 'finishLeft'>, onError: (error: unknown) => void): Finishing {
  let round: Promise<unknown> | undefined;
  const next = (): void => {
    // A slow round is not joined by another.
    round ??= bot
      .finishLeft()
      .catch(onError)
      .finally(() => {
        round = undefined;
      });
  };
  next();
  const timer = setInterval(next, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
