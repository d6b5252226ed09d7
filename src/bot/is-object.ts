/** Narrows data from outside (an activity's value, a card's data) to an object whose fields may be looked at. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
