import { call, DENIED, ENTRA, graphError, INVALID_TOKEN, personToken, TENANT } from './pasted-calls.ts';

/** Pastes with a sure answer; whatever else is changed about them, it must stay. */
export const SURE: readonly { readonly name: string; readonly paste: string }[] = [
  {
    name: 'an audience against the address',
    paste: call({
      token: personToken({ aud: 'api://planner' }),
      body: graphError(INVALID_TOKEN, 'Access token validation failure.'),
    }),
  },
  {
    name: 'exp before the Date',
    paste: call({
      token: personToken(),
      headers: ['Date: Mon, 04 May 2026 11:30:00 GMT', 'Content-Type: application/json'],
    }),
  },
  {
    name: 'scp without the permission',
    paste: call({
      request: 'GET https://graph.microsoft.com/v1.0/me/messages',
      token: personToken({ scp: 'User.Read' }),
      status: '403 Forbidden',
      body: DENIED,
    }),
  },
  { name: 'an address that is not registered', paste: ENTRA.redirect('https://app.contoso.example/auth') },
  {
    name: 'a secret that is over',
    paste: `{"error":"invalid_client","error_description":"${ENTRA.secretExpired()}","error_codes":[7000222]}`,
  },
  { name: 'a wrapped password', paste: `AADSTS70002: Error validating credentials. ${ENTRA.wrongPassword}` },
  {
    name: 'throttling',
    paste: 'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 429 Too Many Requests\nRetry-After: 20',
  },
  {
    name: 'an issuer',
    paste: `WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer 'https://login.microsoftonline.com/${TENANT}/v2.0' is invalid"`,
  },
  { name: 'a policy', paste: `MsalUiRequiredException: ${ENTRA.blocked}` },
  {
    name: 'no account in the cache',
    paste: 'MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.',
  },
];

/** What people and tools do to a text without changing what it says. */
export const IRRELEVANT: readonly { readonly change: string; readonly made: (paste: string) => string }[] = [
  {
    change: 'German around it',
    made: (paste) =>
      `Hallo zusammen, seit gestern geht das hier nicht mehr:\n\n${paste}\n\nHat jemand eine Idee? Danke!`,
  },
  {
    change: 'French around it',
    made: (paste) => `Bonjour, depuis hier nous avons ceci :\n\n${paste}\n\nMerci d’avance`,
  },
  {
    change: 'Japanese around it',
    made: (paste) => `昨日から次のエラーが出ます。\n\n${paste}\n\nよろしくお願いします。`,
  },
  { change: 'quoted with >', made: (paste) => eachLine(paste, (line) => `> ${line}`) },
  {
    change: 'line numbers',
    made: (paste) => eachLine(paste, (line, index) => `${String(index + 1).padStart(4)} | ${line}`),
  },
  { change: 'Windows line ends', made: (paste) => paste.replaceAll('\n', '\r\n') },
  { change: 'indented', made: (paste) => eachLine(paste, (line) => `    ${line}`) },
  { change: 'a code fence', made: (paste) => `\`\`\`\n${paste}\n\`\`\`` },
  {
    change: 'header names in lower case',
    made: (paste) =>
      paste.replaceAll(/^(?:Authorization|Date|WWW-Authenticate|Retry-After|Content-Type)(?=:)/gm, (name) =>
        name.toLowerCase(),
      ),
  },
  {
    change: 'header names in capitals',
    made: (paste) =>
      paste.replaceAll(/^(?:Authorization|Date|WWW-Authenticate|Retry-After|Content-Type)(?=:)/gm, (name) =>
        name.toUpperCase(),
      ),
  },
  {
    change: 'a warning of Node.js before it',
    made: (paste) =>
      `(node:4711) [DEP0040] DeprecationWarning: The \`punycode\` module is deprecated. Please use a userland alternative instead.\n(Use \`node --trace-deprecation ...\` to show where the warning was created)\n${paste}`,
  },
  {
    change: 'a warning of Python before it',
    made: (paste) =>
      `/usr/lib/python3/dist-packages/urllib3/connectionpool.py:1013: InsecureRequestWarning: Unverified HTTPS request is being made to host 'proxy.contoso.example'.\n${paste}`,
  },
  {
    change: 'calls that worked before it',
    made: (paste) => `GET https://api.contoso.example/health\nHTTP/1.1 200 OK\n\n${paste}`,
  },
  {
    change: 'other names',
    made: (paste) =>
      paste
        .replaceAll('contoso', 'woodgrove')
        .replaceAll('planner', 'orbit')
        .replaceAll('fd4d0981-1de1-45e9-bad5-210b633298d5', '6a43e21f-c888-4a4c-abc3-502920e1b2c3'),
  },
  {
    change: 'thanks and a question behind it',
    made: (paste) => `${paste}\n\nIs this a known issue? We did not change anything. Thanks, Sam`,
  },
  { change: 'blank lines doubled', made: (paste) => paste.replaceAll('\n\n', '\n\n\n\n') },
];

