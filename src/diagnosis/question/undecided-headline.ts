import { ownRolesOfPerson } from '../causes/permissions/service-role-rules.ts';
import { numberSays, shownByBroker } from '../causes/words/broker-answers.ts';
import { missesRefreshTokenOfApp, NO_REFRESH_TOKEN_FOR_APPS } from '../causes/words/no-refresh-token-for-apps.ts';
import { API_NAMES, sentence } from '../causes/words/wording.ts';
import { aadstsEntry } from '../codes/aadsts.ts';
import type { OtherVendor } from '../evidence/evidence.ts';
import { apiOfResource } from '../facts/api.ts';
import { isElsewhere } from '../facts/elsewhere.ts';
import type { Facts } from '../facts/facts.ts';
import { isOpenIdScope } from '../permissions/scope-resource.ts';
import { maskSecrets } from '../secrets/mask-secrets.ts';
import { plainRefusal } from './plain-refusals.ts';

const VENDOR_NAMES: Readonly<Record<OtherVendor, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
  aws: 'Amazon Web Services',
  slack: 'Slack',
  okta: 'Okta',
  auth0: 'Auth0',
  keycloak: 'Keycloak',
  atlassian: 'Atlassian',
  nextcloud: 'Nextcloud',
  openai: 'OpenAI',
  stripe: 'Stripe',
  docker: 'a Docker registry',
  npm: 'the npm registry',
  salesforce: 'Salesforce',
  zoom: 'Zoom',
  hubspot: 'HubSpot',
  shopify: 'Shopify',
  linkedin: 'LinkedIn',
  notion: 'Notion',
  twilio: 'Twilio',
  meta: 'Meta',
  x: 'X',
  zendesk: 'Zendesk',
  dropbox: 'Dropbox',
  spotify: 'Spotify',
  discord: 'Discord',
  paypal: 'PayPal',
  network: 'a VPN or proxy of the network',
  'other-service': 'another company’s service',
  'other-basic': 'a server that asks for a user name and password (Basic authentication)',
};

/** The first line where the paste does not decide: what is known, and never a cause made up. */
export function undecidedHeadline(facts: Facts, paste: string): string {
  const vendor = facts.of('vendor')[0];
  if (vendor !== undefined && isElsewhere(facts)) {
    return `This comes from ${VENDOR_NAMES[vendor.vendor]}, not from Microsoft: I know Microsoft Graph, Outlook and Entra ID, and will not guess at others.`;
  }
  if (paste.trim() === '') return 'There is no text in this.';
  const plain = plainRefusal(facts) ?? ownRolesOfPerson(facts);
  if (plain !== undefined) return plain;
  const code = facts.of('aadsts').at(-1);
  if (code !== undefined) {
    const name = code.family === 'AADSTS' ? aadstsEntry(code.code)?.name : null;
    return `${code.family}${code.code}${name ? ` (${name})` : ''} stands in this, but by itself it does not say what to change.`;
  }
  if (facts.status !== null && facts.status < 400)
    return `There is a ${facts.status} in this, which is no refusal, and nothing says what failed.`;
  if (facts.status !== null) {
    const where = facts.values.host ?? (facts.api === null ? 'The API' : sentence(API_NAMES[facts.api]));
    return `${where} answered ${facts.status}, and nothing in the paste says why.`;
  }
  const [shown] = shownByBroker(facts);
  if (shown !== undefined) return numberSays(shown);
  if (missesRefreshTokenOfApp(facts)) return NO_REFRESH_TOKEN_FOR_APPS;
  if (facts.token !== null) return tokenHeadline(facts);
  if (facts.evidence.length === 0) return 'I found no error, header, code, token or setting in this.';
  return 'There is not enough in this to say what is wrong.';
}

const MOST_NAMES = 6;
/** Claims may be pasted with anything behind them: only what looks like one is said. */
const PERMISSION = /^(?:[A-Za-z_]{1,40}(?:\.[A-Za-z_]{1,40}){1,3}|[a-z]{1,20}(?:_[a-z]{1,20}){0,4})$/;
const AUDIENCE = /^(?:https?:\/\/|api:\/\/|spn:)?[\w.:/-]{3,120}$/;

function sayable(aud: string | undefined): string | undefined {
  return aud !== undefined && AUDIENCE.test(aud) && maskSecrets(aud) === aud ? aud : undefined;
}

/** A token and nothing else: whom it is for and what it holds is what somebody wants to know of it. */
function tokenHeadline(facts: Facts): string {
  const { aud, scp, roles } = facts.claims;
  const api = aud === undefined ? null : apiOfResource(aud);
  if (api === 'azure-ad-graph')
    return 'This token is for Azure AD Graph, which has been retired; Microsoft Graph does not take it.';
  const name = api === null || api === 'own-api' ? sayable(aud) : API_NAMES[api];
  const names = (scp ?? roles ?? []).filter((each) => PERMISSION.test(each) && !isOpenIdScope(each));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const holds = names.length === 0 ? '' : ` (it holds ${names.slice(0, MOST_NAMES).join(', ')}${more})`;
  return `The token${name === undefined ? '' : ` for ${name}`} looks usable by itself${holds}: nothing in its claims explains a refusal.`;
}
