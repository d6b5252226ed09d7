// Runs the Node patches for real: msal-node, jose and botbuilder are the real ones, the network is a stub.
// Usage: node --experimental-vm-modules run-node-patches.mjs DIRECTORY
// Standard output: one JSON object, {results: [{file, error?, requests}], syntax: [{name, error}]}.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const directory = process.argv[2];
const accountClaims = { uid: 'person', utid: 'tenant' };
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (tid) =>
  `${base64url({ alg: 'RS256' })}.${base64url({ oid: 'person', sub: 'person', tid, preferred_username: 'a@b.c', exp: 4e9 })}.x`;

let requests = [];
const answers = [];
globalThis.fetch = async (url, options = {}) => {
  const address = String(url);
  const headers = Object.fromEntries(new Headers(options.headers ?? {}));
  const request = { url: address, method: options.method ?? 'GET', body: String(options.body ?? ''), headers };
  requests.push(request);
  return answers.shift()?.(request) ?? answer(request);
};

const jsonAnswer = (body, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function answer({ url, body }) {
  const { origin, pathname } = new URL(url);
  const tenant = pathname.split('/')[1];
  if (pathname.includes('/discovery/instance')) {
    return jsonAnswer({
      tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
      metadata: [],
    });
  }
  if (pathname.endsWith('/.well-known/openid-configuration')) {
    const base = `${origin}/${tenant}`;
    return jsonAnswer({
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    });
  }
  if (pathname.endsWith('/devicecode')) {
    return jsonAnswer({
      user_code: 'UC',
      device_code: 'DC',
      verification_uri: 'https://x',
      expires_in: 900,
      interval: 0,
      message: 'Sign in.',
    });
  }
  if (pathname.endsWith('/token')) {
    const form = new URLSearchParams(body);
    const user = form.get('grant_type') !== 'client_credentials';
    return jsonAnswer({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: form.get('scope') ?? '',
      access_token: `access-${form.get('grant_type')}`,
      ...(user ? { refresh_token: 'refresh', id_token: idToken('tenant'), client_info: base64url(accountClaims) } : {}),
    });
  }
  return jsonAnswer({ value: [] });
}

const isToken = (url) => new URL(url).pathname.endsWith('/token');
const lastForm = () => new URLSearchParams(requests.findLast(({ url }) => isToken(url))?.body);
const queryOf = (address) => new URL(address).searchParams;

/** A client takes its settings, and its authority with them, when it is made. */
const isMade = (name) => async (patch) => assert.equal((await patch[name].getTokenCache().getAllAccounts()).length, 0);

/** What a person would do with each patch. */
const EXERCISES = {
  'request-graph-scopes': async (patch) => {
    const query = queryOf(await patch.signInAddress('state', 'challenge'));
    assert.equal(query.get('code_challenge'), 'challenge');
    assert.match(query.get('scope'), /offline_access/); // added by MSAL itself
    assert.equal(await patch.redeem('code', 'verifier'), 'access-authorization_code');
    assert.equal(lastForm().get('redirect_uri'), query.get('redirect_uri'));
  },
  authority: isMade('signInClient'),
  'account-authority': isMade('accountClient'),
  'public-account-authority': isMade('desktopClient'),
  'redirect-uri': async (patch) => {
    const session = {};
    const query = queryOf(await patch.login(session));
    await assert.rejects(
      patch.callback({ signIn: { ...session.signIn } }, { state: 'other', code: 'c' }),
      /start it again/,
    );
    const result = await patch.callback(session, { state: query.get('state'), code: 'c' });
    assert.equal(result.accessToken, 'access-authorization_code');
    assert.equal(lastForm().get('redirect_uri'), query.get('redirect_uri'));
    assert.ok(lastForm().get('code_verifier'));
    assert.equal(session.signIn, undefined);
  },
  'client-secret': async (patch) => {
    const result = await patch.secretClient.acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    });
    assert.equal(result.accessToken, 'access-client_credentials');
    assert.equal(lastForm().get('client_secret'), 'the-secret');
  },
  'client-certificate': async (patch) => {
    assert.equal((await patch.certificateToken()).accessToken, 'access-client_credentials');
    const header = JSON.parse(Buffer.from(lastForm().get('client_assertion').split('.')[0], 'base64url'));
    assert.equal(header.alg, 'PS256');
  },
  'client-credentials': async (patch) => {
    assert.equal(await patch.appToken(), 'access-client_credentials');
    assert.match(lastForm().get('scope'), /\/\.default/);
  },
  'silent-then-interactive': async (patch) => {
    const { signIn } = await patch.tokenOrSignIn('nobody', 'state', 'challenge');
    assert.equal(queryOf(signIn).get('state'), 'state');
  },
  'claims-challenge': async (patch) => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64').replace(/=+$/, '')}"`;
    const refusal = new Response('', { status: 401, headers: { 'www-authenticate': challenge } });
    assert.equal(patch.claimsOf(refusal), claims);
    assert.equal(patch.claimsOf(new Response('', { status: 401 })), undefined);
    await assert.rejects(patch.callGraph('https://graph.microsoft.com/v1.0/me', account), {
      errorCode: 'no_tokens_found',
    });
  },
  'on-behalf-of': async (patch) => {
    assert.deepEqual(await patch.graphToken(undefined), { status: 401 });
    const assertion = idToken('tenant');
    const done = await patch.graphToken(`Bearer ${assertion}`);
    assert.equal(done.status, 200);
    assert.equal(lastForm().get('assertion'), assertion);
    const wanted = {
      error: 'interaction_required',
      error_description: 'AADSTS50076',
      error_codes: [50076],
      claims: '{"a":1}',
    };
    answers.push((request) => (isToken(request.url) ? jsonAnswer(wanted, 400) : answer(request)));
    const refused = await patch.graphToken(`Bearer ${assertion}2`);
    assert.equal(refused.status, 401);
    assert.match(refused.wwwAuthenticate, /insufficient_claims/);
  },
  pkce: async (patch) => {
    const session = {};
    const query = queryOf(await patch.start(session));
    assert.equal(query.get('code_challenge_method'), 'S256');
    const { verifier, state } = session.attempt;
    await patch.finish(session, { state, code: 'c' });
    assert.equal(lastForm().get('code_verifier'), verifier);
    await assert.rejects(patch.finish(session, { state, code: 'c' }), /Unknown state/);
  },
  'authorization-header': async (patch) => {
    assert.throws(() => patch.authorization(null), /sign in first/);
    assert.throws(() => patch.authorization({ accessToken: '' }), /sign in first/);
    await patch.call({ accessToken: 'at' });
    assert.equal(requests.at(-1).headers.authorization, 'Bearer at');
  },
  'refresh-token': async (patch) => assert.equal(await patch.accessToken('nobody'), null),
  'token-cache': async (patch) => {
    const kept = new Map();
    const store = { get: async (key) => kept.get(key), set: async (key, text) => void kept.set(key, text) };
    assert.equal(await patch.tokenFor('person', store), null);
    await patch.clientFor('person', store).acquireTokenByCode({
      code: 'c',
      scopes: ['https://graph.microsoft.com/User.Read'],
      redirectUri: 'http://localhost',
    });
    assert.deepEqual([...kept.keys()], ['msal:person']);
    assert.ok(await patch.tokenFor('person', store)); // another client, the same store
    assert.equal(await patch.tokenFor('somebody else', store), null);
  },
  'validate-token': async (patch) => assert.rejects(patch.validated('not.a.token')),
  'retry-after': async (patch) => {
    answers.push(() => jsonAnswer({}, 429, { 'retry-after': '0' }));
    const response = await patch.callPatiently('at');
    assert.equal(response.status, 200);
    assert.equal(requests.length, 2);
  },
  'event-body': async (patch) => {
    const event = patch.makeEvent('Lunch', Date.UTC(2030, 2, 12, 12), ['sam@contoso.com']);
    assert.deepEqual(event.start, { dateTime: '2030-03-12T12:00:00', timeZone: 'UTC' });
    assert.deepEqual(event.end, { dateTime: '2030-03-12T13:00:00', timeZone: 'UTC' });
    await patch.createEvent('at', event);
    assert.deepEqual(JSON.parse(requests.at(-1).body), event);
  },
  'users-instead-of-me': async (patch) => {
    await patch.callForMailbox();
    assert.doesNotMatch(new URL(requests.at(-1).url).pathname, /\/me\b/);
    assert.match(requests.at(-1).url, /\/users\//);
  },
  'device-code': async (patch) => assert.match((await patch.signInWithDeviceCode()).accessToken, /device_code/),
  'one-resource-per-request': async (patch) => assert.rejects(patch.tokens(account), { errorCode: 'no_tokens_found' }),
  'show-diagnostics': async (patch) => {
    answers.push(() =>
      jsonAnswer({ error: { code: 'InvalidAuthenticationToken' } }, 401, {
        'www-authenticate': 'Bearer realm=""',
        'request-id': 'r1',
      }),
    );
    await assert.rejects(patch.callAndExplain('the-token'), (error) => {
      assert.match(
        error.message,
        /^HTTP 401[\s\S]*www-authenticate: Bearer realm=""\nrequest-id: r1[\s\S]*InvalidAuthenticationToken/,
      );
      assert.doesNotMatch(error.message, /the-token/);
      return true;
    });
  },
  'exchange-imap-smtp': async (patch) => {
    assert.match(
      Buffer.from(patch.xoauth2('at', 'a@b.c'), 'base64').toString(),
      /^user=a@b\.c\x01auth=Bearer at\x01\x01$/,
    );
    assert.ok(patch.exchangeScopes.every((scope) => scope.startsWith('https://outlook.office.com/')));
  },
  'bot-settings': async (patch) => assert.equal(typeof patch.adapter.process, 'function'),
  'teams-sso-manifest': async (patch, code) => {
    const connectionName = /connectionName !== '([^']+)'/.exec(code)[1];
    const request = { id: '1', token: 't', connectionName };
    assert.deepEqual(await patch.answerTokenExchange(request, async () => {}), { status: 200 });
    assert.equal((await patch.answerTokenExchange(request, async () => assert.fail('no'))).status, 412);
    assert.deepEqual(await patch.answerTokenExchange({ ...request, token: '' }, async () => {}), { status: 400 });
    assert.match(patch.tokenExchangeResource.uri, /^api:\/\/botid-/);
  },
  'federated-credential': async (patch) => {
    await patch.workloadToken();
    assert.equal(lastForm().get('client_assertion'), 'federated-assertion');
  },
  'national-cloud': async (patch) => {
    await patch.cloudCall('/v1.0/organization');
    assert.ok(requests.at(-1).url.startsWith(patch.graph));
    assert.ok(
      requests.some(({ body }) => new URLSearchParams(body).get('scope')?.startsWith(`${patch.graph}/.default`)),
    );
  },
};
const account = {
  homeAccountId: 'person.tenant',
  environment: 'login.microsoftonline.com',
  tenantId: 'tenant',
  username: 'a@b.c',
  localAccountId: 'person',
};

