import type { SandboxPerson } from '../../world/world.ts';
import { form, type PageForm } from './form.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** The second factor: a button stands for the phone. */
export function secondFactorPage(target: PageForm, person: SandboxPerson): string {
  const enrolled = person.mfaRegistered !== false;
  const title = enrolled ? 'Approve sign-in request' : 'More information required';
  return page(
    title,
    html`<span class="who">${person.userPrincipalName}</span>
<h1>${title}</h1>
<p>${
      enrolled
        ? 'The organisation asks for a second factor. On a real tenant your phone would show a number now; here a click is enough.'
        : 'The organisation asks for a second factor, and there is none for this account yet. A click registers one.'
    }</p>
${form(
  target,
  'second-factor',
  html`<div class="row reverse"><button class="main" name="answer" value="approve">Approve</button><button class="other" name="answer" value="decline">Deny</button></div>`,
)}`,
  );
}
