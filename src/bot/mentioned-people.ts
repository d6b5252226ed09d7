import type { Activity } from 'botbuilder';
import { isObject } from './is-object.ts';

/** Somebody whom a message mentions. */
export interface MentionedPerson {
  readonly id: string;
  /** As the channel says it, else as it stands in the message; empty where neither tells. */
  readonly name: string;
  readonly objectId: string | null;
}

/** The people whom a message mentions, each once, without the bot. */
export function mentionedPeople({ entities, recipient }: Activity): readonly MentionedPerson[] {
  const found = new Map<string, MentionedPerson>();
  for (const entity of (Array.isArray(entities) ? entities : []) as readonly unknown[]) {
    if (!isObject(entity) || entity.type !== 'mention' || !isObject(entity.mentioned)) continue;
    const { id, name, aadObjectId } = entity.mentioned;
    if (typeof id !== 'string' || id === '' || id === recipient?.id) continue;
    const shown = typeof name === 'string' ? name : textOfMention(entity.text);
    found.set(id, { id, name: shown, objectId: typeof aadObjectId === 'string' ? aadObjectId : null });
  }
  return [...found.values()];
}

function textOfMention(text: unknown): string {
  return typeof text === 'string' ? text.replace(/<[^<>]{0,100}>/g, '').trim() : '';
}
