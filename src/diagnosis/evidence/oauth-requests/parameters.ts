import { maskSecrets } from '../../secrets/mask-secrets.ts';
import { secretShape } from '../../secrets/placeholder.ts';

export type Parameters = Readonly<Record<string, string>>;

const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  'client_secret',
  'code',
  'refresh_token',
  'client_assertion',
  'assertion',
  'code_verifier',
  'password',
  'device_code',
  'access_token',
  'id_token',
  'id_token_hint',
  'subject_token',
  'actor_token',
]);
/** What the OAuth 2.0 family and Entra's own endpoints take. */
const PARAMETER_NAMES =
  'grant_type|client_id|client_secret|client_assertion_type|client_assertion|assertion|scope|resource|redirect_uri|response_type|response_mode|code_challenge_method|code_challenge|code_verifier|code|refresh_token|requested_token_use|username|password|device_code|subject_token|prompt|login_hint|domain_hint|claims|audience|tenant|state|nonce|client_info';
const MOST_PARAMETERS = 60;
const LONGEST_VALUE = 2000;

/** A query or a form body (application/x-www-form-urlencoded), decoded a parameter at a time. */
export function formParameters(raw: string): Parameters {
  const parameters: Record<string, string> = {};
  for (const pair of raw.split('&', MOST_PARAMETERS)) {
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals))
      .trim()
      .toLowerCase();
    if (!/^[a-z][\w.-]{0,40}$/.test(name) || Object.hasOwn(parameters, name)) continue;
    parameters[name] = kept(name, equals === -1 ? '' : decoded(pair.slice(equals + 1)).trim());
  }
  return parameters;
}

const PAIR = new RegExp(
  `(?<![\\w.])(["'\`]?)(${PARAMETER_NAMES})\\1[ \\t]{0,8}(?:=>|=(?!=)|:|,(?=[ \\t]{0,4}["'\`]))[ \\t]{0,8}` +
    `(?:[fbu@]?"([^"\\n]{0,8000})"|[fbu@]?'([^'\\n]{0,8000})'|\`([^\`\\n]{0,8000})\`|([^\\s,;"'\`{}()\\\\]{1,8000}|\\{\\{[^{}\\n]{1,60}\\}\\})?(\\(|\\[)?)`,
  'gi',
);

/** Parameters out of JSON, a dictionary, a hash table, or the options of a command. */
export function statedParameters(region: string): Parameters {
  const parameters: Record<string, string> = {};
  for (const match of region.matchAll(PAIR)) {
    const name = match[2]!.toLowerCase();
    if (Object.hasOwn(parameters, name)) continue;
    const string = match[3] ?? match[4] ?? match[5];
    const bare = match[6] ?? '';
    if (string === undefined && (match[7] !== undefined || isVariable(bare))) {
      // A variable of the code: nothing is known of its value but that there is one.
      if (SECRET_PARAMETERS.has(name) && bare !== '') parameters[name] = '(placeholder)';
      continue;
    }
    const value = string ?? bare;
    parameters[name] = kept(name, /%[0-9a-f]{2}/i.test(value) ? decoded(value) : value);
  }
  return parameters;
}

function isVariable(word: string): boolean {
  return (
    /^\$?[A-Za-z_][\w.]{0,80}$/.test(word) &&
    !/^(?:client_credentials|authorization_code|refresh_token|password|device_code|code|token|id_token|query|fragment|form_post|S256|plain|on_behalf_of|openid|none|consent|login|undefined|null|None)$/.test(
      word,
    ) &&
    !/^[A-Z][a-z]+\.[A-Z]/.test(word)
  );
}

/** The value as evidence may carry it: secrets by their shape only. */
function kept(name: string, value: string): string {
  if (SECRET_PARAMETERS.has(name)) return secretShape(value);
  const cut = value.slice(0, LONGEST_VALUE);
  return cut.length >= 16 ? maskSecrets(cut) : cut;
}

function decoded(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replaceAll(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
