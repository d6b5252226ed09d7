/** What kinds of turns are counted. A fixed list: types and names come from outside, and each new label is kept for ever. */
const TURN_KINDS = ['message', 'edit', 'delete', 'card', 'sign-in', 'extension', 'installed', 'other'] as const;
export type TurnKind = (typeof TURN_KINDS)[number];

const BY_TYPE: Readonly<Record<string, TurnKind>> = {
  message: 'message',
  messageUpdate: 'edit',
  messageDelete: 'delete',
  conversationUpdate: 'installed',
  installationUpdate: 'installed',
};

/** The kind of an activity, by its type and, for an invoke, its name. */
export function turnKind(type: string | undefined, name: string | undefined): TurnKind {
  if (type === 'invoke') {
    if (name?.startsWith('signin/')) return 'sign-in';
    if (name?.startsWith('composeExtension/')) return 'extension';
    return name === 'adaptiveCard/action' ? 'card' : 'other';
  }
  return type !== undefined && Object.hasOwn(BY_TYPE, type) ? (BY_TYPE[type] ?? 'other') : 'other';
}
