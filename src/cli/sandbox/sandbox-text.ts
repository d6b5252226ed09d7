import type { ListedFault, ListedState } from './control-client.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  token: 'The token as the API sees it',
  'getting-the-token': 'Getting the token',
  'person-and-policy': "The person and the tenant's policy",
  bot: 'The bot and its channel',
  service: 'Not the sign-in',
};

const MOST_REQUESTS = 10;

/** All faults by group, the ones that are on marked. */
export function faultList(faults: readonly ListedFault[]): string {
  const width = Math.max(0, ...faults.map(({ cause }) => cause.length));
  return [...Map.groupBy(faults, ({ group }) => group)]
    .map(([group, members]) => {
      const lines = members.map(({ cause, title, on }) => `${on ? '* ' : '  '}${cause.padEnd(width)}  ${title}`);
      return `${HEADINGS[group] ?? group}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** What is broken, who there is, and what was asked last. */
export function stateText({ faults, people, grants, requests }: ListedState): string {
  return [
    section(
      'Broken',
      faults.map(({ cause, says, tryIt }) => `${cause}: ${says} ${tryIt}`),
      'nothing',
    ),
    section(
      'People',
      people.map(({ name, userPrincipalName, kind }) => `${name} <${userPrincipalName}>, ${kind}`),
      'nobody',
    ),
    section(
      'Consents',
      grants.map(({ person, resource, scopes }) => `${person}: ${resource} ${scopes.join(' ')}`),
      'none',
    ),
    section('Last requests', requests.slice(0, MOST_REQUESTS).map(requestLine), 'none'),
  ].join('\n');
}

function requestLine({ at, method, path, status, code }: ListedState['requests'][number]): string {
  return `${new Date(at).toISOString().slice(11, 19)} ${method} ${path} ${status}${code === null ? '' : ` ${code}`}`;
}

function section(heading: string, lines: readonly string[], none: string): string {
  if (lines.length === 0) return `${heading}: ${none}\n`;
  return `${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
