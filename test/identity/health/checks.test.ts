import { describe, expect, it } from 'vitest';
import { graphError } from '../../graph/graph-edge.ts';
import { ANNA_OID, CLIENT_ID, OTHER_TENANT, TENANT } from '../made-access-token.ts';
import { ANNA, checkHealth, type HealthScene, NOON, notPassed } from './health-under-test.ts';

const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';

describe('no false alarm', () => {
  it.each(['https://graph.microsoft.com', 'https://graph.microsoft.com/', '00000003-0000-0000-c000-000000000000'])(
    'for the audience %s, one of Graph’s three',
    async (aud) => {
      const { report } = await checkHealth({ token: { aud } });
      expect(notPassed(report)).toEqual([]);
    },
  );

  it('for a guest of this tenant, whose token names the home tenant: warn, and where the mailbox lives', async () => {
    const { report, result } = await checkHealth({ token: { idp: `https://sts.windows.net/${OTHER_TENANT}/` } });
    expect(notPassed(report)).toEqual(['person: warn']);
    expect(result('person').says).toContain(`your mailbox lives in ${OTHER_TENANT}`);
    expect(result('person').advice?.owner).toBe('end-user');
  });

  it('for a guest’s token with another object id in the same tenant', async () => {
    const { report, result } = await checkHealth({ token: { oid: 'another', acct: 1 } });
    expect(notPassed(report)).toEqual(['person: warn']);
    expect(result('person').says).toContain('your mailbox lives in your home tenant');
  });

  it('for a guest in this chat, whose token is of the home tenant with an id of its own', async () => {
    const { report, result } = await checkHealth({ token: { oid: 'home-oid', tid: OTHER_TENANT } });
    expect(notPassed(report)).toEqual(['tenant: warn', 'person: warn']);
    expect(result('tenant').says).toContain(`your mailbox lives in ${OTHER_TENANT}`);
    expect(result('person').says).toContain('no fault');
  });

  it('for a personal account’s guest: the mailbox lives in Outlook.com', async () => {
    const { result } = await checkHealth({ token: { idp: 'live.com' } });
    expect(result('person')).toMatchObject({ state: 'warn' });
    expect(result('person').says).toContain('in Outlook.com');
  });

  it('for a personal account’s opaque token: it cannot be decoded, and GET /me decides', async () => {
    const { report, result } = await checkHealth({ token: 'EwB4A8l6BAAUopaquetoken' });
    expect(result('audience')).toMatchObject({ state: 'warn' });
    expect(result('audience').says).toContain('cannot be decoded, as those of personal accounts never can');
    expect(result('audience').says).toContain('Microsoft Graph takes it');
    expect(notPassed(report)).toEqual([
      'audience: warn',
      'tenant: skipped',
      'person: skipped',
      'expiry: skipped',
      'scopes: skipped',
    ]);
    expect(report.claims).toBeUndefined();
    expect(report.signInNeeded).toBeUndefined();
  });

  it('for an opaque token that Graph refuses: the engine says why', async () => {
    const { report, result } = await checkHealth({
      token: 'EwB4A8l6BAAUopaquetoken',
      graph: {
        answers: {
          '/me': {
            status: 401,
            body: graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'),
          },
        },
      },
    });
    expect(report.state).toBe('fail');
    expect(result('profile').diagnosis?.cause).toBe('token-expired');
  });

  it.each([
    ['slack', 'Slack'],
    ['webchat', 'Web Chat'],
    ['directline', 'This channel'],
  ])(
    'for %s, which does not say who somebody is in Entra ID: nothing to compare, kindly said',
    async (channelId, name) => {
      const person = { ...ANNA, channelId, aadObjectId: null, tenantId: null };
      const { report, result } = await checkHealth({ person });
      expect(notPassed(report)).toEqual(['person: skipped']);
      expect(report.state).toBe('pass');
      expect(result('person').says).toMatch(
        new RegExp(`^${name} does not say who you are in Entra ID.*anna@contoso\\.com: see that this is you`),
      );
      expect(result('tenant').says).toContain('names none to compare');
    },
  );

  it('for a wider permission that contains the needed one', async () => {
    const scp = 'User.ReadWrite Calendars.ReadWrite.Shared MailboxSettings.ReadWrite';
    const { result } = await checkHealth({ token: { scp } });
    expect(result('scopes').state).toBe('pass');
  });

  it('for ids in another case', async () => {
    const token = { oid: ANNA_OID.toUpperCase(), tid: TENANT.toUpperCase() };
    expect(notPassed((await checkHealth({ token })).report)).toEqual([]);
  });

  it.each([-4, 4])('for a clock %i minutes off', async (minutes) => {
    const { result } = await checkHealth({ now: () => NOON + minutes * 60_000 });
    expect(result('clock')).toMatchObject({ state: 'pass' });
    expect(result('clock').says).toContain('4 minutes');
  });

  it('for a token that is expired by a wrong clock here: Graph’s clock decides', async () => {
    const { report } = await checkHealth({ now: () => NOON + 90 * 60_000 });
    expect(notPassed(report)).toEqual(['clock: fail']);
  });

  it.each([
    'Europe/Berlin',
    'W. Europe Standard Time',
    'UTC',
    'Etc/GMT+3',
    'tzone://Microsoft/Utc',
    'US Mountain Standard Time',
    'Eastern Standard Time (Mexico)',
  ])('for the time zone %s', async (timeZone) => {
    const { result } = await checkHealth({ graph: { answers: { '/me/mailboxSettings': { body: { timeZone } } } } });
    expect(result('time-zone').state).toBe('pass');
  });
});

