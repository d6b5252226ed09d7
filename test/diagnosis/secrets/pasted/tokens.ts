import {
  AN_HOUR_AGO,
  accessToken,
  base64,
  CLIENT,
  clientAssertion,
  encryptedToken,
  expiredToken,
  generated,
  guid,
  IN_AN_HOUR,
  idToken,
  type LabelledPaste,
  masked,
  paste,
  personalRefreshToken,
  personalTicket,
  refreshToken,
  TENANT,
  tokenPieces,
  told,
  toldToken,
} from './pasted-secrets.ts';

const t = accessToken;
const wrapped = (token: string, width: number, prefix = ''): string =>
  (token.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => prefix + line).join('\n');

/** As far as a line end does not stand in it. */
const piecesIn = (text: string, token: string): readonly string[] =>
  [...tokenPieces(token), token.slice(-12)].filter((piece) => text.includes(piece));

const v2 = t(11, undefined, { aud: CLIENT, iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0' });
const sasl = base64(`user=ines@contoso.example\u0001auth=Bearer ${t(21)}\u0001\u0001`);
const numbered = (t(31).match(/.{1,90}/g) ?? []).map((line, index) => `${index + 1}: ${line}`).join('\n');
const mailed = wrapped(t(32), 72, '> ');
const cut = t(41).slice(0, 300);
const half = t(42);
const ticket = personalTicket(51);
const pft = `PFT.${generated(52, 300)}`;
const cached = refreshToken(61);
const frt = refreshToken(62);
const opaque = `eyJ${generated(63, 60)}`;

/** Access, refresh and ID tokens, in the forms in which terminals, mails, logs and programs give them. */
export const TOKENS: readonly LabelledPaste[] = [
  paste(
    'version 1, a header and an answer',
    `GET https://graph.microsoft.com/v1.0/me/messages\nAuthorization: Bearer ${t(10)}\n\nHTTP/1.1 403 Forbidden\nrequest-id: ${guid(1)}\n{"error":{"code":"ErrorAccessDenied"}}`,
    [toldToken('access-token', t(10))],
    [guid(1), 'ErrorAccessDenied'],
  ),
  paste(
    'version 2, in the answer of the token endpoint',
    `{"token_type":"Bearer","scope":"api://${CLIENT}/access_as_user","expires_in":3599,"ext_expires_in":3599,"access_token":"${v2}"}`,
    [toldToken('access-token', v2)],
    [`api://${CLIENT}/access_as_user`, '3599'],
  ),
  paste(
    'one that has expired',
    `Lifetime validation failed, the token is expired. x-ms-correlation ${guid(2)}\nBearer ${expiredToken(12)}`,
    [toldToken('access-token', expiredToken(12), AN_HOUR_AGO)],
    [guid(2)],
  ),
  paste(
    'an ID token in a fragment',
    `http://localhost:3000/auth#id_token=${idToken(13)}&state=${generated(14, 20)}&session_state=${guid(3)}`,
    [toldToken('id-token', idToken(13))],
    ['http://localhost:3000/auth', guid(3)],
  ),
  paste(
    'a personal account’s ticket',
    `curl -s -H 'Authorization: Bearer ${ticket}' https://graph.microsoft.com/v1.0/me/calendar`,
    [told('access-token', ticket)],
    ['https://graph.microsoft.com/v1.0/me/calendar'],
  ),
  paste(
    'a personal account’s ticket in JSON, its slashes escaped',
    JSON.stringify({ access_token: ticket, token_type: 'bearer', user_id: 'AAAAAAAAAAAAAAAAAAAAAMLzYq' }).replaceAll(
      '/',
      '\\/',
    ),
    [
      {
        kind: 'access-token',
        told: true,
        never: [ticket.slice(0, 30), ticket.slice(-30).split('/').at(-1)!.slice(0, 16) || ticket.slice(40, 70)],
      },
    ],
    ['AAAAAAAAAAAAAAAAAAAAAMLzYq'],
  ),
  paste(
    'encrypted, of five parts',
    `access_token=${encryptedToken(15)}\nIDX10503: signature validation failed`,
    [
      {
        kind: 'access-token',
        told: true,
        never: [encryptedToken(15).split('.')[3]!, encryptedToken(15).split('.')[4]!],
      },
    ],
    ['IDX10503'],
  ),
  paste(
    'a PFT of a broker',
    `FOCI refresh: {"refresh_token":"${pft}","foci":"1"}`,
    [told('refresh-token', pft)],
    ['"foci":"1"'],
  ),
  paste(
    'JSON in a string of JSON',
    JSON.stringify({
      level: 'error',
      res: JSON.stringify({ access_token: t(16), refresh_token: refreshToken(17) }),
      client: CLIENT,
    }),
    [toldToken('access-token', t(16)), told('refresh-token', refreshToken(17))],
    [CLIENT],
  ),
  paste(
    'percent-encoded in an address',
    `https://api.contoso.example/cb?returnUrl=${encodeURIComponent(`https://app.contoso.example/?access_token=${t(18)}&tid=${TENANT}`)}`,
    [toldToken('access-token', t(18))],
    [TENANT],
  ),
  paste(
    'SASL XOAUTH2 of a mail client',
    `A01 AUTHENTICATE XOAUTH2 ${sasl}\nA01 NO AUTHENTICATE failed.`,
    [{ kind: 'access-token', told: true, never: [sasl.slice(60, 120), sasl.slice(-40)], expires: IN_AN_HOUR }],
    ['A01 NO AUTHENTICATE failed.'],
  ),
  paste(
    'broken by a terminal of 80 columns',
    `TOKEN=${wrapped(t(30), 80)}\naz: error: AADSTS50173 Trace ID: ${guid(4)}`,
    [{ kind: 'access-token', told: true, never: piecesIn(wrapped(t(30), 80), t(30)) }],
    [guid(4)],
  ),
  paste('with numbers before its lines', numbered, [
    { kind: 'access-token', told: true, never: piecesIn(numbered, t(31)) },
  ]),
  paste(
    'quoted in a mail',
    `> Authorization: Bearer\n${mailed}\n>\n> it says InvalidAuthenticationToken`,
    [{ kind: 'access-token', told: true, never: tokenPieces(t(32)).filter((piece) => mailed.includes(piece)) }],
    ['InvalidAuthenticationToken'],
  ),
  paste(
    'quoted-printable',
    `Content-Transfer-Encoding: quoted-printable\n\nBearer ${wrapped(t(33), 75).replaceAll('\n', '=\n')}`,
    [
      {
        kind: 'access-token',
        told: true,
        never: tokenPieces(t(33))
          .slice(0, 1)
          .map((piece) => piece.slice(0, 12)),
      },
    ],
  ),
  paste(
    'HTML of a chat',
    `<p>my header:</p><pre><code>Authorization: Bearer <span class="tok">${t(34)}</span></code></pre><p>client ${CLIENT}</p>`,
    [toldToken('access-token', t(34))],
    [CLIENT],
  ),
  paste(
    'Python’s repr of an answer',
    `{'token_type': 'Bearer', 'access_token': '${t(35)}', 'id_token_claims': {'tid': '${TENANT}'}, 'refresh_token': '${refreshToken(36)}'}`,
    [toldToken('access-token', t(35)), told('refresh-token', refreshToken(36))],
    [TENANT],
  ),
  paste(
    'Python’s repr of bytes',
    `headers={b'Authorization': b'Bearer ${t(37)}', b'client-request-id': b'${guid(5)}'}`,
    [toldToken('access-token', t(37))],
    [guid(5)],
  ),
  paste(
    'a PowerShell table',
    `Name                           Value\n----                           -----\nContent-Type                   application/json\nAuthorization                  Bearer ${t(38)}\nclient-request-id              ${guid(6)}`,
    [toldToken('access-token', t(38))],
    [guid(6)],
  ),
  paste(
    'a PowerShell list',
    `token_type     : Bearer\nexpires_in     : 3599\naccess_token   : ${wrapped(t(39), 100).replaceAll('\n', '\n                 ')}\nresource       : https://graph.microsoft.com`,
    [
      {
        kind: 'access-token',
        told: true,
        never: tokenPieces(t(39)).filter((piece) => wrapped(t(39), 100).includes(piece)),
      },
    ],
    ['resource       : https://graph.microsoft.com'],
  ),
  paste(
    'a PowerShell hashtable',
    `$headers = @{ Authorization = "Bearer ${t(40)}"; ConsistencyLevel = 'eventual' }`,
    [toldToken('access-token', t(40))],
    ['ConsistencyLevel', 'eventual'],
  ),
  paste('cut by its owner', `Authorization: Bearer ${cut}...`, [masked('access-token', cut.slice(150, 300))]),
  paste(
    'its signature given apart',
    `payload: ${half.slice(0, half.lastIndexOf('.'))}\nsignature part is ${half.slice(half.lastIndexOf('.') + 1)}\nwhole: ${half}`,
    [toldToken('access-token', half)],
  ),
  paste(
    'repeated with its encoding',
    `access_token = ${ticket}\nhttps://contoso.example/?t=${encodeURIComponent(ticket)}`,
    [told('access-token', ticket), masked('access-token', encodeURIComponent(ticket).slice(40, 90))],
  ),
  paste(
    'a refresh token of a cache',
    JSON.stringify(
      {
        RefreshToken: {
          [`${guid(7)}.${TENANT}-login.windows.net-refreshtoken-${CLIENT}--`]: {
            credential_type: 'RefreshToken',
            home_account_id: `${guid(7)}.${TENANT}`,
            environment: 'login.windows.net',
            client_id: CLIENT,
            secret: cached,
          },
        },
      },
      null,
      2,
    ),
    [told('refresh-token', cached)],
    [CLIENT, 'login.windows.net'],
  ),
  paste(
    'an access token of a cache',
    `"AccessToken": {"k": {"credential_type": "AccessToken", "secret": "${t(43)}", "target": "User.Read profile", "expires_on": "1748862000", "client_id": "${CLIENT}"}}`,
    [toldToken('access-token', t(43))],
    ['User.Read profile', CLIENT, '1748862000'],
  ),
  paste(
    'a refresh token asked with',
    `POST /common/oauth2/v2.0/token\n\nclient_id=${CLIENT}&grant_type=refresh_token&refresh_token=${frt}&scope=offline_access%20Mail.Read\n\nAADSTS70008`,
    [told('refresh-token', frt)],
    [CLIENT, 'offline_access%20Mail.Read', 'AADSTS70008'],
  ),
  paste(
    'a personal refresh token in Python',
    `token = {"refresh_token": "${personalRefreshToken(64)}", "scope": ["User.Read"]}`,
    [told('refresh-token', personalRefreshToken(64))],
    ['User.Read'],
  ),
  paste(
    'a C# string over lines',
    `var token = "${t(44).slice(0, 120)}" +\n    "${t(44).slice(120, 240)}" +\n    "${t(44).slice(240)}";`,
    [{ kind: 'access-token', told: true, never: [t(44).slice(-16), t(44).slice(130, 170)] }],
  ),
  paste(
    'a C# interpolated string',
    `request.Headers.Add("Authorization", $"Bearer ${t(45)}"); // tenant ${TENANT}`,
    [toldToken('access-token', t(45))],
    [TENANT],
  ),
  paste(
    'a YAML block',
    `auth:\n  client_id: ${CLIENT}\n  access_token: >-\n    ${wrapped(t(46), 76).replaceAll('\n', '\n    ')}\n  scope: Mail.Read`,
    [
      {
        kind: 'access-token',
        told: true,
        never: [t(46).slice(-16), t(46).slice(160, 200)].filter((piece) => wrapped(t(46), 76).includes(piece)),
      },
    ],
    [CLIENT, 'Mail.Read'],
  ),
  paste(
    'a cookie of the primary refresh token',
    `x-ms-RefreshTokenCredential: ${accessToken(47, undefined, { is_primary: 'true', refresh_token: 'x' })}`,
    [
      {
        kind: 'cookie',
        told: true,
        never: tokenPieces(accessToken(47, undefined, { is_primary: 'true', refresh_token: 'x' })),
      },
    ],
  ),
  paste(
    'a token in exceptions of Java',
    `com.microsoft.graph.http.GraphServiceException: Error code: InvalidAuthenticationToken\n\nGET https://graph.microsoft.com/v1.0/me\nSdkVersion : graph-java/v5\nAuthorization : Bearer ${t(48)}\n\n401 : Unauthorized\nrequest-id : ${guid(8)}`,
    [toldToken('access-token', t(48))],
    [guid(8), 'graph-java/v5'],
  ),
  paste('three of a kind', `first ${t(70)}\nsecond ${t(71)}\nfirst again ${t(70)}`, [
    toldToken('access-token', t(70)),
    toldToken('access-token', t(71)),
  ]),
  paste('claims without a signature', `decoded from ${t(72).split('.').slice(0, 2).join('.')}`, [
    masked('access-token', t(72).split('.')[1]!.slice(-40)),
  ]),
  paste(
    'a hint at sign-out',
    `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/logout?id_token_hint=${idToken(73)}&post_logout_redirect_uri=https%3A%2F%2Fapp.contoso.example`,
    [toldToken('id-token', idToken(73))],
    [TENANT, 'https%3A%2F%2Fapp.contoso.example'],
  ),
  paste(
    'an assertion on behalf of somebody',
    `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&client_id=${CLIENT}&assertion=${t(74)}&requested_token_use=on_behalf_of&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default`,
    [toldToken('user-assertion', t(74))],
    [CLIENT, 'https%3A%2F%2Fgraph.microsoft.com%2F.default'],
  ),
  paste(
    'a client assertion in a request',
    `client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=${clientAssertion(75)}&client_id=${CLIENT}\nAADSTS700027 thumbprint ${'AB12'.repeat(10)}`,
    [toldToken('client-assertion', clientAssertion(75))],
    [CLIENT, 'AB12'.repeat(10)],
  ),
  paste(
    'a federated token of a workflow',
    `ACTIONS_ID_TOKEN: ${accessToken(76, undefined, { aud: 'api://AzureADTokenExchange', iss: 'https://token.actions.githubusercontent.com', sub: 'repo:contoso/app:ref:refs/heads/main', scp: undefined, appid: undefined })}\nAADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'.`,
    [
      {
        kind: 'client-assertion',
        told: true,
        never: tokenPieces(
          accessToken(76, undefined, {
            aud: 'api://AzureADTokenExchange',
            iss: 'https://token.actions.githubusercontent.com',
            sub: 'repo:contoso/app:ref:refs/heads/main',
            scp: undefined,
            appid: undefined,
          }),
        ),
        expires: IN_AN_HOUR,
      },
    ],
    ["'repo:contoso/app:ref:refs/heads/main'"],
  ),
  paste(
    'a token under another name',
    `"authenticationResult": {"accessToken": "${t(77)}", "uniqueId": "${guid(12)}", "correlationId": "${guid(13)}"}`,
    [toldToken('access-token', t(77))],
    [guid(12), guid(13)],
  ),
  paste('an opaque token of another issuer', `Authorization: Bearer ${opaque.slice(3)}`, [
    told('access-token', opaque.slice(3)),
  ]),
];
