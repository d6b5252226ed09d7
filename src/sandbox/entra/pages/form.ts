import { type Html, html } from './html.ts';

/** Where the pages' forms go, and the sign-in that they belong to. */
export interface PageForm {
  readonly action: string;
  readonly flow: string;
}

/** @param step which page was answered */
export function form(target: PageForm, step: string, content: Html): Html {
  return html`<form method="post" action="${target.action}" data-step="${step}">
<input type="hidden" name="flow" value="${target.flow}">
<input type="hidden" name="step" value="${step}">
${content}
</form>`;
}
