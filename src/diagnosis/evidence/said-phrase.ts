const BEFORE = 70;

/** «It does not say invalid audience», «no sign of …». */
const DENIED =
  /(?:(?:\b(?:not|never|nicht)|n['’]t) (?:say|says|said|mention|state|read|complain about|sagt|melde|meldet)(?: (?:that|the|an?|any|anything about|about)){0,2}|\bno (?:mention|sign|trace|word) of(?: an?| the)?) ["'(«]{0,2}$/;
/** «Could it be that …», «maybe the …»: what somebody supposes, nobody said. */
const SUPPOSED =
  /\b(?:(?:could|can|might|may) it be|is it possible|maybe|perhaps|(?:i|we) (?:guess|suspect|assume|suppose|wonder)|kann es sein|könnte es sein|vielleicht|(?:ich|wir) vermuten?|se peut-il|peut-être)\b[^\n.!?:"'«]{0,60}$/;

/**
 * Whether words of a service that stand from `start` on were said by it. A person who denies or supposes the same thing in
 * the same words tells nothing of what happened.
 *
 * @param lower - the text in lower case
 */
export function isSaid(lower: string, start: number): boolean {
  const before = lower.slice(Math.max(0, start - BEFORE), start);
  return !DENIED.test(before) && !SUPPOSED.test(before);
}
