/** A request as one of the readers of this folder saw it; offsets are in the unwrapped text. */
export interface SeenRequest {
  readonly start: number;
  /** After the address. */
  readonly end: number;
  readonly method: string | null;
  readonly host: string | null;
  readonly path: string;
  readonly query: readonly string[];
  /**
   * `message` a request line whose headers and body follow it; `command` a curl command, which shows all that was sent;
   * `code` a call in a program or an address in a sentence.
   */
  readonly form: 'message' | 'command' | 'code';
  /** It ended in `HTTP/1.1`: what follows are its headers as they were sent. */
  readonly versioned: boolean;
  /** A sign-in request or another address that is no call to an API: kept only so that a status after it is read. */
  readonly ignored: boolean;
  /** A body that was part of the command. */
  readonly bodyAt?: number;
  /** Its id as a member of a `$batch`. */
  readonly partOfBatch?: string;
  /** The message or the stack of an error names it. */
  readonly failed?: true;
}
