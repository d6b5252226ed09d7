/** Where Entra ID quotes the scopes that it refuses: `The scope A B C is not valid`, `asked for scope 'A' that doesn't exist`. */
const REFUSED = [
  /\bthe scopes? ['"]?([^'"\n]{1,500}?)['"]? (?:is not valid|are not valid|does not exist)/gi,
  /\bscope ['"]?([^'"\n]{1,500}?)['"]? (?:is not valid|does not exist)/gi,
  /asked for (?:scope|permission)s? ['"]([^'"\n]{1,300})['"]/gi,
  /value for scope ([^\n]{1,300}?) is not valid/gi,
];

/**
 * The scopes that a message quotes, as they were sent; empty where it quotes none.
 *
 * @param words a sentence of the sign-in service, at most a few hundred characters
 */
export function namedScopes(words: string): string[] {
  if (!/scope|permission/i.test(words)) return [];
  for (const pattern of REFUSED) {
    for (const [, quoted = ''] of words.matchAll(pattern)) {
      // «The provided value for the input parameter 'scope' is not valid» quotes the parameter's name.
      const scopes = quoted.split(/\s+/).filter((scope) => scope !== '');
      if (
        scopes.length > 0 &&
        scopes.some((scope) => /[.:/_]|^[a-z]{3,40}$/i.test(scope)) &&
        !/^(?:input|parameter|value|the|it|a|for)$/i.test(scopes[0] ?? '')
      )
        return scopes;
    }
  }
  return [];
}
