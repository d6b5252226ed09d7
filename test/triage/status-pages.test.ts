import { expect, test } from 'vitest';
import { CAUSE_IDS, OWNERS } from '../../src/diagnosis/cause-id.ts';
import { STATUS_PAGES, statusPagesFor } from '../../src/triage/status-pages.ts';

const services = (cause: string, owner: string) => statusPagesFor(cause, owner).map(({ service }) => service);

test.each([
  ['mailbox-unavailable', 'tenant-admin', 'Microsoft 365'],
  ['service-outage', 'microsoft', 'Microsoft 365'],
  ['conditional-access-blocked', 'tenant-admin', 'Azure and Entra ID'],
  ['bot-oauth-connection', 'app-developer', 'Azure and Entra ID'],
  ['token-expired', 'microsoft', 'Microsoft 365'],
])('%s of %s: %s first', (cause, owner, first) => {
  expect(services(cause, owner)[0]).toBe(first);
});

test.each([
  ['redirect-uri-mismatch', 'app-developer'],
  ['service-outage', 'identity-provider'],
  ['not-enough-evidence', 'app-developer'],
  ['of-a-later-version', 'end-user'],
])('%s of %s has none', (cause, owner) => {
  expect(services(cause, owner)).toEqual([]);
});

test('the first page is one that anybody may read', () => {
  for (const cause of CAUSE_IDS) {
    for (const owner of OWNERS) expect(statusPagesFor(cause, owner)[0]?.readBy ?? 'anybody').toBe('anybody');
  }
});

test('every address is an entrance at Microsoft', () => {
  for (const { url } of Object.values(STATUS_PAGES)) {
    expect(new URL(url)).toMatchObject({ protocol: 'https:', pathname: '/', search: '', hash: '' });
    expect(new URL(url).hostname).toMatch(/(?:^|\.)(?:microsoft|cloud\.microsoft|status\.microsoft|microsoft\.com)$/);
  }
});
