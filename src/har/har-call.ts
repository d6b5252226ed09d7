/** A header as it was sent, its name in any case. */
export interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** One recorded call: a request and what came back. */
export interface HarCall {
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: readonly HarHeader[];
  /** The posted text; empty where there was none. */
  readonly sent: string;
  /** 0 where no answer came: blocked, aborted, no connection. */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly HarHeader[];
  /** The text that came back, cut; empty where it was not recorded or is no text. */
  readonly received: string;
  /** The address that a redirect leads to; empty where there is none. */
  readonly redirect: string;
  /** Why there was no answer, as the browser says it; empty where there was one. */
  readonly error: string;
}

/** The first header of this name. */
export function headerOf(headers: readonly HarHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}
