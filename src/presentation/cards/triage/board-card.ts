import { plainLine } from '../../plain-data.ts';
import { countOf } from '../../several.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardElement,
  container,
  dataRuns,
  dataText,
  heading,
  ownText,
} from '../elements.ts';
import { verbAction } from '../verb-action.ts';
import type { TriageData } from './triage-data.ts';

export interface BoardIncident {
  readonly number: number;
  /** What the cause is called. */
  readonly title: string;
  /** «7 people, 9 cases». */
  readonly counts: string;
  /** «open for 2 h 10 min». */
  readonly age: string;
  /** «taken by Adele». */
  readonly status: string;
  /** Who has to act. */
  readonly owner: string;
  readonly link: string | null;
  readonly version: number;
}

export interface BoardView {
  readonly openIncidents: number;
  readonly openCases: number;
  /** The widest first; the rest is only counted. */
  readonly incidents: readonly BoardIncident[];
  readonly chart: {
    /** A picture as a data: address. */
    readonly url: string;
    /** The same in words. */
    readonly words: string;
    /** Evenly spread below it. */
    readonly hours: readonly string[];
  };
  /** The causes of these hours, the most usual first. */
  readonly causes: readonly { readonly title: string; readonly cases: number }[];
}

/** What is open here, and what the last 24 hours were like. */
export function boardCard(view: BoardView): AdaptiveCard {
  const { openIncidents, incidents } = view;
  return adaptiveCard(boardText(view), [
    ownText('Board', { size: 'Large', weight: 'Bolder', style: 'heading' }),
    figures(view),
    ...(incidents.length === 0 ? [] : [heading('Open incidents')]),
    ...incidents.map(incidentRow),
    ...(openIncidents > incidents.length
      ? [ownText(`and ${openIncidents - incidents.length} more`, { isSubtle: true, size: 'Small' })]
      : []),
    heading('Reports of the last 24 hours'),
    ...chartElements(view.chart),
    ...(view.causes.length === 0 ? [] : [causesLine(view.causes)]),
    ownText('“cases” lists the open cases, “cases mine” yours, “stats 7d” sums up a week.', {
      isSubtle: true,
      size: 'Small',
    }),
  ]);
}

/** The same for a channel without cards. */
export function boardText(view: BoardView): string {
  return [
    `${countOf(view.openIncidents, 'open incident')}, ${countOf(view.openCases, 'open case')}.`,
    ...view.incidents.map(
      ({ number, title, counts, age, status }) =>
        `Incident ${number}: ${title} (${counts}, ${age}, ${plainLine(status, 120)})`,
    ),
    view.chart.words,
  ].join('\n');
}

function figures({ openIncidents, openCases }: BoardView): CardElement {
  const figure = (count: number, word: string): CardElement =>
    ({
      type: 'Column',
      width: 'auto',
      items: [
        ownText(String(count), { size: 'ExtraLarge', weight: 'Bolder', ...(count === 0 ? {} : { color: 'Accent' }) }),
        ownText(count === 1 ? word : `${word}s`, { isSubtle: true, size: 'Small', spacing: 'None' }),
      ],
    }) as CardElement;
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [figure(openIncidents, 'open incident'), figure(openCases, 'open case')],
  };
}

function incidentRow({ number, title, counts, age, status, owner, link, version }: BoardIncident): CardElement {
  return container(
    [
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'stretch',
            items: [
              dataRuns([
                { text: `${number}  `, style: { isSubtle: true } },
                { text: title, style: { weight: 'Bolder' } },
              ]),
            ],
          },
          { type: 'Column', width: 'auto', items: [ownText(counts, { weight: 'Bolder', wrap: false })] },
        ],
      },
      dataText(
        `${plainLine(status, 160)} · ${age} · for ${owner}`,
        { isSubtle: true, size: 'Small' },
        { spacing: 'None' },
      ),
      {
        type: 'ActionSet',
        spacing: 'Small',
        actions: [
          verbAction('Show', { verb: 'triage-show', what: 'incident', number, version } satisfies TriageData),
          ...(link === null ? [] : [{ type: 'Action.OpenUrl', title: 'Open the thread', url: link }]),
        ],
      },
    ],
    { style: 'emphasis', spacing: 'Small' },
  );
}

function chartElements({ url, words, hours }: BoardView['chart']): CardElement[] {
  return [
    { type: 'Image', url, altText: words, size: 'Stretch', spacing: 'Small' },
    {
      type: 'ColumnSet',
      spacing: 'None',
      columns: hours.map((hour) => ({
        type: 'Column',
        width: 'stretch',
        items: [ownText(hour, { size: 'Small', isSubtle: true, wrap: false })],
      })),
    },
    ownText(words, { size: 'Small', spacing: 'Small' }),
  ];
}

function causesLine(causes: BoardView['causes']): CardElement {
  return dataText(causes.map(({ title, cases }) => `${title} (${cases})`).join(' · '), {
    size: 'Small',
    isSubtle: true,
  });
}
