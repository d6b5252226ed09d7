/** Traces of machines: what is pasted with them is evidence, not a wish for an event. */
const TRACES: readonly RegExp[] = [
  /\bHTTP\/\d/,
  /\bBearer\s+ey/i,
  /\bey[A-Za-z0-9_-]{10,}\./,
  /\bAADSTS\d{4,}/i,
  /\b(?:WWW-)?Authenticat(?:e|ion):\s/i,
  /"(?:error|code|message|status|exp|iat|nbf|aud|iss)"\s*:/,
  // Within its line: a run of empty lines must not be walked again from each of them.
  /^[^\S\n]*at[^\S\n]+[\w.$<>]+[^\S\n]?\(/m,
  /\b(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE)\b[\s:[\]]/,
  /\bException\b|\bTraceback\b|\bstack trace\b/i,
  /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{3}|Z|[+-]\d{2}:?\d{2})/,
  /\b(?:GET|POST|PATCH|PUT|DELETE)\s+(?:https?:\/\/|\/)/,
  /\[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:/,
  /^(?:Date|Content-Type|request-id|client-request-id|Server|Expires|Last-Modified|If-Modified-Since|Set-Cookie):\s/im,
];

/** Whether a message is, or holds, something that a program wrote. */
export function holdsMachineText(message: string): boolean {
  return TRACES.some((trace) => trace.test(message));
}

/** Words of the trade of this program: a message about a 401 is a question for the diagnosis. */
export const AUTH_WORDS: RegExp =
  /\b(?:401|403|unauthori[sz]ed|jwt|access token|refresh token|bearer|aadsts\w*|oauth|scopes?|consent|client secret|app registration|expired token|token (?:is|has|expired|expires)|calendars\.read\w*|\/me\/\w+|graph api|throttl\w{2,4}|invalid_grant|invalid_client)\b/i;
