import type { Person } from './day-crowd.ts';

/** An activity as Teams posts it, without the address that answers go to. */
export type TeamsActivity = Readonly<Record<string, unknown>> & { readonly id: string };

const HELPDESK_BOT = { id: '28:3f0c7d52-why401', name: 'why401' };
const TENANT = '6b1f4c1f-4f0e-4a8a-8c0a-0c7d4f1b0f2e';
const TEAM = '19:helpdesk-team@thread.tacv2';
const GROUP = '0e6d3a52-7c1b-4b8e-9f60-2a4c8d1e5b73';
const MENTION = `<at>${HELPDESK_BOT.name}</at>`;

export interface Said {
  readonly id: string;
  readonly at: number;
  readonly person: Person;
  readonly room: string;
  /** The message that began the thread. */
  readonly root: string;
  /** What was typed and pasted, its parts in order. */
  readonly parts: readonly SaidPart[];
  /** How Teams sends it: as the plain text, or with its HTML beside it. */
  readonly form: 'text' | 'html' | 'html-code';
  /** Whether the bot is named. */
  readonly mentioned: boolean;
  /** Somebody else who is named. */
  readonly others?: Person;
}

export interface SaidPart {
  readonly kind: 'words' | 'paste';
  readonly text: string;
}

export function threadIn(room: string, root: string): string {
  return `${room};messageid=${root}`;
}

/** The id of a message in a team channel: the instant at which it was sent. */
export function messageId(at: number): string {
  return String(at);
}

export function messageOf(said: Said): TeamsActivity {
  return { ...envelope(said, said.at), type: 'message', ...contentOf(said) };
}

/** The same message, changed: its id stays. */
export function editOf(said: Said, at: number): TeamsActivity {
  const { channelData, ...rest } = envelope(said, at);
  return {
    ...rest,
    type: 'messageUpdate',
    channelData: { ...channelData, eventType: 'editMessage' },
    ...contentOf(said),
  };
}

export function deletionOf(said: Said, at: number): TeamsActivity {
  const { channelData, ...rest } = envelope(said, at);
  return { ...rest, type: 'messageDelete', channelData: { ...channelData, eventType: 'softDeleteMessage' } };
}

function envelope({ id, person, room, root, mentioned, others }: Said, at: number) {
  return {
    id,
    timestamp: new Date(at).toISOString(),
    localTimezone: 'Europe/Berlin',
    channelId: 'msteams',
    from: person,
    recipient: HELPDESK_BOT,
    conversation: { id: threadIn(room, root), conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: {
      teamsChannelId: room,
      teamsTeamId: TEAM,
      channel: { id: room, name: 'Helpdesk' },
      team: { id: TEAM, aadGroupId: GROUP, name: 'IT' },
      tenant: { id: TENANT },
    },
    entities: [
      { type: 'clientInfo', locale: 'en-US', country: 'DE', platform: 'Windows', timezone: 'Europe/Berlin' },
      ...(mentioned ? [{ type: 'mention', text: MENTION, mentioned: HELPDESK_BOT }] : []),
      ...(others === undefined ? [] : [{ type: 'mention', text: `<at>${others.name}</at>`, mentioned: others }]),
    ],
  };
}

/** With HTML beside it Teams sends a text in which line breaks and runs of spaces are lost. */
function contentOf({ parts, form, mentioned, others }: Said) {
  const plain = parts.map((part) => part.text).join('\n');
  const text = others === undefined ? plain : plain.replace(/@\p{L}+/u, `<at>${others.name}</at>`);
  const lead = mentioned ? `${MENTION} ` : '';
  if (form === 'text') return { text: `${lead}${text}`, textFormat: 'plain' };
  const html = parts
    .map((part) => (part.kind === 'words' ? wordsHtml(part.text) : pasteHtml(part.text, form)))
    .join('');
  const mark = mentioned
    ? `<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${HELPDESK_BOT.name}</span>&nbsp;</p>`
    : '';
  return {
    text: `${lead}${text.replace(/\s+/g, ' ')}`,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div>${mark}${html}</div>` }],
  };
}

function wordsHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line === '' ? '&nbsp;' : escaped(line)}</p>`)
    .join('\n');
}

function pasteHtml(text: string, form: Said['form']): string {
  if (form === 'html-code')
    return `<codeblock class="Plaintext"><code>${text.split('\n').map(escaped).join('<br>')}</code></codeblock>`;
  return `<p>${text.split('\n').map(escaped).map(indented).join('<br>\n')}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The editor keeps runs of spaces as spaces that do not break. */
function indented(line: string): string {
  return line.replace(/^ +| {2,}/g, (gap) => '&nbsp;'.repeat(gap.length));
}
