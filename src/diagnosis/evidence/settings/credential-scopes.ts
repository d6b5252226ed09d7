import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

/**
 * Azure Identity in its languages: `get_token("…")`, `getToken("…")`, `new TokenRequestContext(new[] { "…" })`, and the
 * provider of bearer tokens; MSAL.NET: `AcquireTokenForClient(new[] { "…" })`, and its like in Python, Go and Java.
 */
const ASKING = [
  'get_token(',
  'gettoken(',
  'tokenrequestcontext(',
  'token_provider(',
  'tokenprovider(',
  'acquiretokenforclient(',
  'acquiretokenonbehalfof(',
  'acquiretokeninteractive(',
  // MSAL for Python, Go and Java.
  'acquire_token_for_client(',
  'acquire_token_on_behalf_of(',
  'acquiretokenbycredential(',
  'clientcredentialparameters.builder(',
].map(literal);
/** The first string behind it that is an address. */
const SCOPE = /[^"'`\n;]{0,90}["'`]((?:https:\/\/|api:\/\/)[^\s"'`]{4,120})["'`]/y;
const MOST = 10;

/** Which API the code asks a credential's token for. learn.microsoft.com/dotnet/api/azure.core.tokenrequestcontext */
export function credentialScopes(text: MappedText, add: AddSetting): void {
  let seen = 0;
  for (const asking of ASKING) {
    for (const at of placesOf(text, asking)) {
      if (++seen > MOST) return;
      SCOPE.lastIndex = at + asking.text.length;
      const scope = SCOPE.exec(text.text)?.[1];
      if (scope === undefined) continue;
      const resource = scope.replace(/\/\.default$/, '');
      add('resource', text.text.slice(at, at + asking.text.length - 1), [resource], at, SCOPE.lastIndex);
    }
  }
}
