import { styleText } from 'node:util';
import type { Tone } from '../words.ts';

/** The meanings that a terminal can show. */
export interface TerminalStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly heading: (text: string) => string;
  /** Something to type or copy. */
  readonly exact: (text: string) => string;
  readonly link: (text: string) => string;
  readonly tone: Readonly<Record<Tone, (text: string) => string>>;
}

type Format = Parameters<typeof styleText>[0];

/** Colours by the terminal's own palette, so that light and dark themes both read well. */
export const COLOURED: TerminalStyle = styles((format) => (text) => styleText(format, text, { validateStream: false }));

export const PLAIN: TerminalStyle = styles(() => (text) => text);

function styles(apply: (format: Format) => (text: string) => string): TerminalStyle {
  return {
    strong: apply('bold'),
    faint: apply('dim'),
    heading: apply(['bold', 'underline']),
    exact: apply('cyan'),
    link: apply('blue'),
    tone: {
      good: apply(['bold', 'green']),
      accent: apply(['bold', 'blue']),
      warning: apply(['bold', 'yellow']),
      attention: apply(['bold', 'red']),
      neutral: apply('bold'),
    },
  };
}

/**
 * Whether to colour. NO_COLOR (any non-empty value, no-color.org) wins, then FORCE_COLOR (0 or false turns off),
 * then whether the output is a terminal that is not dumb.
 */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if ((env.NO_COLOR ?? '') !== '') return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY && env.TERM !== 'dumb';
}
