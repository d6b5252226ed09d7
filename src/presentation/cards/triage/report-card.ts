import type { CaseContent } from '../../case-content.ts';
import { plainLine } from '../../plain-data.ts';
import { VERDICT_WORDS } from '../../words.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  badge,
  type CardElement,
  dataRuns,
  dataText,
  linkText,
  monospace,
} from '../elements.ts';
import { reason } from '../reason.ts';
import { type DeskChoices, fittingTriageCard, type Standing, triagePanels } from './triage-panels.ts';

/** One report in a team channel, as its thread sees it. */
export interface ReportView {
  readonly content: CaseContent;
  readonly about: Standing;
  /** «open», «taken by Adele». */
  readonly status: string;
  /** Empty once their data were deleted. */
  readonly reporter: string;
  /** «09:10 UTC». */
  readonly reported: string;
  /** The incident that it belongs to, and where that is shown. */
  readonly incident: { readonly line: string; readonly link: string | null } | null;
  readonly choices: DeskChoices;
  /** The text to send on; `null` where there is nothing to do. */
  readonly forward: string | null;
  /** Shown where the thread is not in sight: what was posted, masked. */
  readonly withExcerpt: boolean;
}

/** Short: how sure, what is wrong, one reason, who acts, how it stands. The fix and the helpdesk's part open below. */
export function reportCard(view: ReportView): AdaptiveCard {
  return fittingTriageCard(view, drawn);
}

function drawn(view: ReportView): AdaptiveCard {
  const { content, about, incident, withExcerpt } = view;
  const { label, tone } = VERDICT_WORDS[content.verdict];
  const [first] = content.because;
  return adaptiveCard(reportText(view), [
    badge(
      label,
      tone,
      [`Case ${about.number}`, ...(content.ownerLine === null ? [] : [content.ownerLine])].join(' · '),
    ),
    dataText(content.headline, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Small' }),
    ...(first === undefined ? [] : reason(first)),
    ...(withExcerpt && !first?.quote?.includes(content.excerpt) && content.excerpt !== ''
      ? [dataText(content.excerpt, { fontType: 'Monospace', isSubtle: true })]
      : []),
    ...(content.verdict === 'undecided' ? nextQuestion(content) : []),
    statusLine(view.status, detailOf(view)),
    ...(incident === null ? [] : incidentLine(incident)),
    ...triagePanels(content, about, view.choices, view.forward),
  ]);
}

/** The same for clients without cards, and what is read aloud. */
export function reportText(view: ReportView): string {
  const { content, about, status, incident } = view;
  return [
    content.headline,
    `Case ${about.number}: ${plainLine(status, 200)}, ${detailOf(view)}.`,
    ...(content.ownerLine === null ? [] : [content.ownerLine]),
    ...(content.verdict === 'undecided' && content.next !== null ? [content.next.ask] : []),
    ...(incident === null ? [] : [incident.line]),
    ...content.steps.map(({ text, value }, index) => `${index + 1}. ${text}${value === undefined ? '' : ` ${value}`}`),
  ].join('\n');
}

/** What would decide it, and how to get it. */
function nextQuestion({ next }: CaseContent): CardElement[] {
  if (next === null) return [];
  return [
    dataText(next.ask, {}, { spacing: 'Small' }),
    ...next.commands.flatMap(({ label, command }) => [
      dataText(label, { isSubtle: true, size: 'Small' }, { spacing: 'Small' }),
      monospace(command),
    ]),
  ];
}

function detailOf({ reporter, reported, about }: ReportView): string {
  const by = reporter === '' ? 'reported' : `reported by ${plainLine(reporter, 80)}`;
  return `${by} at ${reported}${about.wrong ? ', diagnosis called wrong' : ''}`;
}

/** «Taken by Adele · reported by Ben at 09:10 UTC». Names are data. */
export function statusLine(status: string, detail: string): CardElement {
  const words = plainLine(status, 200);
  return dataRuns(
    [
      { text: words.charAt(0).toUpperCase() + words.slice(1), style: { weight: 'Bolder', size: 'Small' } },
      { text: ` · ${detail}`, style: { isSubtle: true, size: 'Small' } },
    ],
    { spacing: 'Small' },
  );
}

function incidentLine({ line, link }: { readonly line: string; readonly link: string | null }): CardElement[] {
  return [
    dataText(line, { size: 'Small' }, { spacing: 'Small' }),
    ...(link === null ? [] : [linkText('Open the incident', link)]),
  ];
}
