/** A permission that the owners of a team give for their team only (resource-specific consent). */
export interface TeamPermission {
  readonly name: string;
  readonly type: 'Application' | 'Delegated';
  /** For whoever uploads the package. */
  readonly why: string;
}

/**
 * What `--listen` adds. Of chats nothing is asked for (ChatMessage.Read.Chat): there is no triage in them. Neither are the
 * members of a channel (ChannelMember.Read.Group): the bot asks the conversation itself who is in it, which is open to it
 * wherever it was added.
 */
export const LISTEN_PERMISSIONS: readonly TeamPermission[] = [
  {
    name: 'ChannelMessage.Read.Group',
    type: 'Application',
    why: 'the bot gets every message of the channels of a team that consents, so that it can answer reports that do not mention it',
  },
];

/** As the manifest holds them. */
export function authorizationOf(permissions: readonly TeamPermission[]): unknown {
  return { permissions: { resourceSpecific: permissions.map(({ name, type }) => ({ name, type })) } };
}
