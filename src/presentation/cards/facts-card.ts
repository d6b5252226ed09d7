import { type AdaptiveCard, adaptiveCard, type CardElement, dataText } from './elements.ts';

/** One line of a card: what it is called, and the value that somebody may want to copy. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A sentence, and facts below it, each in a line of its own. Everything in it is shown as data. */
export function factsCard(headline: string, facts: readonly Fact[]): AdaptiveCard {
  return adaptiveCard(factsText(headline, facts), [
    dataText(headline, { size: 'Medium', weight: 'Bolder' }),
    ...facts.map(factLine),
  ]);
}

/** The same for clients without cards. */
export function factsText(headline: string, facts: readonly Fact[]): string {
  return [headline, ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
}

/** A FactSet would read the value as markdown. */
function factLine({ label, value }: Fact): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '96px', items: [dataText(label, { isSubtle: true })] },
      { type: 'Column', width: 'stretch', items: [dataText(value)] },
    ],
  };
}
