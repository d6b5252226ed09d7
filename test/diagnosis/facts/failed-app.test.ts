import { expect, test } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const APP = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
const OTHER = '7b1d2e3f-0a4c-4d5e-8f60-1a2b3c4d5e6f';
const FAILED = 'AADSTS53003: Access has been blocked by Conditional Access policies.';
const appOf = (paste: string): string | null => diagnoseAndRemember(paste, { now: 0 }).about.app;

test.each([
  `the app id is ${APP}`,
  `it is the application ${APP}, the portal`,
  `(application ${APP})`,
  `our app (${APP.toUpperCase()}) only`,
  `client id is "${APP}"`,
  `app ${APP}, I say it again, app ${APP}`,
])('the app is told: %s', (words) => {
  expect(appOf(`${FAILED}\n${words}`)).toBe(APP);
});

test.each([
  `correlation id ${APP}`,
  `object id is ${APP}`,
  `the tenant is ${APP}`,
  `resource application ${APP}`,
  `either app ${APP} or app ${OTHER}`,
  'app 00000003-0000-0000-c000-000000000000',
  `the happ ${APP}`,
])('no app is told: %s', (words) => {
  expect(appOf(`${FAILED}\n${words}`)).toBeNull();
});

test('what a service or a setting says goes before what is told', () => {
  expect(appOf(`the app is app ${APP}\n\n${FAILED} client_id=${OTHER}`)).toBe(OTHER);
});

test('a bot is known by its own id', () => {
  expect(
    appOf(`"MicrosoftAppId": "${APP}"\nAuthorization for Microsoft App ID ${APP} failed with status code Unauthorized`),
  ).toBe(APP);
});

test('the app on a line of its own behind a challenge is no part of it', () => {
  const challenge = 'WWW-Authenticate: Bearer error="invalid_token", error_description="The token expired"';
  expect(appOf(`${challenge}\nclient_id=${APP}`)).toBe(APP);
  expect(
    appOf(
      `WWW-Authenticate: Bearer realm="",\nclient_id="${APP}", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`,
    ),
  ).toBeNull();
});