const federated = path.join(directory, 'federated-token');
writeFileSync(federated, 'federated-assertion\n');
Object.assign(process.env, {
  CLIENT_SECRET: 'the-secret',
  MICROSOFT_APP_PASSWORD: 'the-password',
  AZURE_FEDERATED_TOKEN_FILE: federated,
  CERTIFICATE_PEM: path.join(directory, 'certificate.pem'),
  PRIVATE_KEY_PEM: path.join(directory, 'private-key.pem'),
});
console.log = () => {};
Math.random = () => 0; // no jitter to wait for

const results = [];
for (const file of readdirSync(directory)
  .filter((name) => name.endsWith('.mjs'))
  .sort()) {
  requests = [];
  answers.length = 0;
  const id = file.split('.')[0];
  try {
    const exercise = EXERCISES[id];
    assert.ok(exercise, `nothing is known to do with ${id}`);
    await exercise(
      await import(pathToFileURL(path.join(directory, file))),
      readFileSync(path.join(directory, file), 'utf8'),
    );
    results.push({ file, requests: requests.map(({ url, body }) => ({ url, body })) });
  } catch (error) {
    results.push({ file, error: String(error?.stack ?? error).slice(0, 800), requests: [] });
  }
}

const syntax = [];
for (const { name, code } of JSON.parse(readFileSync(path.join(directory, 'joined.json'), 'utf8'))) {
  try {
    new vm.SourceTextModule(code);
  } catch (error) {
    syntax.push({ name, error: `${error.message}\n${code}` });
  }
}
process.stdout.write(JSON.stringify({ results, syntax }));
