import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const APP = '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31';
const OTHER = '6b1f2d0a-8f7e-4a86-9c55-1f6a0f7f2d32';

function headline(paste: string): string {
  return diagnose(paste, { now: NOW }).headline;
}

describe('the paster’s own values, as messages name them', () => {
  test.each([
    [
      'an id with its name',
      `AADSTS65001: The user or administrator has not consented to use the application with ID '${APP}' named 'planner'.`,
      `the app «planner» (${APP})`,
    ],
    [
      'a translated sentence',
      `AADSTS65001: L'utilisateur n'a pas accepté d'utiliser l'application avec l'ID '${APP}' nommée 'agenda'.`,
      `the app «agenda» (${APP})`,
    ],
    [
      'an app behind a colon',
      `AADSTS50011: The reply URL specified in the request does not match the reply URLs configured for the application: '${APP}'.`,
      APP,
    ],
    [
      'a person without quotes',
      'AADSTS50034: The user account amara@contoso.com does not exist in the directory.',
      'amara@contoso.com',
    ],
    [
      'a product of Microsoft',
      'Error Code: 53003\nCorrelation Id: 95878d0d-c08a-46c5-80c0-803d4011011d\nApp id: 04b07795-8ddb-461a-bbee-02f9e1bf7b46\nYour sign-in was successful but does not meet the criteria to access this resource.',
      '«Microsoft Azure CLI»',
    ],
    [
      'a German page, with quotes in brackets',
      `AADSTS50105: Ihr Administrator hat die Anwendung Dienstplan ("${APP}") so konfiguriert, dass Benutzer blockiert werden, sofern ihnen nicht ausdrücklich Zugriff auf die Anwendung gewährt ("zugewiesen") wurde. Der angemeldete Benutzer "jonas.weber@klinik.example" wird blockiert, da er kein direktes Mitglied einer Gruppe mit Zugriff ist.`,
      `jonas.weber@klinik.example is not assigned to the app «Dienstplan» (${APP})`,
    ],
    [
      'a French page, with its own quotes',
      `AADSTS700016: L’application avec l’identificateur « ${APP} » est introuvable dans l’annuaire « Clinique du Nord ».`,
      APP,
    ],
    ['a Chinese page, the directory first', `AADSTS700016: 在目录“Contoso”中找不到标识符为“${APP}”的应用程序。`, APP],
    [
      'a Portuguese page, the name in brackets behind the id',
      `AADSTS9002331: O aplicativo '${APP}'(Escala) está configurado para uso apenas por usuários de conta da Microsoft.`,
      `The app «Escala» (${APP})`,
    ],
    ['the id of a bot', `Error: Unauthorized. Invalid AppId passed on token: ${APP}`, `the bot ${APP}`],
    [
      'a thumbprint',
      "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint of key used by client: '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567']",
      '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567',
    ],
  ])('%s', (_, paste, value) => {
    expect(headline(paste)).toContain(value);
  });

  test.each([
    [
      'the client of two, whatever stands first',
      `AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Resource app ID: ${OTHER}. Client app ID: ${APP}(Planner). Resource value from request: api://${OTHER}.`,
    ],
    [
      'the app that lacks a role, and not the one whose role it is',
      `AADSTS501051: Application '${APP}'(Planner) is not assigned to a role for the application '${OTHER}'(Rooms).`,
    ],
    [
      'the app of the sentence, and not the one that somebody names behind it',
      `AADSTS7000222: The provided client secret keys for app '${APP}' are expired. Our other app ${OTHER} still works.`,
    ],
  ])('%s', (_, paste) => {
    expect(diagnoseAndRemember(paste, { now: NOW }).about.app).toBe(APP);
  });

  test('of two apps that nothing tells apart, none', () => {
    const said = `AADSTS70011: The scope is not valid for application '${APP}' or application '${OTHER}'.`;
    expect(diagnoseAndRemember(said, { now: NOW }).about.app).toBeNull();
  });

  test('of two ids in quotes none is the app', () => {
    const two = `AADSTS50105: 管理员已将应用程序“${APP}”配置为“6b1f2d0a-8f7e-4a86-9c55-1f6a0f7f2d32”阻止用户。`;
    expect(headline(two)).not.toMatch(/6b1f2d0a|4b2f1d0a/);
    expect(headline(two.replace(/“6b1f[^”]*”/, ''))).toContain(APP);
  });

  test('a resource of Microsoft is never the paster’s app', () => {
    const said = headline(
      "AADSTS50076: you must use multi-factor authentication to access the application '00000003-0000-0000-c000-000000000000'.",
    );
    expect(said).not.toContain('00000003');
  });

  test('an answer’s code is no part of the redirect URI', () => {
    const said = headline(
      "AADSTS50011: The reply address 'https://rota.contoso.example/cb?code=AQABAA' does not match the reply address configured.",
    );
    expect(said).toContain('https://rota.contoso.example/cb is not registered');
  });

  test('a placeholder is no tenant and no person', () => {
    const said = headline(
      `{"status":{"errorCode":90072,"failureReason":"User account '{user}' from identity provider 'https://sts.windows.net/${APP}/' does not exist in tenant '{tenant}' and cannot access the application."}}`,
    );
    expect(said).not.toMatch(/[{}]/);
  });

  test('an http address on a public host is given as https', () => {
    const fix = diagnose(
      `AADSTS50011: The redirect URI 'http://rota.contoso.example/cb' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
      { now: NOW },
    ).fix;
    expect(fix?.steps.flatMap((step) => step.value ?? [])).toEqual(['https://rota.contoso.example/cb']);
    expect(fix?.patches[0]?.code).not.toContain('http://rota');
  });
});

test('what an administrator is sent names the line of the sign-in log', () => {
  const { fix } = diagnose(
    'AADSTS53003: Access has been blocked by Conditional Access policies. Trace ID: 25760146-ca47-4d8f-b616-cabd6142d200 Correlation ID: 95878d0d-c08a-46c5-80c0-803d4011011d Timestamp: 2026-05-04 10:20:00Z',
    { now: NOW },
  );
  expect(fix?.forward).toContain(
    'AADSTS53003, correlation id 95878d0d-c08a-46c5-80c0-803d4011011d, 2026-05-04 10:20 UTC',
  );
});

describe('the tenant of the issuer that a program is set to take', () => {
  const ISSUER = 'https://login.microsoftonline.com/7f2b1c64-90aa-4a53-8d1c-22f0b6b9d3e1/v2.0';
  const expired = 'AADSTS7000222: The provided client secret keys are expired.';

  test('stands in the patch', () => {
    const { fix } = diagnose(`clientId: "${APP}", issuer: "${ISSUER}"\n${expired}`, { now: NOW });
    expect(fix?.patches[0]?.code).toContain('7f2b1c64-90aa-4a53-8d1c-22f0b6b9d3e1');
  });

  test('is none of two', () => {
    const other = ISSUER.replace('7f2b', '8a3c');
    const { fix } = diagnose(`issuers:\nissuer: "${ISSUER}"\nissuer: "${other}"\n${expired}`, { now: NOW });
    expect(fix?.patches[0]?.code).toContain('YOUR_TENANT_ID');
  });
});
