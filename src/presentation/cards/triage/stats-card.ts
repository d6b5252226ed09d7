import { type AdaptiveCard, adaptiveCard, type CardElement, dataText, heading, ownText } from '../elements.ts';
import { type Fact, factsText } from '../facts-card.ts';

/** What a desk did in a period. */
export interface StatsView {
  /** «The last 7 days». */
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly causes: readonly { readonly title: string; readonly cases: number; readonly wrong: number }[];
  /** How many causes stand above the shown ones. */
  readonly moreCauses: number;
}

/** The figures of a desk, and its causes by how often they came. */
export function statsCard(view: StatsView): AdaptiveCard {
  const { title, facts, causes, moreCauses } = view;
  const most = Math.max(1, ...causes.map(({ cases }) => cases));
  return adaptiveCard(statsText(view), [
    ownText(title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
    ...facts.map(factRow),
    ...(causes.length === 0 ? [] : [heading('Causes')]),
    ...causes.map((cause) => causeRow(cause, most)),
    ...(moreCauses > 0 ? [ownText(`and ${moreCauses} more`, { isSubtle: true, size: 'Small' })] : []),
  ]);
}

/** The same for a channel without cards. */
export function statsText({ title, facts, causes }: StatsView): string {
  return [factsText(title, facts), ...causes.map(causeWords)].join('\n');
}

function factRow({ label, value }: Fact): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '170px', items: [ownText(label, { isSubtle: true })] },
      { type: 'Column', width: 'stretch', items: [dataText(value)] },
    ],
  };
}

/** A row of blocks stands in every client; the words beside it say the same. */
function causeRow(cause: StatsView['causes'][number], most: number): CardElement {
  const blocks = Math.max(1, Math.round((cause.cases / most) * LONGEST_BAR));
  return {
    type: 'ColumnSet',
    spacing: 'None',
    columns: [
      { type: 'Column', width: 'stretch', items: [dataText(causeWords(cause), { size: 'Small' })] },
      {
        type: 'Column',
        width: '110px',
        items: [ownText('▇'.repeat(blocks), { color: 'Accent', size: 'Small', wrap: false })],
      },
    ],
  };
}

const LONGEST_BAR = 10;

function causeWords({ title, cases, wrong }: StatsView['causes'][number]): string {
  return `${title}: ${cases}${wrong === 0 ? '' : ` (${wrong} called wrong)`}`;
}
