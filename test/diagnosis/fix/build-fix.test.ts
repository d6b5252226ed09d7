import { describe, expect, it } from 'vitest';
import type { RootCause } from '../../../src/diagnosis/causes/root-cause.ts';
import type { Facts } from '../../../src/diagnosis/facts/facts.ts';
import { buildFix } from '../../../src/diagnosis/fix/build-fix.ts';
import { REAL } from './patches/sample-values.ts';

const facts = (over: Partial<Facts>): Facts => ({
  evidence: [],
  of: () => [],
  phrase: () => undefined,
  anyPhrase: () => undefined,
  declaredPhrase: () => undefined,
  calls: [],
  call: null,
  api: null,
  status: null,
  token: null,
  claims: { idTokenMarks: [] },
  actor: null,
  actorIsTold: false,
  microsoft: true,
  at: null,
  now: 0,
  clouds: new Set(),
  need: null,
  values: {},
  language: null,
  once: ({ make }) => make(facts(over)),
  ...over,
});

const cause: RootCause = {
  id: 'missing-scope',
  title: 'The token lacks a permission',
  owner: 'app-developer',
  ownerFor: ({ actor }) => (actor === 'app' ? 'tenant-admin' : 'app-developer'),
  explanation: '',
  symptoms: [],
  rules: [],
  headline: () => '',
  steps: () => [{ text: 'Add the permission.' }],
  patches: ({ actor }) => (actor === 'app' ? ['client-credentials'] : ['request-graph-scopes']),
  check: () => ({ text: 'Call again.' }),
  forward: ({ values }) => `Please consent for ${values.clientId ?? 'the app'}.`,
  needsAdminConsent: true,
  sources: [{ title: 'Permissions', url: 'https://learn.microsoft.com/graph/permissions-reference' }],
  lastChecked: '2026-09-01',
  hits: [{ paste: '' }],
  nearMisses: [],
};

const need = {
  method: 'POST',
  operation: '/me/events',
  work: ['Calendars.ReadWrite'],
  personal: ['Calendars.ReadWrite'],
  app: [],
};

describe('buildFix', () => {
  it('puts everything together', () => {
    const fix = buildFix(cause, facts({ values: REAL, language: 'node' }));
    expect(fix).toMatchObject({
      owner: 'app-developer',
      steps: [{ text: 'Add the permission.' }],
      check: { text: 'Call again.' },
      forward: `Please consent for ${REAL.clientId}.`,
      sources: cause.sources,
    });
    expect(fix.patches[0]?.language).toBe('node');
    expect(fix.consentLink).toContain('/v2.0/adminconsent?');
  });

  it('keeps its patches where it is copied or serialised', () => {
    const fix = buildFix(cause, facts({ values: REAL, language: 'node' }));
    expect({ ...fix }.patches).toBe(fix.patches);
    const { patches } = JSON.parse(JSON.stringify(fix));
    expect(patches).toEqual(fix.patches.map(({ language, code }) => ({ language, code })));
  });

  it('signs in where the cause says that people should', () => {
    const code = (at: 'common' | 'own-tenant') =>
      buildFix({ ...cause, patches: ['account-authority'], signInAt: () => at }, facts({ values: REAL })).patches[0]
        ?.code;
    expect(code('common')).toContain('AUTHORITY = "https://login.microsoftonline.com/common"');
    expect(code('own-tenant')).toContain(`AUTHORITY = "https://login.microsoftonline.com/${REAL.tenant}"`);
  });

  it('asks in its patch for the permission that the cause adds', () => {
    const values = { ...REAL, scopes: ['User.Read'] };
    const fix = buildFix({ ...cause, scopeToAdd: () => 'Calendars.Read.Shared' }, facts({ values, need }));
    expect(fix.patches[0]?.code).toContain('https://graph.microsoft.com/Calendars.Read.Shared');
    expect(fix.patches[0]?.code).not.toContain('Calendars.ReadWrite');
  });

  it('asks in its patch for the permission that the call needs', () => {
    const values = { ...REAL, scopes: ['User.Read'] };
    expect(buildFix(cause, facts({ values, need })).patches[0]?.code).toContain(
      '["https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/Calendars.ReadWrite"]',
    );
    const enough = { ...REAL, scopes: ['https://graph.microsoft.com/calendars.readwrite'] };
    expect(buildFix(cause, facts({ values: enough, need })).patches[0]?.code).toContain(
      '["https://graph.microsoft.com/calendars.readwrite"]',
    );
  });

  it('takes the application permissions as registered for an app without a user', () => {
    const fix = buildFix(cause, facts({ values: REAL, need, actor: 'app' }));
    expect(fix.owner).toBe('tenant-admin');
    expect(fix.consentLink).toContain(`/${REAL.tenant}/adminconsent?client_id=`);
    expect(fix.patches[0]?.code).toContain('acquire_token_for_client');
  });

  it('has no consent link and no message where there is nothing to consent to or to forward', () => {
    const { forward: _, needsAdminConsent: __, ...rest } = cause;
    const fix = buildFix(rest, facts({ values: REAL }));
    expect(Object.keys(fix)).not.toContain('consentLink');
    expect(Object.keys(fix)).not.toContain('forward');
    expect(Object.keys(buildFix(cause, facts({})))).not.toContain('consentLink');
  });
});
