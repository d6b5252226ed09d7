import type { SettingName } from '../evidence.ts';

/** A call or type of a library whose very name states a setting. */
export interface TellingCall {
  readonly name: SettingName;
  readonly value: string;
}

/** Calls by what they state; lower case without separators, so that MSAL's names in every language are one. */
const CALLS: readonly (readonly [name: SettingName, value: string, calls: string])[] = [
  [
    'grant',
    'client_credentials',
    'acquiretokenforclient acquiretokenbyclientcredential clientsecretcredential clientcertificatecredential clientassertioncredential workloadidentitycredential clientcredentialprovider clientcredentialparameters withclientcertificate newclientsecretcredential newclientcertificatecredential newclientassertioncredential newworkloadidentitycredential clientsecretcredentialbuilder clientcertificatecredentialbuilder clientcredentialcontext clientcredentialcertificatecontext',
  ],
  [
    'grant',
    'managed_identity',
    'managedidentitycredential newmanagedidentitycredential managedidentitycredentialbuilder',
  ],
  [
    'grant',
    'device_code',
    'acquiretokenwithdevicecode acquiretokenbydevicecode acquiretokenbydeviceflow initiatedeviceflow devicecodecredential usedeviceauthentication newdevicecodecredential devicecodecredentialbuilder',
  ],
  [
    'grant',
    'authorization_code',
    'acquiretokeninteractive interactivebrowsercredential acquiretokenbyauthorizationcode acquiretokenbyauthcodeflow acquiretokenbycode authorizationcodecredential acquiretokenpopup acquiretokenredirect loginpopup loginredirect newinteractivebrowsercredential interactivebrowsercredentialbuilder',
  ],
  [
    'grant',
    'on_behalf_of',
    'acquiretokenonbehalfof onbehalfofcredential newonbehalfofcredential onbehalfofcredentialbuilder',
  ],
  ['grant', 'password', 'acquiretokenbyusernamepassword usernamepasswordcredential'],
  ['grant', 'refresh_token', 'acquiretokenbyrefreshtoken'],
  ['grant', 'silent', 'acquiretokensilent'],
  ['public-client', 'true', 'publicclientapplicationbuilder publicclientapplication'],
  ['public-client', 'false', 'confidentialclientapplicationbuilder confidentialclientapplication'],
  ['token-cache', 'in-memory', 'addinmemorytokencaches'],
  ['token-cache', 'distributed', 'adddistributedtokencaches distributedcacheplugin'],
  ['token-cache', 'session', 'addsessiontokencaches addsessionpertusertokencache'],
  ['token-cache', 'serializable', 'serializabletokencache'],
  ['token-cache', 'persisted', 'persistedtokencache msalcachehelper'],
  ['token-cache', 'plugin', 'cacheplugin'],
];

/** What a call states, by its name in lower case without separators. */
export const TELLING_CALLS: ReadonlyMap<string, TellingCall> = new Map(
  CALLS.flatMap(([name, value, calls]) =>
    calls.split(' ').map((call): [string, TellingCall] => [call, { name, value }]),
  ),
);
