/** The environment as the process sees it: names to values. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value without white space around it; white space alone counts as absent. */
export function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}