function eachLine(paste: string, change: (line: string, index: number) => string): string {
  return paste.split('\n').map(change).join('\n');
}

/** The same evidence in another order or notation: two ways to write one paste. */
export const SAME: readonly { readonly change: string; readonly one: string; readonly other: string }[] = [
  {
    change: 'the body before the request',
    one: call({
      request: 'GET https://graph.microsoft.com/v1.0/me/messages',
      token: personToken({ scp: 'User.Read' }),
      status: '403 Forbidden',
      body: DENIED,
    }),
    other: `403 Forbidden\n${DENIED}\n\nGET https://graph.microsoft.com/v1.0/me/messages\nAuthorization: Bearer ${personToken()}`,
  },
  {
    change: 'the token behind the answer',
    one: call({ token: personToken({ aud: 'api://planner' }) }),
    other: `${call({})}\n\nThe token that we send: ${personToken({ aud: 'api://planner' })}`,
  },
  {
    change: 'the token decoded',
    one: call({
      request: 'GET https://graph.microsoft.com/v1.0/me/messages',
      token: personToken({ scp: 'User.Read' }),
      status: '403 Forbidden',
      body: DENIED,
    }),
    other: `${call({ request: 'GET https://graph.microsoft.com/v1.0/me/messages', status: '403 Forbidden', body: DENIED })}\n{"aud":"https://graph.microsoft.com","iss":"https://sts.windows.net/${TENANT}/","scp":"User.Read","tid":"${TENANT}","ver":"1.0"}`,
  },
  {
    change: 'the code before and behind its sentence in error_codes',
    one: `{"error":"invalid_client","error_codes":[7000222],"error_description":"${ENTRA.secretExpired()}"}`,
    other: `{"error_description":"${ENTRA.secretExpired()}","error":"invalid_client","error_codes":[7000222]}`,
  },
  {
    change: 'the Date in ISO form with an offset',
    one: call({ token: personToken(), headers: ['Date: Mon, 04 May 2026 11:30:00 GMT'] }),
    other: call({ token: personToken(), headers: ['Date: 2026-05-04T13:30:00+02:00'] }),
  },
  {
    change: 'the Date with +0000 in place of GMT',
    one: call({ token: personToken(), headers: ['Date: Mon, 04 May 2026 11:30:00 GMT'] }),
    other: call({ token: personToken(), headers: ['Date: Mon, 04 May 2026 11:30:00 +0000'] }),
  },
  {
    change: 'exp before and behind the other claims',
    one: `GET https://graph.microsoft.com/v1.0/me\n401\nDate: Mon, 04 May 2026 11:30:00 GMT\n{"aud":"https://graph.microsoft.com","exp":1777893000,"scp":"User.Read"}`,
    other: `GET https://graph.microsoft.com/v1.0/me\n401\nDate: Mon, 04 May 2026 11:30:00 GMT\n{"exp":1777893000,"scp":"User.Read","aud":"https://graph.microsoft.com"}`,
  },
  {
    change: 'the settings before and behind the error',
    one: `redirectUri: "https://app.contoso.example/auth"\n${ENTRA.redirect('https://app.contoso.example/auth')}`,
    other: `${ENTRA.redirect('https://app.contoso.example/auth')}\nredirectUri: "https://app.contoso.example/auth"`,
  },
  {
    change: 'the scopes in another order',
    one: call({
      request: 'GET https://graph.microsoft.com/v1.0/me/messages',
      token: personToken({ scp: 'Calendars.Read User.Read' }),
      status: '403 Forbidden',
      body: DENIED,
    }),
    other: call({
      request: 'GET https://graph.microsoft.com/v1.0/me/messages',
      token: personToken({ scp: 'User.Read Calendars.Read' }),
      status: '403 Forbidden',
      body: DENIED,
    }),
  },
  {
    change: 'the code in small letters',
    one: ENTRA.consent(),
    other: ENTRA.consent().replace('AADSTS', 'aadsts'),
  },
];
