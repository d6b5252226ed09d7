import type { SettingName } from '../evidence.ts';

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const NEAR_GUID = /^[0-9a-f]{4,12}(?:-[0-9a-f]{2,12}){3,5}$/i;
const ADDRESS = /^(?:https?|api|msal[\w-]*|urn|ms-appx-web|spn|wss|[a-z][a-z0-9.+-]{2,40}):/i;
const TEMPLATE = /^(?:<.+>|\{\{?.+\}?\}|\$\{.+\}|%.+%|your.*|enter_.*|insert.*|undefined|null|none|)$/i;
const DOMAIN = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$/;
const OIDC_SCOPE =
  /^(?:openid|profile|email|offline_access|user_impersonation|access_as_user|full_access_as_app|impersonation|wl\.\w+)$/i;

/** Whether one word reads like a scope (RFC 6749 section 3.3, Entra's forms). */
function isScope(word: string): boolean {
  return (
    OIDC_SCOPE.test(word) ||
    /^\/?\.default$/.test(word) ||
    /^[A-Za-z][A-Za-z0-9]{1,40}(?:[.-][A-Za-z0-9_-]{1,60}){1,5}$/.test(word) ||
    (/^(?:https?:\/\/|api:\/\/|[0-9a-f]{8}-|[\w-]+:\/\/|\$?\{)/i.test(word) && word.length > 8)
  );
}

/**
 * Whether a value fits the setting. Names such as `scope`, `cloud`, `end` and `subject` are met in ordinary text as well:
 * only a value of the right shape makes a setting of them.
 *
 * @param quoted - a string or an element of a list; a bare word may be a variable of the code
 */
export function fits(name: SettingName, value: string, quoted: boolean): boolean {
  if (value.length > 600) return false;
  switch (name) {
    case 'scopes':
      return isScope(value) || (quoted && /^[\w.:/-]{2,200}$/.test(value) && !/^\d/.test(value));
    case 'authority':
      return (
        /^https?:\/\//i.test(value) ||
        (quoted && /^(?:common|organizations|consumers)$/.test(value)) ||
        (quoted && TEMPLATE.test(value) && value !== '')
      );
    case 'tenant':
      return GUID.test(value) ||
        NEAR_GUID.test(value) ||
        /^(?:common|organizations|consumers|botframework\.com)$/i.test(value) ||
        DOMAIN.test(value)
        ? !/^(?:self|this|config|settings|os|process|options)\./.test(value)
        : quoted && (TEMPLATE.test(value) || /^[\w.-]{3,60}$/.test(value));
    case 'client-id':
    case 'bot-app-id':
      return GUID.test(value) || NEAR_GUID.test(value) || (quoted && /^[\w<>{}$%. -]{0,80}$/.test(value));
    case 'certificate':
      return quoted || /^[0-9A-F]{40}$/i.test(value) || /\.(?:pfx|pem|cer|crt|key)$/i.test(value);
    case 'redirect-uri':
    case 'registered-redirect-uris':
      return (
        ADDRESS.test(value) ||
        /^\/[\w./-]*$/.test(value) ||
        (quoted && (TEMPLATE.test(value) || /^localhost/.test(value)))
      );
    case 'app-name':
      return /^[^\n"'`<>{}]{2,80}$/.test(value);
    case 'audience':
    case 'resource':
      return GUID.test(value) || ADDRESS.test(value) || (quoted && (TEMPLATE.test(value) || DOMAIN.test(value)));
    case 'account-types':
      return /^[\w ,.()/-]{3,160}$/.test(value);
    case 'public-client':
      return /^(?:true|false|yes|no|null|\$true|\$false)$/i.test(value);
    case 'grant':
      return /^(?:client_credentials|authorization_code|refresh_token|password|implicit|device_code|on_behalf_of|urn:[\w:.-]{10,100}|ClientCredentials|client-credentials|AuthorizationCode|Hybrid|ROPC)$/i.test(
        value,
      );
    case 'bot-app-type':
      return /^(?:multi[- ]?tenant|single[- ]?tenant|userassignedmsi|system_?assigned|)$/i.test(value);
    case 'valid-domains':
      return quoted && /^[*\w.:{}$-]{1,200}$/.test(value);
    case 'bot-connection':
      return quoted || /^[A-Za-z][\w.-]{2,60}$/.test(value);
    case 'instance':
      return (
        /^https?:\/\//i.test(value) ||
        /^login\./.test(value) ||
        /^AzureCloudInstance\./.test(value) ||
        /^AzureAuthorityHosts\./.test(value)
      );
    case 'cloud':
      return /^(?:azure\w{0,30}|usgov\w{0,10}|us-?government|global|public|china|germany|dod|us-?gov-?l[45]|gcc\w{0,5})$/i.test(
        value.replace(/^AzureEnvironment\./, ''),
      );
    case 'token-version':
      return /^(?:1|2|null)$/.test(value);
    case 'federated-subject':
      return /^(?:repo:|system:serviceaccount:|project_path:|sc:\/\/|\/eid1\/|organization:|p:\/\/)/.test(value);
    case 'response-mode':
      return /^(?:query|fragment|form_post|web_message)$/i.test(value);
    case 'same-site':
      return /^(?:SameSiteMode\.)?(?:lax|strict|none|unspecified)$/i.test(value);
    case 'token-cache':
      return quoted || /^(?:true|false|[\w.]{0,40}(?:cache|storage)[\w.]{0,40}(?:\(\))?)$/i.test(value);
    case 'time-zone':
      return quoted ? value.length <= 80 : /^(?:UTC|GMT|[A-Z][a-z]+\/[A-Z][\w/-]+)$/.test(value);
    case 'end-time':
    case 'client-secret':
    case 'secret-end':
    case 'told-actor':
    case 'told-api':
    case 'told-client-id':
    case 'told-tenant':
    case 'told-person':
    case 'told-mailbox':
    case 'told-permission':
    case 'told-redirect':
    case 'application-permissions':
    case 'delegated-permissions':
    case 'ungranted-permissions':
    case 'absent-scopes':
    case 'wanted-permissions':
    case 'person':
    case 'mailbox':
    case 'failed-policy':
    case 'issuer':
    case 'permission-api':
    case 'sasl-bearer':
    case 'sso-resource':
    case 'tab-page':
    case 'refused-audience':
    case 'refused-issuer':
    case 'presented-subject':
    case 'presented-issuer':
    case 'presented-audience':
    case 'misspelt-name':
      return false;
  }
}
