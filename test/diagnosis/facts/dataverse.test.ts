import { describe, expect, it } from 'vitest';
import { fitsEnvironment } from '../../../src/diagnosis/facts/dataverse.ts';

describe('fitsEnvironment', () => {
  it.each([
    ['https://org1.crm4.dynamics.com', 'org1.crm4.dynamics.com'],
    ['https://org1.crm4.dynamics.com/', 'org1.api.crm4.dynamics.com'],
    ['https://ORG1.api.crm.dynamics.com', 'org1.crm.dynamics.com'],
    ['00000007-0000-0000-c000-000000000000', 'org1.crm4.dynamics.com'],
    ['https://org1.crm4.dynamics.com', 'globaldisco.crm.dynamics.com'],
    ['https://service.powerapps.com/', 'api.bap.microsoft.com'],
    ['https://service.powerapps.com/', null],
  ])('%s at %s', (aud, host) => {
    expect(fitsEnvironment(aud, host)).toBe(true);
  });

  it.each([
    ['https://service.powerapps.com/', 'org1.crm4.dynamics.com'],
    ['https://org2.crm4.dynamics.com', 'org1.crm4.dynamics.com'],
    ['https://api.powerplatform.com', 'org1.api.crm4.dynamics.com'],
  ])('not %s at %s', (aud, host) => {
    expect(fitsEnvironment(aud, host)).toBe(false);
  });
});
