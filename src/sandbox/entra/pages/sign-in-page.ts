import { SAMPLE_PASSWORD } from '../../world/seed-people.ts';
import type { AppRegistration, SandboxPerson } from '../../world/world.ts';
import { form, type PageForm } from './form.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';

export interface SignInPage {
  readonly target: PageForm;
  readonly app: AppRegistration;
  readonly people: readonly SandboxPerson[];
  readonly userName: string;
  /** The sentence of Entra ID for what was wrong with the last try. */
  readonly problem: string | undefined;
}

const KIND_WORDS: Readonly<Record<SandboxPerson['kind'], string>> = {
  member: '',
  guest: 'guest',
  personal: 'personal',
};

/** Sample people to pick with one click, or a name and a password. */
export function signInPage({ target, app, people, userName, problem }: SignInPage): string {
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
<p class="soft">to continue to ${app.name}</p>
${problem === undefined ? [] : [html`<p class="problem" role="alert">${problem}</p>`]}
${form(target, 'person', html`<ul class="people">${people.map(personButton)}</ul>`)}
<hr>
${form(
  target,
  'password',
  html`<label for="username">User name</label>
<input id="username" name="username" type="email" autocomplete="off" value="${userName}" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="off" required>
<p class="soft">Everybody’s password is <code>${SAMPLE_PASSWORD}</code>.</p>
<div class="row reverse"><button class="main">Sign in</button><button class="other" name="cancel" value="1" formnovalidate>Cancel</button></div>`,
)}`,
  );
}

function personButton(person: SandboxPerson): Html {
  return html`<li><button class="person" name="person" value="${person.userPrincipalName}">
<span class="face" aria-hidden="true">${initials(person.displayName)}</span>
<span><b>${person.displayName}</b><small>${person.userPrincipalName}</small></span>
<small class="kind">${KIND_WORDS[person.kind]}</small></button></li>`;
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 2);
}
