import type { SettingName } from '../evidence.ts';

/**
 * Whether a key that reads like a setting belongs to something another reader reads: a query or form parameter,
 * a challenge, a token's payload, the answer of a token endpoint.
 */
export function isOfAnotherReader(text: string, lower: string, name: SettingName, key: string, at: number): boolean {
  const previous = text[at - 1];
  if (previous === '?' || previous === '&' || previous === '#') return name !== 'bot-connection';
  if (name === 'client-id') return key === 'appid' || isInChallenge(lower, at);
  if (name === 'authority') return /authorization_uri/i.test(key) || isInChallenge(lower, at);
  if (name === 'scopes') return isInTokenAnswer(lower, at) || (key === 'permissions' && previous !== '"');
  if (name === 'time-zone') return /^tz$/i.test(key) && previous !== '"' && previous !== "'";
  return false;
}

/** A key that begins its line, quoted as in JSON or not, and the end of the line before. */
const OWN_LINE = /([^\n]{0,8})\n["']?$/;

function isInChallenge(lower: string, at: number): boolean {
  // RFC 9110 section 11.6.1: commas part the parameters, so a line of its own behind one that ends without is none.
  const line = OWN_LINE.exec(lower.slice(Math.max(0, at - 24), at))?.[1];
  if (line !== undefined && !line.trimEnd().endsWith(',')) return false;
  const around = lower.slice(Math.max(0, at - 400), at + 120);
  const near = around.slice(Math.max(0, around.lastIndexOf('\n\n', Math.min(400, at))));
  return /trusted_issuers|authorization_uri|www-authenticate/.test(near);
}

function isInTokenAnswer(lower: string, at: number): boolean {
  const around = lower.slice(Math.max(0, at - 200), at + 400);
  return /["']token_type["']|["']expires_in["']/.test(around);
}
