import type { RootCause } from './root-cause.ts';
import { appleError, appleInternalError } from './words/apple-msal-codes.ts';
import { retold } from './words/told.ts';
import { signInReference } from './words/wording.ts';

export const deviceRegistration: RootCause = {
  id: 'device-registration',
  title: 'The device’s own registration, broker or primary refresh token fails',
  owner: 'end-user',
  ownerFor: (facts) =>
    facts.of('aadsts').some((code) => [700003, 17003, 90114, 240000, 293004].includes(code.code))
      ? 'tenant-admin'
      : 'end-user',
  explanation:
    'Single sign-on on a device rests on its registration in Entra ID, a key in its security chip, and the primary refresh token that the broker (Windows account manager, Authenticator, Company Portal) keeps. When the device was deleted in the directory, its key was lost, or the broker is in a bad state, sign-in fails for every app on it, and works on another device.',
  symptoms: [
    'AADSTS700003 «Device object was not found in the tenant»',
    'AADSTS50097 «Device authentication is required»',
    'AADSTS135011, AADSTS70002 with PRT',
    'WAM error 3399614466, 0xCAA…',
  ],
  explains: ['interaction-required', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'facts',
      phrases: ['keyset does not exist', 'wam error', 'web account manager'],
      onlyWith: { phrases: ['keyset does not exist'] },
      test: (facts) => {
        const at = facts.phrase('keyset does not exist');
        if (at === undefined || facts.anyPhrase('wam error', 'web account manager') === undefined) return undefined;
        return { strength: 'strong', at, says: 'The Windows broker could not open the key of the device' };
      },
    },
    {
      kind: 'code',
      codes: [
        700003, 50155, 135010, 135011, 135001, 130004, 17003, 1000025, 1000026, 1000027, 1000028, 90114, 293004, 240000,
      ],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the registration or key of the device is not accepted`,
    },
    {
      kind: 'code',
      codes: [50097, 50187, 50129],
      strength: 'strong',
      says: (_, code) => `AADSTS${code.code}: the device has to prove itself and cannot`,
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.suberror === 'device_authentication_failed');
        return (
          error && {
            strength: 'strong',
            at: error.span,
            says: 'suberror device_authentication_failed: the proof of the device was refused',
          }
        );
      },
    },
    {
      kind: 'phrase',
      phrases: [
        'device object was not found',
        'device authentication failed',
        'device is not registered',
        'azureadprt : no',
        'keyset does not exist in tpm',
        'tpm error',
        'device authentication is required',
        'dsregcmd',
        'the device object by the given id',
        'deviceauthstatus : failed',
        'the device that is required by this cryptographic provider is not ready',
        'primary refresh token',
        'workplace join',
        // Windows' event log, and MSAL for Android.
        'aadcloudapplugin',
        'aad cloud ap plugin',
        'device_registration_needed',
      ],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The text is about the registration of the device',
    },
    {
      // https://learn.microsoft.com/microsoft-365/troubleshoot/authentication/tpm-has-malfunctioned
      kind: 'phrase',
      phrases: [
        "your computer's trusted platform module has malfunctioned",
        'error code 80090016',
        'error code: 80090016',
        'error code: 0x80090016',
        'fehlercode 80090016',
        "code d'erreur 80090016",
        'digo de error 80090016',
        'codice errore 80090016',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'Windows says that the security chip (TPM) of the computer fails: the key of the device is lost',
    },
    {
      kind: 'phrase',
      phrases: [...appleInternalError(-42700, -42704, -42705, -42706, -42707, -42708, -42709, -42712, -42713, -42726)],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms: the registration of the device, or the answer of the broker, is missing or broken',
    },
    {
      // ERROR_NO_SUCH_LOGON_SESSION: the broker works for a person who is signed in to Windows, not for a service.
      kind: 'phrase',
      phrases: ['0xffffffff80070520', '(0x80070520)'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: '0x80070520: there is no logon session in which the Windows broker could work',
    },
    {
      kind: 'phrase',
      phrases: appleError(-50001),
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms (-50001): the device has to be joined to the workplace first',
    },
    retold({ 'device-said-removed': 'The organisation is said to have deleted the device' }, { unnamed: 'weak' }),
  ],
  headline: () =>
    'The registration of this device (or its broker’s primary refresh token) is not accepted by Entra ID.',
  steps: () => [
    { text: 'See the state of the device (Windows):', value: 'dsregcmd /status' },
    {
      text: 'Where AzureAdJoined or AzureAdPrt says NO, or the device is missing in Entra ID, join it anew: Settings, Accounts, Access work or school: disconnect, restart, connect. On a managed device ask the helpdesk first.',
    },
    { text: 'As an administrator: Entra admin centre, Devices: is it there, enabled, and only once?' },
    { text: 'On a phone: update Authenticator or Company Portal, remove the account there and add it again.' },
  ],
  patches: [],
  check: () => ({
    text: 'AzureAdPrt is YES, and the app signs in without asking:',
    command: 'dsregcmd /status | findstr /C:"AzureAdPrt" /C:"AzureAdJoined"',
  }),
  forward: (facts) =>
    `The registration in Entra ID of the device (name)${facts.values.user === undefined ? '' : ` of ${facts.values.user}`} is not accepted${signInReference(facts)}: the object is deleted, disabled or doubled, or its key is lost. Please check it under Entra ID, Devices, and have it joined again.`,
  sources: [
    {
      title: 'Troubleshoot devices with dsregcmd',
      url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    },
    {
      title: 'Primary refresh token',
      url: 'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Teams says since this morning that my organization has deleted this device.' },
    {
      paste:
        "Your computer's Trusted Platform Module has malfunctioned. If this error persists, contact your system administrator with the error code 80090016.",
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS700003: Device object was not found in the tenant \'contoso.com\' directory.","error_codes":[700003]}',
      verdict: 'certain',
    },
    { paste: 'AADSTS50155: Device authentication failed for this user.', verdict: 'certain' },
    { paste: 'AADSTS135011: Device used during the authentication is disabled.', verdict: 'certain' },
    { paste: 'AadCloudAPPlugin GetToken Stop. Status: 0xC004848C' },
    { paste: 'Error Domain=MSALErrorDomain Code=-50001 "(null)"' },
  ],
  nearMisses: [
    {
      paste:
        'AADSTS50005: User tried to log in to a device from a platform (Unknown) that is currently not supported through Conditional Access policy.',
      cause: 'conditional-access-blocked',
    },
    { paste: 'AADSTS53000: Device is not in required device state: compliant.', cause: 'conditional-access-blocked' },
  ],
};
