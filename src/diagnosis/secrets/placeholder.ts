const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const ABSENT = /^(?:undefined|null|none|nil|nan|nothing|empty|\(null\)|system\.string)$/i;
const HIDDEN_WORD =
  /^[<[({*_\s]{0,4}(?:pii[ _-]?)?(?:[a-z]{2,20}[ _-]){0,3}(?:redacted|hidden|masked|removed|omitted|censored|sanitized|obfuscated|filtered|snip|snipped|truncated)[>\])}*_\s.!]{0,4}$/i;
const HIDDEN_RUN = /\*{3}|•{3}|●{3}|█{2}|…|\.{3}|x{5}|#{5}|_{6}/i;
/** In a long value five x in a row are chance. */
const HIDDEN_MARK = /\*{3}|•{3}|●{3}|█{2}|…|\.{3}/;
const LONG = 100;
const ONLY_MARKS = /^[*•●█xX#_.\-?…\s]{1,200}$/;
/** A template that was never filled in, or a reference to the place where the value is kept. */
const TEMPLATE =
  /^(?:<.{0,200}>?|\{\{.{0,200}|\$\{.{0,200}|\$\(.{0,200}|\$[A-Za-z_][\w:.]{0,100}|%[A-Za-z_]\w{0,60}%|#\{.{0,200}|@Microsoft\.KeyVault.{0,200}|\[.{0,200}|\{.{0,200}|__\w{1,60}__|!(?:Ref|Sub|GetAtt) .{0,100})$/i;
/** Code that fetches a value instead of stating one. */
const REFERENCE =
  /^(?:os\.|process\.env|env\.|environ|import\.meta|config[.[(]|configuration[.[(]|settings?[.[]|app\.config|self\.|this\.|args\.|options?\.|secrets\.|vars?\.|var\.|Environment\.|System\.getenv|getenv|Deno\.env|await |new |kv\.|(?:key)?vault[:./([])/i;
/** The name of a function that fetches it: letters only, as no generated value is. */
const FETCHER = /^(?:get|read|fetch|load)[A-Z_][A-Za-z_]*$/;
const TEMPLATE_WORDS: ReadonlySet<string> = new Set(
  (
    'a an my our the this that your yours some any new old test demo sample example dummy fake client app application appid azure ad aad entra bot ' +
    'microsoft graph user tenant secret secrets password passwd pwd pass token tokens value values key keys here id ids code codes refresh ' +
    'access bearer string text enter insert put paste add replace provide generated goes from portal registration with in of for and ' +
    'to be changeme change me todo tbd na n'
  ).split(' '),
);

/** What is left of a secret value: enough to see that it is empty, an ID instead of a value, or a placeholder. */
export type SecretShape = '(empty)' | '(guid)' | '(placeholder)' | '(hidden)' | '(undefined)' | '(secret)';

/** What is left of a secret value once the value itself is gone. */
export function secretShape(value: string): SecretShape {
  const bare = value.trim();
  if (bare === '') return '(empty)';
  if (GUID.test(bare)) return '(guid)';
  if (ABSENT.test(bare)) return '(undefined)';
  if (bare.length > LONG)
    return ONLY_MARKS.test(bare) || HIDDEN_MARK.test(bare.length > 400 ? bare.slice(-8) : bare)
      ? '(hidden)'
      : '(secret)';
  if (HIDDEN_WORD.test(bare) || HIDDEN_RUN.test(bare) || (ONLY_MARKS.test(bare) && bare.length > 2)) return '(hidden)';
  if (TEMPLATE.test(bare) || REFERENCE.test(bare) || FETCHER.test(bare) || madeOfTemplateWords(bare))
    return '(placeholder)';
  return '(secret)';
}

/** True where a value is plainly not a secret: empty, hidden, a template, the word undefined. A GUID is not a placeholder. */
export function isPlaceholder(value: string): boolean {
  const shape = secretShape(value);
  return shape !== '(secret)' && shape !== '(guid)';
}

/** Whether it is a GUID: ids are, and hardly a secret is. */
export function isGuid(value: string): boolean {
  return GUID.test(value);
}

/** `YOUR_CLIENT_SECRET`, `client-secret-value`, `yourSecretHere`: words of forms, never a generated value. */
function madeOfTemplateWords(value: string): boolean {
  if (value.length > 80 || /\d{2}/.test(value)) return false;
  if (/^(?:your|enter|insert|replace|paste)(?=[\W_A-Z]|the|app|client|secret|pass)/i.test(value)) return true;
  let words = 0;
  let start = -1;
  for (let at = 0; at <= value.length; at += 1) {
    const code = value.charCodeAt(at);
    const upper = code >= 0x41 && code <= 0x5a;
    const letter = upper || (code >= 0x61 && code <= 0x7a);
    const begins = upper && at > 0 && isLowerCase(value.charCodeAt(at - 1));
    if (start !== -1 && (!letter || begins)) {
      const word = value.slice(start, at).toLowerCase();
      if (!TEMPLATE_WORDS.has(word) && !isRunTogether(word)) return false;
      words += 1;
      start = -1;
    }
    if (letter && start === -1) start = at;
  }
  return words > 0;
}

function isLowerCase(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isRunTogether(word: string): boolean {
  return /^(?:client|app|access|refresh|my|your|user|the)(?:client|app)?(?:secret|password|token|id|key)(?:value|here)?$/.test(
    word,
  );
}