interface Alarm {
  readonly name: string;
  readonly scene: HealthScene;
  readonly check: Parameters<Awaited<ReturnType<typeof checkHealth>>['result']>[0];
  readonly cause: string;
  readonly says: string;
}

const REFUSED = (code: string, message: string, status = 401) => ({ status, body: graphError(code, message) });

const ALARMS: readonly Alarm[] = [
  {
    name: 'a token for the app’s own API',
    scene: { token: { aud: `api://${CLIENT_ID}` } },
    check: 'audience',
    cause: 'wrong-audience',
    says: `The token is for api://${CLIENT_ID}, not for Microsoft Graph.`,
  },
  {
    name: 'a token for another cloud’s Graph',
    scene: { token: { aud: 'https://graph.microsoft.us' } },
    check: 'audience',
    cause: 'wrong-cloud',
    says: 'The token is for https://graph.microsoft.us, not for Microsoft Graph.',
  },
  {
    name: 'an ID token',
    scene: {
      token: {
        aud: CLIENT_ID,
        scp: undefined,
        idtyp: undefined,
        appid: undefined,
        nonce: 'n',
        preferred_username: 'a@b.c',
      },
    },
    check: 'audience',
    cause: 'id-token-used',
    says: `The token is for ${CLIENT_ID}, not for Microsoft Graph.`,
  },
  {
    name: 'an app-only token',
    scene: { token: { scp: undefined, upn: undefined, idtyp: 'app', roles: ['Calendars.ReadWrite'] } },
    check: 'person',
    cause: 'app-only-on-me',
    says: 'This is an app-only token: it speaks for the app itself, and for no person.',
  },
  {
    name: 'an app-only token’s permissions',
    scene: { token: { scp: undefined, upn: undefined, idtyp: 'app', roles: ['Calendars.ReadWrite'] } },
    check: 'scopes',
    cause: 'app-only-on-me',
    says: 'This is an app-only token with the application permissions Calendars.ReadWrite; your own mailbox takes delegated ones (scp).',
  },
  {
    name: 'an expired token',
    scene: {
      token: { exp: NOON / 1000 - 3600, nbf: NOON / 1000 - 7200, iat: NOON / 1000 - 7200 },
      graph: {
        answers: { '/me': REFUSED('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.') },
      },
    },
    check: 'expiry',
    cause: 'token-expired',
    says: 'The token expired at 2026-11-26 11:00 UTC, 60 minutes ago.',
  },
  {
    name: 'a clock that runs ahead',
    scene: { now: () => NOON + 12 * 60_000 },
    check: 'clock',
    cause: 'clock-skew',
    says: 'The clock of this service is 12 minutes ahead of Microsoft Graph’s: 2026-11-26T12:12:00.000Z here, 2026-11-26T12:00:00.000Z there.',
  },
  {
    name: 'a missing permission, named',
    scene: { token: { scp: 'User.Read Calendars.ReadWrite' } },
    check: 'scopes',
    cause: 'missing-scope',
    says: 'The token lacks MailboxSettings.Read.',
  },
  {
    name: 'reading where writing is needed',
    scene: { token: { scp: 'User.Read Calendars.Read MailboxSettings.Read' } },
    check: 'scopes',
    cause: 'missing-scope',
    says: 'The token lacks Calendars.ReadWrite.',
  },
  {
    name: 'a mailbox without a licence',
    scene: {
      graph: {
        answers: {
          '/me/mailboxSettings': REFUSED(
            'MailboxNotEnabledForRESTAPI',
            'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
            404,
          ),
        },
      },
    },
    check: 'mailbox',
    cause: 'mailbox-unavailable',
    says: 'Microsoft Graph refused the settings of your mailbox with 404 MailboxNotEnabledForRESTAPI.',
  },
  {
    name: 'a calendar that is throttled',
    scene: {
      graph: {
        answers: {
          '/me/calendar': {
            status: 429,
            headers: { 'retry-after': '60' },
            body: graphError('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'),
          },
        },
      },
    },
    check: 'calendar',
    cause: 'throttled',
    says: 'Microsoft Graph refused your calendar with 429 ApplicationThrottled.',
  },
  {
    name: 'a renewal that is refused',
    scene: {
      signIn: {
        answer: (request) =>
          request?.refresh === true
            ? {
                kind: 'sign-in-needed',
                reason: 'expired',
                refusal: {
                  request: { method: 'POST', url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' },
                  response: {
                    status: 400,
                    headers: {},
                    body: '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity.","error_codes":[700082]}',
                  },
                },
              }
            : undefined,
      },
    },
    check: 'refresh',
    cause: 'refresh-token-expired',
    says: 'The sign-in cannot be renewed without you. Your sign-in has expired.',
  },
];

describe('an alarm, with root cause, fix and owner from the engine', () => {
  for (const { name, scene, check, cause, says } of ALARMS) {
    it(name, async () => {
      const { result } = await checkHealth(scene);
      const { state, diagnosis, says: said } = result(check);
      expect([state, said]).toEqual(['fail', says]);
      expect(diagnosis?.cause).toBe(cause);
      expect(diagnosis?.fix?.owner).toBeDefined();
      expect(diagnosis?.fix?.steps.length).toBeGreaterThan(0);
    });
  }

  it('names the missing permission in the headline, the fix and the sign-in that would help', async () => {
    const { report, result } = await checkHealth({ token: { scp: 'User.Read Calendars.Read MailboxSettings.Read' } });
    expect(result('scopes').diagnosis?.headline).toContain('Calendars.ReadWrite');
    expect(report.signInNeeded).toEqual({
      reason: 'more-scopes',
      scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
    });
  });

  it('offers no sign-in for an app-only token or one for another API', async () => {
    for (const token of [{ aud: 'api://x' }, { scp: undefined, upn: undefined, idtyp: 'app', roles: ['Mail.Read'] }])
      expect((await checkHealth({ token })).report.signInNeeded).toBeUndefined();
  });
});

describe('an alarm without a root cause, with advice', () => {
  it('another account of the same tenant', async () => {
    const { report, result } = await checkHealth({ token: { oid: 'b0b', upn: 'bob@contoso.com' } });
    expect(notPassed(report)).toEqual(['person: fail']);
    expect(result('person').says).toContain('bob@contoso.com');
    expect(result('person').advice).toMatchObject({ owner: 'end-user', text: expect.stringContaining('Sign out') });
  });

  it.each([
    ['', 'no time zone'],
    ['tzone://Microsoft/Custom', 'none that a calendar can compute with'],
    ['Customized Time Zone', 'none that a calendar can compute with'],
    ['+01:00', 'none that a calendar can compute with'],
    ['[]', 'none that a calendar can compute with'],
  ])('the time zone %j: warn', async (timeZone, says) => {
    const { report, result } = await checkHealth({
      graph: { answers: { '/me/mailboxSettings': { body: { timeZone } } } },
    });
    expect(notPassed(report)).toEqual(['time-zone: warn']);
    expect(result('time-zone').says).toContain(says);
    expect(result('time-zone').advice?.text).toContain('Outlook on the web');
  });

  it('a personal account in an organisation’s chat: warn, and where the mailbox lives', async () => {
    const { result } = await checkHealth({ token: { tid: CONSUMERS, oid: '00000000-0000-0000-1111-222222222222' } });
    expect(result('tenant')).toMatchObject({ state: 'warn', says: expect.stringContaining('Outlook.com') });
    expect(result('person').state).toBe('warn');
  });

  it('a calendar that cannot be written to: warn', async () => {
    const { result } = await checkHealth({
      graph: { answers: { '/me/calendar': { body: { name: 'Calendar', canEdit: false } } } },
    });
    expect(result('calendar').state).toBe('warn');
  });

  it('a broken token that begins like a JWT: Graph says why', async () => {
    const { result } = await checkHealth({
      token: 'eyJhbGciOiJSUzI1NiJ9.cut',
      graph: {
        answers: {
          '/me': REFUSED('InvalidAuthenticationToken', 'CompactToken parsing failed with error code: 80049217'),
        },
      },
    });
    expect(result('audience').says).toContain('begins like a JWT');
    expect(result('profile').diagnosis?.cause).toBe('token-malformed');
  });
});
