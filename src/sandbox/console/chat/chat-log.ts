import { splitThread } from './place.ts';

export interface ChatMessage {
  readonly id: string;
  /** Object id of a person, or `bot`. */
  readonly from: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In a team channel: the id of the message that began the thread. */
  readonly thread: string | null;
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly unknown[];
  /** What the bot offers to be said. */
  readonly suggestions: readonly string[];
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Counts up with each change of the log. */
  readonly version: number;
}

export type NewMessage = Pick<ChatMessage, 'from' | 'name' | 'text'> &
  Partial<Pick<ChatMessage, 'id' | 'textFormat' | 'attachments' | 'suggestions'>>;

const KEPT = 200;
const ROOMS_KEPT = 100;

/** What was said, by room (a personal chat, the group, the channel). In memory; the oldest goes first. */
export class ChatLog {
  readonly #now: () => number;
  readonly #rooms = new Map<string, ChatMessage[]>();
  #version = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An id of a message to come: a thread is named after its first message. */
  nextId(): string {
    this.#version += 1;
    return String(this.#now() * 1000 + (this.#version % 1000));
  }

  add(conversationId: string, message: NewMessage): ChatMessage {
    const { room, thread } = splitThread(conversationId);
    const id = message.id ?? this.nextId();
    const added: ChatMessage = {
      id,
      from: message.from,
      name: message.name,
      at: this.#now(),
      thread,
      text: message.text,
      textFormat: message.textFormat ?? 'plain',
      attachments: message.attachments ?? [],
      suggestions: message.suggestions ?? [],
      edited: false,
      deleted: false,
      version: this.#bump(),
    };
    const kept = this.#room(room);
    kept.push(added);
    if (kept.length > KEPT) kept.shift();
    return added;
  }

  /** @returns `undefined` where there is no such message */
  change(
    conversationId: string,
    id: string,
    to: Partial<Pick<ChatMessage, 'text' | 'textFormat' | 'attachments' | 'suggestions'>> | 'deleted',
  ): ChatMessage | undefined {
    const kept = this.#room(splitThread(conversationId).room);
    const index = kept.findIndex((message) => message.id === id);
    const old = kept[index];
    if (old === undefined) return undefined;
    const changed: ChatMessage =
      to === 'deleted'
        ? { ...old, text: '', attachments: [], suggestions: [], deleted: true, version: this.#bump() }
        : { ...old, ...to, edited: true, version: this.#bump() };
    kept[index] = changed;
    return changed;
  }

  /** What is new or was changed after `version`, in the order of the room. */
  since(room: string, version: number): { readonly version: number; readonly messages: readonly ChatMessage[] } {
    const messages = (this.#rooms.get(room) ?? []).filter((message) => message.version > version);
    return { version: this.#version, messages };
  }

  #bump(): number {
    this.#version += 1;
    return this.#version;
  }

  #room(room: string): ChatMessage[] {
    const known = this.#rooms.get(room);
    if (known !== undefined) return known;
    if (this.#rooms.size >= ROOMS_KEPT) this.#rooms.delete(this.#rooms.keys().next().value ?? '');
    const made: ChatMessage[] = [];
    this.#rooms.set(room, made);
    return made;
  }
}
