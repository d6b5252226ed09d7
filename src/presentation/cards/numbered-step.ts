import type { FixStep } from '../../diagnosis/diagnosis.ts';
import { type CardElement, dataRuns, linkText, monospace } from './elements.ts';

/** A step with its number, the exact value to copy, and the page where it is done. */
export function numberedStep({ text, value, link }: FixStep, number: number): CardElement[] {
  return [
    dataRuns([{ text: `${number}.  `, style: { weight: 'Bolder' } }, { text }], { spacing: 'Small' }),
    ...(value === undefined ? [] : [monospace(value)]),
    ...(link === undefined ? [] : [linkText(link.title, link.url)]),
  ];
}
