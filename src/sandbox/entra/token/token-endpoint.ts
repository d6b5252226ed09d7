import type { IncomingMessage } from 'node:http';
import { type Authority, readAuthority } from '../authority.ts';
import { readClaims } from '../claims-request.ts';
import type { TokenMint } from '../issue-tokens.ts';
import { knownApp } from '../known-app.ts';
import { assertEachOnce, readForm } from '../read-form.ts';
import { deviceCodeUnknown, grantTypeUnsupported, parameterMissing } from '../refusals/request.ts';
import { authenticateClient, credentialsOf } from './client-authentication.ts';
import { redeemCode } from './grants/authorization-code.ts';
import { appToken } from './grants/client-credentials.ts';
import { onBehalfOf } from './grants/on-behalf-of.ts';
import { renew } from './grants/refresh-token.ts';
import { parameter, type TokenRequest, type TokenResponse } from './token-request.ts';

type Grant = (request: TokenRequest) => Promise<TokenResponse>;

const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: redeemCode,
  refresh_token: renew,
  client_credentials: appToken,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
  'urn:ietf:params:oauth:grant-type:device_code': () => Promise.reject(deviceCodeUnknown()),
};

/**
 * Answers one token request.
 *
 * @throws EntraRefusal for everything that Entra ID would refuse
 */
export async function answerTokenRequest(
  mint: TokenMint,
  origin: string,
  authorityName: string,
  req: IncomingMessage,
): Promise<TokenResponse> {
  const form = await readForm(req);
  assertEachOnce(form);
  const grantType = parameter(form, 'grant_type');
  if (grantType === undefined) throw parameterMissing('grant_type');
  const authority = readAuthority(mint.world, authorityName);
  const clientId = parameter(form, 'client_id') ?? basicClientId(req.headers.authorization);
  const app = knownApp(mint.world, clientId, authority);
  const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
  if (grant === undefined) throw grantTypeUnsupported(grantType.slice(0, 100));
  const credentials = credentialsOf(form, req.headers.authorization);
  const audiences = audiencesFor(origin, authorityName, authority);
  const proof = await authenticateClient(app, credentials, audiences, mint.now());
  return grant({
    mint,
    form,
    authority,
    authorityName,
    app,
    proof,
    origin: req.headers.origin,
    claims: readClaims(parameter(form, 'claims')),
  });
}

function basicClientId(authorization: string | undefined): string | undefined {
  const encoded = /^Basic ([\w+/=-]{1,4096})$/i.exec(authorization ?? '')?.[1];
  const name = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8').split(':')[0];
  return name === '' ? undefined : name;
}

/** The names of this token endpoint, real and local, that the audience of a client assertion may be. */
function audiencesFor(origin: string, name: string, authority: Authority): string[] {
  const names = 'tenant' in authority ? [name, authority.tenant.id, authority.tenant.domain] : [name];
  return names.flatMap((one) => [
    `${origin}/entra/${one}/oauth2/v2.0/token`,
    `https://login.microsoftonline.com/${one}/oauth2/v2.0/token`,
    `https://login.microsoftonline.com/${one}/v2.0`,
    `https://login.microsoftonline.com/${one}/oauth2/token`,
  ]);
}
