import type { CaseContent } from '../../case-content.ts';
import { LANGUAGE_WORDS } from '../../words.ts';
import { LANGUAGE_INPUT } from '../diagnosis/panels.ts';
import {
  type AdaptiveCard,
  type CardAction,
  type CardElement,
  cardBytes,
  container,
  dataText,
  heading,
  monospace,
  ownText,
  toggle,
} from '../elements.ts';
import { numberedStep } from '../numbered-step.ts';
import { REASONS_IN_THE_OPEN, reason } from '../reason.ts';
import { CARD_BYTES } from '../room.ts';
import { verbAction } from '../verb-action.ts';
import { ASSIGNEE_INPUT, type TriageData, type TriageSubject, type TriageVerb, WAITING_INPUT } from './triage-data.ts';

/** How something stands, as far as its buttons depend on it. */
export interface Standing extends TriageSubject {
  readonly state: 'open' | 'taken' | 'waiting' | 'resolved' | 'reopened';
  readonly version: number;
  /** Somebody said that the diagnosis is wrong. */
  readonly wrong: boolean;
}

/** A choice of an input. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What the helpdesk can choose from. */
export interface DeskChoices {
  /** People who can be given a case. */
  readonly people: readonly Choice[];
  /** Whether the client finds everybody of the channel, as Teams does. */
  readonly everybody: boolean;
  readonly waitingFor: readonly Choice[];
}

/** Ids of the parts of a card that open and close. */
const FIX = 'fix';
const DESK = 'desk';
const FORWARD = 'forward';

/** Without the code and the text to send on where both together are too much for a card. */
export function fittingTriageCard<V extends { readonly content: CaseContent; readonly forward: string | null }>(
  view: V,
  draw: (view: V) => AdaptiveCard,
): AdaptiveCard {
  const whole = draw(view);
  if (cardBytes(whole) <= CARD_BYTES) return whole;
  const withoutCode = draw({ ...view, content: { ...view.content, code: null } });
  return cardBytes(withoutCode) <= CARD_BYTES
    ? withoutCode
    : draw({ ...view, content: { ...view.content, code: null }, forward: null });
}

/** A button of a case or incident; the version tells a press on an older card from one on the newest. */
export function triageAction(title: string, verb: TriageVerb, about: Standing): CardAction {
  const { what, number, version } = about;
  return verbAction(title, { verb, what, number, version } satisfies TriageData);
}

/** The buttons in the open, and what opens below them: the fix for the reporter, the rest for the helpdesk. */
export function triagePanels(
  content: CaseContent,
  about: Standing,
  choices: DeskChoices,
  forward: string | null,
): readonly CardElement[] {
  const fix = fixItems(content, about);
  // Without a diagnosis nothing can have fixed it, and nothing can be wrong.
  const decided = content.verdict !== 'undecided';
  const actions = [
    ...(fix.length === 0 ? [] : [toggle('Show the fix', FIX, [DESK, FORWARD])]),
    ...(about.state === 'resolved' || !decided ? [] : [triageAction('This fixed it', 'triage-fixed', about)]),
    nextStep(about),
    ...(about.state === 'resolved' && forward === null ? [] : [toggle('Helpdesk …', DESK, [FIX, FORWARD])]),
  ];
  return [
    { type: 'ActionSet', spacing: 'Medium', actions },
    ...(fix.length === 0 ? [] : [container(fix, { id: FIX, isVisible: false })]),
    container(deskItems(about, choices, forward, decided), { id: DESK, isVisible: false }),
    ...(forward === null ? [] : [container(forwardItems(content, forward), { id: FORWARD, isVisible: false })]),
  ];
}

/** What most often comes next. */
function nextStep(about: Standing): CardAction {
  switch (about.state) {
    case 'open':
    case 'reopened':
      return triageAction('Take', 'triage-take', about);
    case 'taken':
    case 'waiting':
      return triageAction('Resolved', 'triage-resolve', about);
    case 'resolved':
      return triageAction('Reopen', 'triage-reopen', about);
  }
}

