const FIELDS: Readonly<Record<string, string>> = {
  accesstoken: 'access_token',
  idtoken: 'id_token',
  idtokenhint: 'id_token',
  refreshtoken: 'refresh_token',
  clientassertion: 'client_assertion',
  assertion: 'assertion',
  userassertion: 'assertion',
  oboassertion: 'assertion',
  code: 'code',
  authorizationcode: 'code',
  authtoken: 'authtoken',
  tempauth: 'tempauth',
};
const ENDINGS: readonly (readonly [ending: string, field: string])[] = Object.entries(FIELDS);

/** The field a token was found under in the spelling of OAuth, `null` where the name says nothing. */
export function fieldOf(name: string | null): string | null {
  if (name === null) return null;
  const flat = name.replaceAll(/[^a-z0-9]/g, '');
  for (const [ending, field] of ENDINGS)
    if (flat === ending || (ending.length > 6 && flat.endsWith(ending))) return field;
  return flat === 'token' ? 'token' : null;
}

/** Whether it stands in an Authorization header, or behind the word Bearer. */
export function isSent(lower: string, start: number, name: string | null): boolean {
  const before = lower.slice(Math.max(0, start - 64), start);
  if (/bearer(?:[\s"'\\]|%20|\+){0,6}$/.test(before)) return !/token_type\W{1,4}bearer\W{0,6}$/.test(before);
  return name === 'authorization' || name === 'proxy-authorization';
}
