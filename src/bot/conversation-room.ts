/** Teams writes the message that began a thread behind the id of its channel: `19:…@thread.tacv2;messageid=…`. */
export const THREAD_MARK = ';messageid=';

/** The id of a conversation without its thread. */
export function roomOf(conversation: string): string {
  const mark = conversation.indexOf(THREAD_MARK);
  return mark === -1 ? conversation : conversation.slice(0, mark);
}