/** The steps, the check, the code, and the way to the whole page. */
export function fixItems(content: CaseContent, about: Standing): CardElement[] {
  const { because, steps, check, consentLink, code, cause } = content;
  const more = because.slice(1, REASONS_IN_THE_OPEN);
  const items = [
    ...more.flatMap(reason),
    ...(steps.length === 0 ? [] : [heading('What to do')]),
    ...steps.flatMap((step, index) => numberedStep(step, index + 1)),
    ...(check === null ? [] : [heading('Check that it worked'), dataText(check.text, {}, { spacing: 'Small' })]),
    ...(check === null || check.command === null ? [] : [monospace(check.command)]),
    ...(code === null ? [] : [codeChoice(code)]),
  ];
  const actions = [
    ...(consentLink === null ? [] : [{ type: 'Action.OpenUrl', title: 'Open the consent page', url: consentLink }]),
    ...(cause === 'not-enough-evidence' ? [] : [triageAction('Full explanation', 'triage-explain', about)]),
  ];
  return actions.length === 0 ? items : [...items, { type: 'ActionSet', spacing: 'Small', actions }];
}

function codeChoice({ recipe, languages }: NonNullable<CaseContent['code']>): CardElement {
  return inputRow(
    {
      type: 'Input.ChoiceSet',
      id: LANGUAGE_INPUT,
      label: 'The code',
      value: languages[0],
      choices: languages.map((value) => ({ title: LANGUAGE_WORDS[value], value })),
    },
    verbAction('Show it', { verb: 'code', recipe }),
  );
}

function deskItems(
  about: Standing,
  { people, everybody, waitingFor }: DeskChoices,
  forward: string | null,
  decided: boolean,
): CardElement[] {
  const open = about.state !== 'resolved';
  const actions = [
    // In the open stands the other one of the two.
    ...(about.state === 'open' || about.state === 'reopened'
      ? [triageAction('Resolved', 'triage-resolve', about)]
      : []),
    ...(about.state === 'taken' || about.state === 'waiting' ? [triageAction('Take', 'triage-take', about)] : []),
    ...(about.wrong || !decided ? [] : [triageAction('Wrong diagnosis', 'triage-wrong', about)]),
    ...(forward === null ? [] : [toggle('Forward to admin', FORWARD, [])]),
  ];
  return [
    heading('For the helpdesk'),
    ...(open && (everybody || people.length > 0)
      ? [
          inputRow(
            {
              type: 'Input.ChoiceSet',
              id: ASSIGNEE_INPUT,
              label: 'Assign to',
              placeholder: 'Somebody of this channel',
              choices: people,
              ...(everybody
                ? { 'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' } }
                : {}),
            },
            triageAction('Assign', 'triage-assign', about),
          ),
        ]
      : []),
    ...(open
      ? [
          inputRow(
            {
              type: 'Input.ChoiceSet',
              id: WAITING_INPUT,
              label: 'Needs more, from',
              value: waitingFor[0]?.value,
              choices: waitingFor,
            },
            triageAction('Needs more', 'triage-wait', about),
          ),
        ]
      : []),
    ...(actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Medium', actions }]),
    ...(open
      ? [
          ownText(`Or write to me: “assign ${wordsOf(about)} @name”, “resolve ${wordsOf(about)}”.`, {
            isSubtle: true,
            size: 'Small',
          }),
        ]
      : []),
  ];
}

/** As commands name it: `17`, `incident 3`. */
function wordsOf({ what, number }: TriageSubject): string {
  return what === 'case' ? String(number) : `incident ${number}`;
}

function forwardItems({ consentLink }: CaseContent, forward: string): CardElement[] {
  return [
    heading('Copy this and send it on'),
    monospace(forward),
    ...(consentLink === null
      ? []
      : [
          {
            type: 'ActionSet',
            spacing: 'Small',
            actions: [{ type: 'Action.OpenUrl', title: 'Open the consent page', url: consentLink }],
          },
        ]),
  ];
}

function inputRow(input: CardElement, action: CardAction): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'stretch', items: [input] },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Bottom',
        items: [{ type: 'ActionSet', actions: [action] }],
      },
    ],
  };
}
