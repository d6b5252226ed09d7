/** Three pastes for somebody who meets the bot for the first time, each one line as a person would copy it. */
export const THINGS_TO_PASTE: readonly { readonly what: string; readonly text: string }[] = [
  {
    what: 'the header of a refused calendar call',
    text:
      'WWW-Authenticate: Bearer client_id="00000002-0000-0ff1-ce00-000000000000", ' +
      'authorization_uri="https://login.windows.net/common/oauth2/authorize", error="invalid_token", ' +
      'error_description="The audience claim value is invalid for current resource. Audience claim is ' +
      "'https://graph.microsoft.com/', request url is 'https://outlook.office.com/api/v2.0/me/events'.\"",
  },
  {
    what: 'the text of a sign-in page',
    text:
      "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match the redirect URIs " +
      "configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.",
  },
  {
    what: 'the answer of the token endpoint',
    text:
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent ' +
      'in the request is the client secret value, not the client secret ID, for a secret added to app ' +
      '\'2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21\'.","error_codes":[7000215]}',
  },
];
