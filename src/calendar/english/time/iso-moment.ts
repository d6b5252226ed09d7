import { isJoined, wordAt } from '../../text/token-at.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { clockAt } from './clock.ts';

/** The `T12:23:59` behind an ISO 8601 date. */
export const isoMomentPhrase: PhraseFamily = (tokens, at) => {
  if (wordAt(tokens, at) !== 't' || !isJoined(tokens, at) || !isJoined(tokens, at + 1)) return null;
  const clock = clockAt(tokens, at + 1);
  const basic = clock?.form === 'compact' && tokens[at + 1]!.word.length === 4;
  if (clock === null || (clock.form !== 'paired' && !basic)) return null;
  const { half: _, ...figures } = clock.clock;
  return { to: clock.to, meaning: { kind: 'clock', clock: { ...figures, half: null, exact: true } } };
};
