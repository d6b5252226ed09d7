export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What was promised; left out for what is only told. */
  readonly target?: string;
  readonly met?: boolean;
}

/** Prints figures in columns. Returns how many promises were broken. */
export function printFigures(title: string, figures: readonly Figure[]): number {
  const width = (pick: (figure: Figure) => string): number => Math.max(0, ...figures.map((it) => pick(it).length));
  const names = width(({ name }) => name);
  const values = width(({ value }) => value);
  const targets = width(({ target }) => target ?? '');
  console.log(`\n== ${title}`);
  for (const { name, value, target, met } of figures) {
    const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
    console.log(
      `  ${name.padEnd(names)}  ${value.padStart(values)}  ${(target ?? '').padEnd(targets)}  ${verdict}`.trimEnd(),
    );
  }
  return figures.filter(({ met }) => met === false).length;
}
