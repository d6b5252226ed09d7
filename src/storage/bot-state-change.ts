/** One document to write. */
export interface Change {
  readonly key: string;
  /** The eTag that must be stored, or `null` for any. */
  readonly eTag: string | null;
  /** JSON, without the eTag. */
  readonly document: string;
}

/**
 * What botbuilder hands to `Storage.write`, checked. `*` and the empty eTag mean "whatever is there", as in its own
 * storages.
 *
 * @throws TypeError for what is no object
 */
export function parseChanges(changes: Readonly<Record<string, unknown>>): readonly Change[] {
  return Object.entries(changes).map(([key, change]) => {
    if (typeof change !== 'object' || change === null || Array.isArray(change)) {
      throw new TypeError(`The document ${key} is not an object`);
    }
    const { eTag, ...rest } = change as Record<string, unknown>;
    const wanted = typeof eTag === 'string' && eTag !== '' && eTag !== '*' ? eTag : null;
    return { key, eTag: wanted, document: JSON.stringify(rest) };
  });
}
