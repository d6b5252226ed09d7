/** Somebody who talks to the bot, as their channel names them. A grant belongs to exactly one of these. */
export interface Person {
  /** Bot Framework's channel id: `msteams`, `slack`, `webchat`. */
  readonly channelId: string;
  /** `from.id` of their activities. */
  readonly userId: string;
  /** Their object id in Entra ID, where the channel says it. */
  readonly aadObjectId: string | null;
  /** The tenant of the conversation, where the channel says it. */
  readonly tenantId: string | null;
  /** For greeting only; never a key. */
  readonly name: string | null;
}

/** The key under which what belongs to a person is kept. Channel ids hold no slash. */
export function personKey(person: Pick<Person, 'channelId' | 'userId'>): string {
  return `${person.channelId}/${person.userId}`;
}
