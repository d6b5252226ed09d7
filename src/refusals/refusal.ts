/**
 * A request that Entra ID, the token service, Graph or the channel refused, as it came: what the engine reads when why401
 * itself fails. The engine gets it as text, in the form that a person would paste.
 */
export interface Refusal {
  readonly request: {
    readonly method: string;
    /** The address of the real service, also where a sandbox answered in its place. Codes and secrets in its query are masked. */
    readonly url: string;
    /** Names of what was asked for, where the request had a scope. */
    readonly scopes?: readonly string[];
    /** Of a request to a token endpoint (RFC 6749): the same code means one thing of a code and another of a refresh token. */
    readonly grantType?: string;
    /** The app that asked, where the request named it. */
    readonly clientId?: string;
  };
  /** The status and what came with it; absent where no HTTP answer came (a library's error, no connection). */
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** An error of a library or of the network: its name, code and message. */
  readonly error?: { readonly name: string; readonly code?: string; readonly message: string };
  /** The access token that was sent, as its decoded claims; never the token. */
  readonly claims?: Readonly<Record<string, unknown>>;
}
