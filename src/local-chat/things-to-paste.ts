/** Three pastes for somebody who meets the bot for the first time: lines of the files in examples/, each one line to copy. */
export const THINGS_TO_PASTE: readonly { readonly what: string; readonly text: string }[] = [
  {
    what: 'the header of a refused calendar call',
    text:
      'WWW-Authenticate: Bearer realm="", ' +
      'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
      'client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", ' +
      'error_description="Continuous access evaluation resulted in challenge with result: InteractionRequired ' +
      'and code: TokenIssuedBeforeRevocationTimestamp", ' +
      'claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzc3ODkwMDAwIn19fQ=="',
  },
  {
    what: 'the text of a sign-in page',
    text:
      "AADSTS50011: The redirect URI 'http://localhost:5000/callback/' specified in the request does not match " +
      "the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'. Make sure the " +
      'redirect URI sent in the request matches one added to your application in the Azure portal.',
  },
  {
    what: 'what a program logs when the token endpoint refuses it',
    text:
      'msal.exceptions: {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret ' +
      'provided. Ensure the secret being sent in the request is the client secret value, not the client secret ' +
      'ID, for a secret added to app \'2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21\'.", "error_codes": [7000215]}',
  },
];
