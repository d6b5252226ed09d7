import { type AdaptiveCard, adaptiveCard, container, dataRuns, heading, ownText, toggle } from './elements.ts';

/** How the faults of the sandbox are put together; the headings of the list of root causes. */
const FAULT_GROUP_WORDS = {
  token: 'The token',
  'getting-the-token': 'Getting the token',
  'person-and-policy': 'Person and policy',
  bot: 'The bot',
  service: 'The service',
} as const;
export type ListedFaultGroup = keyof typeof FAULT_GROUP_WORDS;

/** Something that the sandbox can break. */
export interface ListedFault {
  readonly cause: string;
  readonly group: ListedFaultGroup;
  readonly title: string;
  /** How a person who talks to the bot meets it. */
  readonly tryIt: string;
  readonly on: boolean;
}

const HOW = 'Say “break” and a name, such as: break client-secret-expired. “repair” mends everything.';

/** What is broken, and what can be: one group at a time, behind its button. */
export function faultsCard(faults: readonly ListedFault[]): AdaptiveCard {
  const on = faults.filter((fault) => fault.on);
  const groups = (Object.keys(FAULT_GROUP_WORDS) as ListedFaultGroup[])
    .map((group) => ({ group, members: faults.filter((fault) => fault.group === group) }))
    .filter(({ members }) => members.length > 0);
  const ids = groups.map(({ group }) => group);
  return adaptiveCard(faultsText(faults), [
    heading(on.length === 0 ? 'Nothing is broken now' : 'Broken now'),
    ...on.map((fault) => faultLine(fault, `${fault.title}. ${fault.tryIt}`)),
    ownText(HOW, { spacing: 'Small' }),
    {
      type: 'ActionSet',
      spacing: 'Medium',
      actions: groups.map(({ group, members }) =>
        toggle(
          `${FAULT_GROUP_WORDS[group]} (${members.length})`,
          group,
          ids.filter((id) => id !== group),
        ),
      ),
    },
    ...groups.map(({ group, members }) =>
      container(
        members.map((fault) => faultLine(fault, fault.title)),
        { id: group, isVisible: false, spacing: 'Small' },
      ),
    ),
  ]);
}

function faultLine({ cause }: ListedFault, says: string) {
  return dataRuns([{ text: cause, style: { fontType: 'Monospace', weight: 'Bolder' } }, { text: `  ${says}` }], {
    spacing: 'Small',
  });
}

/** The same for clients without cards. */
export function faultsText(faults: readonly ListedFault[]): string {
  const on = faults.filter((fault) => fault.on);
  const broken =
    on.length === 0
      ? ['Nothing is broken now.']
      : ['Broken now:', ...on.map(({ cause, tryIt }) => `- ${cause}: ${tryIt}`), 'Say “repair” to mend it.'];
  const others = faults.filter((fault) => !fault.on).map((fault) => fault.cause);
  return [...broken, '', `Say “break” and one of: ${others.join(', ')}.`].join('\n');
}
