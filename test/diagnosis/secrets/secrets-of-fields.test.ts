import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../src/diagnosis/secrets/find-secrets.ts';
import { maskSpans } from '../../../src/diagnosis/secrets/mask-secrets.ts';
import { looksChosen } from '../../../src/diagnosis/secrets/secret-forms.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectLinearTime } from '../../processor-time.ts';
import { NOW } from './made-token.ts';

const SECRET = 'k7Rq.aB3x9-YzQ8EaTzP3yVd0';
const masked = (paste: string): string => maskSpans(paste, findSecrets(unwrap(paste), NOW).spans, 0, paste.length);

describe('a value in a field beside its name', () => {
  test.each([
    `{"name":"client_secret","value":"${SECRET}"}`,
    `{ "key": "client_secret", "type": "text", "value": "${SECRET}" }`,
    `<add value-type="x" key="ida:ClientSecret" value="${SECRET}" />`,
    `- name: CLIENT_SECRET\n  value: ${SECRET}`,
    `add("client_secret", "${SECRET}")`,
    `["--client-secret", "${SECRET}"]`,
    `<clientSecret>${SECRET}</clientSecret>`,
    `client_secret: >-\n  ${SECRET}\nscope: x`,
  ])('%s', (paste) => {
    expect(masked(paste)).not.toContain(SECRET);
  });
  test.each([
    '{"name":"client_secret","required":true}',
    '{"name":"client_secret","value":"<your secret>"}',
    '{"name":"client_id","value":"k7Rq.aB3x9-YzQ8EaTzP3yVd0"}',
    "['client_secret', 'client_id']",
    '("password", "must have 8 characters")',
    '<clientSecret></clientSecret>',
    '- name: CLIENT_SECRET\n  valueFrom:\n    secretKeyRef:\n      name: graph2024\n      key: secret1',
    'password={password}; secret={settings.secret}',
  ])('nothing in %s', (paste) => {
    expect(masked(paste)).toBe(paste);
  });
});

test('a method of account and password takes an account or a server first', () => {
  const call = "MailAPI::withUsernameAndPassword('outlook.office365.com', $user, $pass)";
  expect(masked(call)).toBe(call);
  expect(masked('user_password=hq-7Winter')).toBe('user_password=[hidden]');
});

describe('a value in a sentence', () => {
  test.each([`the client secret is ${SECRET}.`, `client secret (${SECRET})`, `our client secret ${SECRET} works`])(
    '%s',
    (paste) => {
      expect(masked(paste)).not.toContain(SECRET);
    },
  );
  test.each([
    'the client secret is expired since 2025-06-02T10:00:00Z',
    'expiry time of assertion 2024-06-11T18:12:30.0000000Z.',
    'the client secret GraphServiceClient2 was made',
    'a secret (7338461e-be4f-49bb-9cd0-4161413f36f2)',
    'the password is wrong',
    'the token AADSTS70002BadRequest',
    'a secret https://vault.contoso.example/Secrets/Graph1',
  ])('nothing in «%s»', (paste) => {
    expect(masked(paste)).toBe(paste);
  });
});

describe('logins of mail', () => {
  test.each([
    ['AUTH LOGIN\r\n334 UGFzc3dvcmQ6\r\naHEtN1dpbnRlcg==\r\n535 5.7.3', 'aHEtN1dpbnRlcg'],
    ['AUTH PLAIN AGFAYi5jAGhxLTdXaW50ZXI=', 'AGFAYi5jAGhxLTdXaW50ZXI'],
    ['a1 LOGIN a@b.example hq-7Winter', 'hq-7Winter'],
    ['a1 LOGIN "a@b.example" "hq 7Winter"', 'hq 7Winter'],
  ])('%s', (paste, never) => {
    expect(masked(paste)).not.toContain(never);
  });
  test.each([
    '334 UGFzc3dvcmQ6\r\n535 5.7.3 Authentication unsuccessful',
    'AUTH PLAIN',
    'AUTH LOGIN PLAIN XOAUTH2',
    'a1 NO LOGIN failed.',
  ])('nothing in %s', (paste) => {
    expect(masked(paste)).toBe(paste);
  });
});

describe('assertions in XML', () => {
  const signature = 'aB3x9YzQ8E'.repeat(20);
  test('the signature of an assertion is masked, its audience is not', () => {
    const xml = `<saml:Assertion ID="a"><ds:SignatureValue>${signature}</ds:SignatureValue><saml:Audience>api://x</saml:Audience></saml:Assertion>`;
    expect(masked(xml)).toBe(xml.replace(signature, '[hidden]'));
  });
  test.each([
    `<EntityDescriptor><SignatureValue>${signature}</SignatureValue></EntityDescriptor> no assertion`,
    `<samlp:AuthnRequest><SignatureValue>${signature}</SignatureValue><x AssertionConsumerServiceURL="y"/></samlp:AuthnRequest>`,
  ])('signed metadata and requests stay: %s', (xml) => {
    expect(masked(xml)).toBe(xml);
  });
});

describe('keys', () => {
  test('a public JSON Web Key stays', () => {
    const jwk = `{"kty":"RSA","n":"${'aB3x9YzQ8E'.repeat(30)}","e":"AQAB","x5t":"aB3x9YzQ8EaTzP3yVd0aBq3XlZ1"}`;
    expect(masked(jwk)).toBe(jwk);
  });
  test('a state of a subscription stays where it is only named', () => {
    const text = 'clientState: null, "clientState": "", the clientState does not match';
    expect(masked(text)).toBe(text);
  });
  test('the code of a redirect is no key of a function', () => {
    expect(
      findSecrets(
        unwrap(`https://x.azurewebsites.net/api/cb?code=1.AXoAhRzQ5tJ8dE2mVb7cWk3pLxY9aN4sTgF6hU0&state=1`),
        NOW,
      ).secrets[0]?.kind,
    ).toBe('authorization-code');
  });
});

test.each([
  '"client_secret", ',
  '{"name":"client_secret",',
  'client_secret: |\n ',
  'secret is aB3x9YzQ8EaTz ',
  'secret aB3 x9Y',
  'secretaB',
  'UGFzc3dvcmQ6\n',
  'a1 LOGIN ',
  '<Assertion><SignatureValue>',
  'az login -p ',
  'curl -b "',
  'MIIEpQIBAAKC',
  '"kty" "d":"',
])('runs of %j take linear time', (unit) => {
  expectLinearTime(unit, unwrap, (views) => findSecrets(views, NOW));
});

test('a long word is told from a value in linear time', () => {
  expectLinearTime(
    'aBc',
    (text) => `${text}1_9`,
    (word) => void looksChosen(word),
  );
});
