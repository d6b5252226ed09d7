import type { AppRegistration, SandboxPerson, SandboxTenant } from '../../world/world.ts';
import type { RequestedScopes } from '../scopes.ts';
import { form, type PageForm } from './form.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';

/** What some permissions let an app do, in the words of a person. */
const MEANINGS: Readonly<Record<string, string>> = {
  'User.Read': 'Sign you in and read your profile',
  'Calendars.Read': 'Read your calendars',
  'Calendars.ReadWrite': 'Have full access to your calendars',
  'Calendars.Read.Shared': 'Read calendars you can access',
  'Calendars.ReadWrite.Shared': 'Read and write to your and shared calendars',
  'MailboxSettings.Read': 'Read your mailbox settings',
  'MailboxSettings.ReadWrite': 'Read and write your mailbox settings',
  'Mail.Read': 'Read your mail',
  'People.Read': 'Read the list of people you work with',
  'User.ReadBasic.All': 'Read the basic profiles of all users',
  offline_access: 'Keep the access that you give it',
  openid: 'Sign you in',
  profile: 'View your basic profile',
  email: 'View your email address',
};

export interface ConsentPage {
  readonly target: PageForm;
  readonly app: AppRegistration;
  readonly person: SandboxPerson;
  readonly tenant: SandboxTenant;
  readonly scopes: RequestedScopes;
}

/** What the app asks for, in front of the person who may grant it. */
export function consentPage({ target, app, person, tenant, scopes }: ConsentPage): string {
  const oidc = [...scopes.oidc].filter((name) => name === 'offline_access' || name === 'email');
  const publisher = app.homeTenantId === tenant.id ? tenant.domain : 'unverified';
  return page(
    'Permissions requested',
    html`<span class="who">${person.userPrincipalName}</span>
<h1>Permissions requested</h1>
<p><strong>${app.name}</strong> <span class="soft">${publisher}</span></p>
<p>This app would like to:</p>
<ul class="scopes">${scopes.names.map((name) => scopeItem(name, scopes.resource.name))}${oidc.map((name) => scopeItem(name, 'OpenID Connect'))}</ul>
<p class="soft">Accepting lets the app do this in your name until you sign out of it or take the consent back.</p>
${form(
  target,
  'consent',
  html`<div class="row reverse"><button class="main" name="answer" value="accept">Accept</button><button class="other" name="answer" value="decline">Cancel</button></div>`,
)}`,
  );
}

function scopeItem(name: string, resource: string): Html {
  return html`<li>${MEANINGS[name] ?? `Use ${name}`}<small>${name} · ${resource}</small></li>`;
}
