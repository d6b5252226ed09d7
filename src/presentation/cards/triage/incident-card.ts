import type { CaseContent } from '../../case-content.ts';
import { plainLine } from '../../plain-data.ts';
import { type AdaptiveCard, adaptiveCard, badge, dataText } from '../elements.ts';
import { reason } from '../reason.ts';
import { statusLine } from './report-card.ts';
import { type DeskChoices, fittingTriageCard, type Standing, triagePanels } from './triage-panels.ts';

/** Cases of several people that are one failure. */
export interface IncidentView {
  /** Of its first case. */
  readonly content: CaseContent;
  readonly about: Standing;
  /** «7 people since 09:10 UTC, likely tenant-wide: Conditional Access policy». */
  readonly headline: string;
  readonly status: string;
  /** «Ben, Chloe and 5 more»; empty where nobody may be named. */
  readonly who: string;
  readonly choices: DeskChoices;
  readonly forward: string | null;
}

/** Takes the place of the first report's card, and grows there. */
export function incidentCard(view: IncidentView): AdaptiveCard {
  return fittingTriageCard(view, drawn);
}

function drawn(view: IncidentView): AdaptiveCard {
  const { content, about } = view;
  const [first] = content.because;
  const beside = [`Incident ${about.number}`, ...(content.ownerLine === null ? [] : [content.ownerLine])].join(' · ');
  return adaptiveCard(incidentText(view), [
    about.state === 'resolved' ? badge('Resolved', 'good', beside) : badge('Incident', 'attention', beside),
    dataText(view.headline, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Small' }),
    dataText(content.headline, {}, { spacing: 'Small' }),
    ...(first === undefined ? [] : reason(first)),
    statusLine(view.status, view.who === '' ? 'reported here' : `reported by ${plainLine(view.who, 240)}`),
    ...triagePanels(content, about, view.choices, view.forward),
  ]);
}

/** The same for a channel without cards. */
export function incidentText({ content, about, headline, status }: IncidentView): string {
  return [`Incident ${about.number}: ${headline}.`, content.headline, `It is ${plainLine(status, 200)}.`].join('\n');
}
