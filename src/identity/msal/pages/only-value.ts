const LONGEST = 16_384;

/** A parameter that must not be given twice (RFC 6749, section 3.1). */
export function onlyValue(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  const [value] = values;
  return values.length === 1 && value !== undefined && value.length <= LONGEST ? value : undefined;
}
