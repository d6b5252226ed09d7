import { URL_SAFE } from '../../../../bench/fuzz/random-text.ts';
import {
  accessToken,
  authorizationCode,
  base64,
  CLIENT,
  entraSecret,
  generated,
  guid,
  type LabelledPaste,
  masked,
  paste,
  personalCode,
  refreshToken,
  TENANT,
  tokenPieces,
  told,
} from './pasted-secrets.ts';

const code = authorizationCode;
const verifier = (seed: number): string => generated(seed, 64, URL_SAFE);
const deviceCode = `${generated(210, 20)}AAEAAAD${generated(211, 180, URL_SAFE)}`;
const samlXml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="https://app.contoso.example/saml/acs" ID="_${guid(1)}"><Issuer>https://sts.windows.net/${TENANT}/</Issuer><Assertion><Subject>ines</Subject></Assertion></samlp:Response>`;
const saml = base64(samlXml);
const declared = base64(`<?xml version="1.0" encoding="UTF-8"?>${samlXml}`);
const samlSignature = generated(221, 340);
const digest = `${generated(222, 43)}=`;
const certificate = `MIIC8DCCAdigAwIBAgIQ${generated(223, 600)}`;
const signedAssertion = (until: string): string =>
  `<Assertion ID="_${guid(2)}" IssueInstant="2025-06-02T09:58:00Z" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Issuer>https://sts.windows.net/${TENANT}/</Issuer><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference URI="#_x"><DigestValue>${digest}</DigestValue></Reference></SignedInfo><SignatureValue>${samlSignature}</SignatureValue><KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></Signature><Conditions NotBefore="2025-06-02T09:53:00Z" NotOnOrAfter="${until}"><AudienceRestriction><Audience>https://app.contoso.example/saml</Audience></AudienceRestriction></Conditions></Assertion>`;
const encryptedAssertion = generated(224, 900);
const request = generated(225, 300);
const ests = `1.AX${generated(230, 300, URL_SAFE)}`;
const chunk = generated(231, 400, URL_SAFE);
const sid = generated(232, 40);

