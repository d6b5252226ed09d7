import { describe, expect, it } from 'vitest';
import type { SettingName } from '../../../../src/diagnosis/evidence/evidence.ts';
import { toldIds } from '../../../../src/diagnosis/evidence/settings/told-ids.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

const APP = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';
const TENANT = '0b6f9a1e-1d1c-4b7e-8c55-3d1c2b3a4f5e';

function told(paste: string): [SettingName, string][] {
  const found: [SettingName, string][] = [];
  toldIds(unwrap(paste).text, (name, _, [value]) => found.push([name, value!]));
  return found;
}

describe('ids that people write beside what failed', () => {
  it.each([
    `client id is ${APP}`,
    `our app id ${APP}`,
    `Application (client) ID\n${APP}`,
    `the app registration ${APP}`,
    `Anwendungs-ID (Client): ${APP}`,
    `(our app ${APP})`,
    `app ${APP}`,
    `our own app (${APP.toUpperCase()})`,
    `it is the application ${APP}, the portal says`,
    `(application ${APP})`,
    `our app ${APP} calls app 00000003-0000-0000-c000-000000000000`,
    `id de la aplicación: ${APP}`,
  ])('are the app: %s', (paste) => expect(told(paste)).toEqual([['told-client-id', APP]]));

  it('are none where two apps are told, and one where it is told twice', () => {
    expect(told(`either our app id ${APP} or our app id ${TENANT}`)).toEqual([]);
    expect(told(`our app id ${APP}; yes, the app id is ${APP}, in tenant ${TENANT}`)).toEqual([
      ['told-client-id', APP],
      ['told-tenant', TENANT],
    ]);
  });

  it.each([
    `tenant ${TENANT}`,
    `tenant id is ${TENANT}`,
    `Directory (tenant) ID\n${TENANT}`,
    `Mandanten-ID ${TENANT}`,
    `locataire ${TENANT}`,
  ])('are the tenant: %s', (paste) => expect(told(paste)).toEqual([['told-tenant', TENANT]]));

  it.each([
    `Trace ID: ${APP}`,
    `Correlation Id: ${APP}`,
    `resource app id ${APP}`,
    `object id ${APP}`,
    `the app has the secret ${APP}`,
    'the app 00000003-0000-0000-c000-000000000000',
    `"client_id": "${APP}", the app registration`,
    '',
  ])('are none: %s', (paste) => expect(told(paste)).toEqual([]));

  it('takes linear time', () => {
    const text = unwrap(`the app ${`${APP.slice(0, 35)} app `.repeat(300)}`).text;
    expectWithin(50, () => toldIds(text, () => {}));
  });
});
