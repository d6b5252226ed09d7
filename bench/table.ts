export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What was promised; left out for what is only told. */
  readonly target?: string;
  /** How many times worse than promised: 1 is just met. */
  readonly worse?: number;
}

/**
 * A short run shares its machine with whatever else runs there, so it fails only where a figure is this many times worse
 * than promised: a defect, not noise. What is missed by less is printed as missed all the same.
 */
const ALLOWANCE = { short: 4, full: 1 } as const;

/** Prints figures in columns. Returns how many promises were broken. */
export function printFigures(title: string, figures: readonly Figure[], short: boolean): number {
  const width = (pick: (figure: Figure) => string): number => Math.max(0, ...figures.map((it) => pick(it).length));
  const names = width(({ name }) => name);
  const values = width(({ value }) => value);
  const targets = width(({ target }) => target ?? '');
  console.log(`\n== ${title}`);
  for (const { name, value, target, worse } of figures) {
    const verdict = worse === undefined ? '' : worse <= 1 ? 'met' : 'MISSED';
    console.log(
      `  ${name.padEnd(names)}  ${value.padStart(values)}  ${(target ?? '').padEnd(targets)}  ${verdict}`.trimEnd(),
    );
  }
  const allowance = short ? ALLOWANCE.short : ALLOWANCE.full;
  return figures.filter(({ worse }) => (worse ?? 0) > allowance).length;
}
