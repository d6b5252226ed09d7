import type { CaseContent } from '../../case-content.ts';
import { type AdaptiveCard, adaptiveCard, container, dataText, toggle } from '../elements.ts';
import { fixItems, type Standing, triageAction } from './triage-panels.ts';

/** What a later reporter of an incident reads: one line and the link, not the whole diagnosis once more. */
export interface JoinedView {
  readonly content: CaseContent;
  /** Their own case. */
  readonly about: Standing;
  /** «Same as incident 3: 7 people since 09:10 UTC, taken by Adele.» */
  readonly line: string;
  /** Where the incident is shown. */
  readonly link: string | null;
}

/** To a reporter whose failure is an incident already: where it is, and what they can do themselves. */
export function joinedCard(view: JoinedView): AdaptiveCard {
  const { content, about, link } = view;
  const fix = fixItems(content, about);
  const actions = [
    ...(link === null ? [] : [{ type: 'Action.OpenUrl', title: 'Open the incident', url: link } as const]),
    ...(fix.length === 0 ? [] : [toggle('Show the fix', 'fix', [])]),
    ...(about.state === 'resolved' ? [] : [triageAction('This fixed it', 'triage-fixed', about)]),
  ];
  return adaptiveCard(joinedText(view), [
    dataText(view.line),
    dataText(`Case ${about.number} · ${content.headline}`, { size: 'Small', isSubtle: true }, { spacing: 'Small' }),
    ...(actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Small', actions }]),
    ...(fix.length === 0 ? [] : [container(fix, { id: 'fix', isVisible: false })]),
  ]);
}

/** The same for a channel without cards. */
export function joinedText({ line, link, about }: JoinedView): string {
  return [`${line} Your report is case ${about.number}.`, ...(link === null ? [] : [link])].join('\n');
}
