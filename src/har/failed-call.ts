import { type HarCall, headerOf } from './har-call.ts';

/** How a call failed; what a browser shows as an error is often not in the status. */
export type FailureForm =
  | 'status'
  /** OpenID Connect and OAuth tell errors to the app in the address (RFC 6749, section 4.1.2.1). */
  | 'error-in-address'
  /** Entra ID's own error page: it comes with status 200. */
  | 'error-page'
  | 'no-answer';

const SIGN_IN_HOST =
  /^(?:login\.(?:microsoftonline\.(?:com|us)|microsoft\.com|windows\.net|live\.com|partner\.microsoftonline\.cn|chinacloudapi\.cn)|[\w-]{1,100}\.(?:b2clogin|ciamlogin)\.com)$/;
const CODE = /AAD(?:STS|B2C) ?\d{4,7}/;
const ERROR_FIELD = /[?&#]error=[^&#]/;
const DESCRIPTION_FIELD = /[?&#](?:error_description|error_subcode|error_uri)=|AAD(?:STS|B2C)\d{4,7}/;

/** How this call failed; `null` where it did not. */
export function failureForm(call: HarCall): FailureForm | null {
  const { status, url, received } = call;
  if (status >= 400) return 'status';
  if (tellsError(url.href) || tellsError(redirectOf(call))) return 'error-in-address';
  if (status === 0) return 'no-answer';
  return isSignInHost(url) && CODE.test(received) ? 'error-page' : null;
}

/** Whether Entra ID, a B2C tenant or an external-id tenant answers there. */
export function isSignInHost({ hostname }: URL): boolean {
  return SIGN_IN_HOST.test(hostname);
}

/** Where the answer sent the browser: by the recording’s own field, else by the header. */
export function redirectOf({ redirect, responseHeaders }: HarCall): string {
  return redirect === '' ? (headerOf(responseHeaders, 'location') ?? '') : redirect;
}

function tellsError(address: string): boolean {
  return ERROR_FIELD.test(address) && DESCRIPTION_FIELD.test(address);
}
