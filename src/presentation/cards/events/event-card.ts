import type { EventDraft } from '../../../calendar/event/draft.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import { openableUrl } from '../../plain-data.ts';
import { type AdaptiveCard, adaptiveCard, type CardAction, container, dataText, ownText, toggle } from '../elements.ts';
import { verbAction } from '../verb-action.ts';
import { draftForm } from './draft-form.ts';
import { eventLines, lineElement, titleWords } from './event-lines.ts';

/** An event that was made here. */
export interface EventView {
  readonly id: string;
  readonly version: number;
  readonly draft: EventDraft;
  readonly now: LocalTime;
  readonly webLink: string | null;
  readonly joinUrl: string | null;
  /** Whether it may still be undone. */
  readonly undoable: boolean;
  /** What was just done with it: «Moved.» */
  readonly said: string;
  readonly problems?: readonly string[];
}

const EDIT = 'event-edit';

/** The event as it stands, with what may still be done with it. */
export function eventCard(view: EventView): AdaptiveCard {
  const { draft, now } = view;
  const data = (verb: string, more: Readonly<Record<string, unknown>> = {}) => ({
    verb,
    draft: view.id,
    version: view.version,
    ...more,
  });
  const links: CardAction[] = [];
  const web = view.webLink === null ? null : openableUrl(view.webLink);
  const join = view.joinUrl === null ? null : openableUrl(view.joinUrl);
  if (web !== null) links.push({ type: 'Action.OpenUrl', title: 'Open in Outlook', url: web });
  if (join !== null) links.push({ type: 'Action.OpenUrl', title: 'Join', url: join });
  return adaptiveCard(
    eventText(view),
    [
      ownText(view.said, { color: 'Good', weight: 'Bolder', size: 'Small' }),
      dataText(titleWords(draft.title?.value), { size: 'Large', weight: 'Bolder' }),
      ...eventLines(draft, now).map(lineElement),
      ...(draft.guests.length === 0 ? [] : [ownText(INVITED, { isSubtle: true, size: 'Small', spacing: 'Small' })]),
      ...(view.problems ?? []).map((problem) =>
        container([dataText(problem)], { style: 'attention', spacing: 'Small' }),
      ),
      ...(links.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Small', actions: links }]),
      container(
        [
          ...draftForm(draft),
          { type: 'ActionSet', spacing: 'Small', actions: [verbAction('Save', data('event-save'))] },
        ],
        { id: EDIT, isVisible: false, spacing: 'Medium' },
      ),
    ],
    [
      ...(view.undoable ? [verbAction('Undo', data('event-undo'))] : []),
      ...(draft.allDay
        ? []
        : [
            verbAction('30 min later', data('event-move', { minutes: 30 })),
            verbAction('30 min earlier', data('event-move', { minutes: -30 })),
          ]),
      toggle('Change', EDIT, []),
    ],
  );
}

const INVITED = 'They have got an invitation from Outlook.';

/** The same for clients without cards. */
export function eventText(view: EventView): string {
  const { draft, now, webLink, joinUrl } = view;
  return [
    `${view.said} ${titleWords(draft.title?.value)}`,
    ...eventLines(draft, now).map(({ label, value }) => `${label}: ${value}`),
    ...(draft.guests.length === 0 ? [] : [INVITED]),
    ...(view.problems ?? []),
    ...(webLink === null ? [] : [`In Outlook: ${webLink}`]),
    ...(joinUrl === null ? [] : [`Join: ${joinUrl}`]),
    ...(view.undoable ? ['Reply undo within ten minutes to remove it.'] : []),
  ].join('\n');
}

/** What is left of a card when there is nothing more to do with it. */
export function endedEventCard(title: string | null, words: string): AdaptiveCard {
  const shown = titleWords(title);
  return adaptiveCard(`${words} ${shown}`, [
    ownText(words, { weight: 'Bolder', size: 'Small' }),
    dataText(shown, { isSubtle: true }),
  ]);
}
