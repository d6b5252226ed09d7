import { plainLine } from '../../plain-data.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardElement,
  container,
  dataRuns,
  dataText,
  linkText,
  ownText,
} from '../elements.ts';

export interface CaseLine {
  readonly number: number;
  readonly headline: string;
  /** «taken by Adele · Ben, 2 h 10 min ago · incident 3». */
  readonly detail: string;
  readonly link: string | null;
}

export interface CaseListView {
  /** «Open cases», «Your cases». */
  readonly title: string;
  readonly cases: readonly CaseLine[];
  /** «and 12 more»; `null` where all are shown. */
  readonly more: string | null;
  /** Where there is none. */
  readonly empty: string;
}

/** Cases, a row each, with a link to its thread. */
export function caseListCard(view: CaseListView): AdaptiveCard {
  return adaptiveCard(caseListText(view), [
    ownText(view.title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
    ...(view.cases.length === 0 ? [ownText(view.empty)] : view.cases.map(caseRow)),
    ...(view.more === null ? [] : [ownText(view.more, { isSubtle: true, size: 'Small' })]),
    ...(view.cases.length === 0
      ? []
      : [ownText('“case 17” shows one, “take 17” and “resolve 17” change it.', { isSubtle: true, size: 'Small' })]),
  ]);
}

/** The same for a channel without cards. */
export function caseListText(view: CaseListView): string {
  return [
    view.title,
    ...(view.cases.length === 0
      ? [view.empty]
      : view.cases.map(({ number, headline, detail }) => `${number}. ${headline} (${plainLine(detail, 240)})`)),
    ...(view.more === null ? [] : [view.more]),
  ].join('\n');
}

function caseRow({ number, headline, detail, link }: CaseLine): CardElement {
  return container(
    [
      dataRuns([{ text: `${number}  `, style: { weight: 'Bolder' } }, { text: plainLine(headline, 200) }]),
      dataText(plainLine(detail, 240), { isSubtle: true, size: 'Small' }, { spacing: 'None' }),
      ...(link === null ? [] : [linkText('Open the thread', link)]),
    ],
    { spacing: 'Small' },
  );
}