/** Codes, verifiers, assertions, cookies and passwords of sign-ins. */
export const SIGN_INS: readonly LabelledPaste[] = [
  paste(
    'a code in a redirect',
    `http://localhost:5000/getAToken?code=${code(100)}&client_info=eyJ1aWQiOiIxIn0&state=${generated(101, 16)}&session_state=${guid(3)}#`,
    [told('authorization-code', code(100))],
    ['http://localhost:5000/getAToken', guid(3)],
  ),
  paste(
    'a code posted in a form',
    `POST /signin-oidc HTTP/1.1\nHost: app.contoso.example\nContent-Type: application/x-www-form-urlencoded\n\ncode=${code(102)}&state=CfDJ8abc&session_state=${guid(4)}`,
    [told('authorization-code', code(102))],
    [guid(4), 'app.contoso.example'],
  ),
  paste(
    'a code redeemed in Python',
    `result = app.acquire_token_by_authorization_code(\n    "${code(103)}",\n    scopes=["User.Read"],\n    redirect_uri="http://localhost:5000/getAToken")\nAADSTS54005`,
    [told('authorization-code', code(103))],
    ['User.Read', 'http://localhost:5000/getAToken', 'AADSTS54005'],
  ),
  paste(
    'a personal code',
    `https://login.microsoftonline.com/common/oauth2/nativeclient?code=${personalCode(104)}&state=1`,
    [told('authorization-code', personalCode(104))],
    ['https://login.microsoftonline.com/common/oauth2/nativeclient'],
  ),
  paste(
    'a code in a data form',
    `curl -X POST https://login.microsoftonline.com/common/oauth2/v2.0/token --data-urlencode "code=${code(105)}" --data-urlencode 'redirect_uri=https://jwt.ms' -d client_id=${CLIENT} -d grant_type=authorization_code`,
    [told('authorization-code', code(105))],
    [CLIENT, 'https://jwt.ms'],
  ),
  paste(
    'a code in a log of ASP.NET Core',
    `[DBG] Microsoft.AspNetCore.Authentication.OpenIdConnect: Redeeming code for tokens. Form: { code: "${code(106)}", state: "${generated(107, 120, URL_SAFE)}" }`,
    [told('authorization-code', code(106))],
  ),
  paste(
    'a code with its verifier',
    `grant_type=authorization_code&code=${code(108)}&code_verifier=${verifier(109)}&redirect_uri=msauth.com.contoso.app%3A%2F%2Fauth&client_id=${CLIENT}`,
    [told('authorization-code', code(108)), told('code-verifier', verifier(109))],
    ['msauth.com.contoso.app%3A%2F%2Fauth', CLIENT],
  ),
  paste(
    'a verifier beside its challenge',
    `codeVerifier: '${verifier(110)}'\ncode_challenge=${generated(111, 43, URL_SAFE)}&code_challenge_method=S256`,
    [told('code-verifier', verifier(110))],
    [generated(111, 43, URL_SAFE), 'code_challenge_method=S256'],
  ),
  paste(
    'a verifier in a storage of the browser',
    `sessionStorage: {"msal.request.codeVerifier":"${verifier(112)}","msal.request.nonce":"${guid(5)}"}`,
    [told('code-verifier', verifier(112))],
    [guid(5)],
  ),
  paste(
    'a device code and its user code',
    `{"user_code":"GK7RQ2WXZ","device_code":"${deviceCode}","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":5}`,
    [told('device-code', deviceCode), masked('device-code', 'GK7RQ2WXZ')],
    ['https://microsoft.com/devicelogin', '900'],
  ),
  paste(
    'a device code polled with',
    `grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=${deviceCode}&client_id=${CLIENT}\nAADSTS70016: authorization_pending`,
    [told('device-code', deviceCode)],
    [CLIENT, 'authorization_pending'],
  ),
  paste(
    'a user code on a terminal',
    'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code HX4TQ9KLP to authenticate.\nAADSTS70020 expired_token',
    [masked('device-code', 'HX4TQ9KLP')],
    ['https://microsoft.com/devicelogin', 'AADSTS70020'],
  ),
  paste(
    'a one-time code in a mail',
    'Your contoso verification code is: 483920\nEnter it where you signed in. AADSTS50126 afterwards.',
    [masked('password', '483920')],
    ['AADSTS50126'],
  ),
  paste(
    'an otp field',
    'POST /oauth/token\ngrant_type=http://auth0.com/oauth/grant-type/mfa-otp&otp=519274&mfa_token=x',
    [masked('password', '519274')],
  ),
  paste(
    'a SAML response in a form',
    `SAMLResponse=${encodeURIComponent(saml)}&RelayState=https%3A%2F%2Fapp.contoso.example%2F`,
    [{ kind: 'user-assertion', told: true, never: [encodeURIComponent(saml).slice(30, 120)] }],
    ['RelayState=https%3A%2F%2Fapp.contoso.example%2F'],
  ),
  paste(
    'a SAML response with its declaration',
    `<input type="hidden" name="SAMLResponse" value="${declared}" /><input type="hidden" name="RelayState" value="r1" />`,
    [{ kind: 'user-assertion', told: true, never: [declared.slice(80, 160), declared.slice(-60)] }],
  ),
  paste(
    'an assertion in XML',
    `SAML says AADSTS750054\n${signedAssertion('2025-06-02T10:58:00Z')}`,
    [told('user-assertion', samlSignature, '2025-06-02T10:58:00.000Z')],
    ['https://app.contoso.example/saml', digest, certificate.slice(0, 60), TENANT],
  ),
  paste(
    'an assertion in XML that is over',
    signedAssertion('2025-06-02T09:58:00Z'),
    [told('user-assertion', samlSignature, '2025-06-02T09:58:00.000Z')],
    ['https://app.contoso.example/saml', digest],
  ),
  paste(
    'an encrypted assertion',
    `<EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData><xenc:CipherData><xenc:CipherValue>${encryptedAssertion}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></EncryptedAssertion>`,
    [told('user-assertion', encryptedAssertion)],
  ),
  paste(
    'a SAML request is none',
    `https://login.microsoftonline.com/${TENANT}/saml2?SAMLRequest=${request}&RelayState=x\nAADSTS750054`,
    [],
    [request, TENANT],
  ),
  paste(
    'a wresult',
    `wa=wsignin1.0&wresult=${encodeURIComponent(`<t:RequestSecurityTokenResponse>${signedAssertion('2025-06-02T10:58:00Z')}</t:RequestSecurityTokenResponse>`)}&wctx=rm%3D0`,
    [{ kind: 'user-assertion', told: true, never: [samlSignature] }],
    ['wctx=rm%3D0'],
  ),
  paste(
    'cookies of the sign-in page',
    `cookie: x-ms-gateway-slice=estsfd; stsservicecookie=estsfd; ESTSAUTHPERSISTENT=${ests}; ESTSAUTH=${ests.slice(0, 200)}; brcap=0`,
    [told('cookie', ests), told('cookie', ests.slice(0, 200))],
    ['x-ms-gateway-slice=estsfd'],
  ),
  paste(
    'a cookie of the sign-in page alone',
    `ESTSAUTHPERSISTENT\t${ests}\tlogin.microsoftonline.com\t/\t2025-08-31T10:00:00.000Z`,
    [told('cookie', ests)],
    ['login.microsoftonline.com'],
  ),
  paste(
    'a file of cookies',
    `# Netscape HTTP Cookie File\n#HttpOnly_.login.microsoftonline.com\tTRUE\t/\tTRUE\t1756634400\tESTSAUTH\t${ests}\n.contoso.example\tTRUE\t/\tTRUE\t0\t.AspNetCore.Cookies\t${chunk}`,
    [told('cookie', ests), told('cookie', chunk)],
    ['.login.microsoftonline.com'],
  ),
  paste(
    'cookies in parts',
    `Set-Cookie: .AspNetCore.Cookies=chunks-2; path=/; secure; samesite=lax; httponly\nSet-Cookie: .AspNetCore.CookiesC1=${chunk}; path=/; secure; samesite=lax; httponly\nSet-Cookie: .AspNetCore.CookiesC2=${sid}; path=/`,
    [told('cookie', chunk), told('cookie', sid)],
    ['samesite=lax'],
  ),
  paste(
    'a part of a cookie without its header',
    `req.cookies = { '.AspNetCore.CookiesC1': '${chunk}', 'theme': 'dark' }`,
    [told('cookie', chunk)],
    ['dark'],
  ),
  paste(
    'a cookie that has an end',
    `set-cookie: connect.sid=s%3A${sid}.${generated(233, 43)}; Path=/; Expires=Mon, 02 Jun 2025 11:00:00 GMT; HttpOnly`,
    [told('cookie', sid, '2025-06-02T11:00:00.000Z')],
    ['HttpOnly'],
  ),
  paste(
    'a cookie given to curl',
    `curl 'https://contoso.sharepoint.com/_api/web' -b 'FedAuth=77u/PD94${generated(234, 200)}; rtFa=${generated(235, 120)}' -H 'accept: application/json'`,
    [told('cookie', generated(234, 200)), told('cookie', generated(235, 120))],
    ['https://contoso.sharepoint.com/_api/web'],
  ),
  paste(
    'a cookie of an own app given to curl',
    `curl -b "session=${sid}; lang=en" https://app.contoso.example/api/me -v\n< HTTP/1.1 401`,
    [told('cookie', sid)],
    ['https://app.contoso.example/api/me'],
  ),
  paste(
    'the owner’s password',
    `grant_type=password&client_id=${CLIENT}&username=ines%40contoso.example&password=Wint3r%21sun-41&scope=openid\nAADSTS50126`,
    [told('password', 'Wint3r%21sun-41')],
    [CLIENT, 'ines%40contoso.example'],
  ),
  paste(
    'the owner’s password in Python',
    `app.acquire_token_by_username_password("ines@contoso.example", "Wint3r!sun-42", scopes=["User.Read"])\nAADSTS50076`,
    [told('password', 'Wint3r!sun-42')],
    ['ines@contoso.example', 'User.Read'],
  ),
  paste(
    'the owner’s password in C#',
    `var result = await app.AcquireTokenByUsernamePassword(scopes, "ines@contoso.example", "Wint3r!sun-43").ExecuteAsync();`,
    [told('password', 'Wint3r!sun-43')],
    ['ines@contoso.example'],
  ),
  paste(
    'a password in a sentence',
    'user: ines@contoso.example\npassword: Wint3r!sun-44\nI get AADSTS50126 invalid username or password',
    [told('password', 'Wint3r!sun-44')],
    ['ines@contoso.example', 'AADSTS50126'],
  ),
  paste(
    'a password that stands twice',
    `password=Wint3r!sun-45\nlogin with Wint3r!sun-45 failed, client ${CLIENT}`,
    [told('password', 'Wint3r!sun-45')],
    [CLIENT],
  ),
  paste(
    'Basic credentials',
    `Authorization: Basic ${base64(`${CLIENT}:${entraSecret(240)}`)}\nAADSTS7000215`,
    [told('client-secret', base64(`${CLIENT}:${entraSecret(240)}`))],
    ['AADSTS7000215'],
  ),
  paste(
    'Basic credentials in curl',
    `curl -H "Authorization: Basic ${base64('ines@contoso.example:Wint3r!sun-46')}" https://outlook.office365.com/EWS/Exchange.asmx`,
    [told('password', base64('ines@contoso.example:Wint3r!sun-46'))],
    ['https://outlook.office365.com/EWS/Exchange.asmx'],
  ),
  paste(
    'AUTH LOGIN of SMTP',
    `AUTH LOGIN\n334 VXNlcm5hbWU6\n${base64('ines@contoso.example')}\n334 UGFzc3dvcmQ6\n${base64('Wint3r!sun-47')}\n535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR10CA0001.EURPRD10.PROD.OUTLOOK.COM]`,
    [told('password', base64('Wint3r!sun-47'))],
    ['535 5.7.139', 'AM0PR10CA0001.EURPRD10.PROD.OUTLOOK.COM'],
  ),
  paste(
    'AUTH PLAIN of SMTP',
    `> AUTH PLAIN ${base64('\u0000ines@contoso.example\u0000Wint3r!sun-48')}\n< 535 5.7.3 Authentication unsuccessful`,
    [told('password', base64('\u0000ines@contoso.example\u0000Wint3r!sun-48'))],
    ['535 5.7.3 Authentication unsuccessful'],
  ),
  paste(
    'LOGIN of IMAP',
    'a1 LOGIN ines@contoso.example "Wint3r!sun-49"\na1 NO LOGIN failed.',
    [told('password', 'Wint3r!sun-49')],
    ['a1 NO LOGIN failed.'],
  ),
  paste(
    'a HAR with headers and a form',
    JSON.stringify({
      request: {
        headers: [
          { name: 'Authorization', value: `Bearer ${accessToken(241)}` },
          { name: 'Cookie', value: `sid=${sid}; a=b` },
        ],
        postData: {
          params: [
            { name: 'refresh_token', value: refreshToken(242) },
            { name: 'client_secret', value: 'hq.7~winter' },
          ],
        },
      },
      response: { headers: [{ name: 'request-id', value: guid(8) }] },
    }),
    [
      { kind: 'access-token', told: true, never: tokenPieces(accessToken(241)) },
      told('cookie', sid),
      told('refresh-token', refreshToken(242)),
      told('client-secret', 'hq.7~winter'),
    ],
    [guid(8)],
  ),
];
