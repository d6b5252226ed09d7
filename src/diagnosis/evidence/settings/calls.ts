import type { PatchLanguage } from '../../diagnosis.ts';
import type { SettingName } from '../evidence.ts';

/** A call or type of a library whose very name states a setting. */
export interface TellingCall {
  readonly name: SettingName;
  readonly value: string;
  readonly language: PatchLanguage | null;
}

const call = (name: SettingName, value: string, language: PatchLanguage | null): TellingCall => ({
  name,
  value,
  language,
});

/** Names in lower case, as a whole word. */
export const TELLING_CALLS: ReadonlyMap<string, TellingCall> = new Map([
  ['acquiretokenforclient', call('grant', 'client_credentials', 'csharp')],
  ['acquire_token_for_client', call('grant', 'client_credentials', 'python')],
  ['acquiretokenbyclientcredential', call('grant', 'client_credentials', 'node')],
  ['clientsecretcredential', call('grant', 'client_credentials', null)],
  ['clientcertificatecredential', call('grant', 'client_credentials', null)],
  ['clientassertioncredential', call('grant', 'client_credentials', null)],
  ['workloadidentitycredential', call('grant', 'client_credentials', null)],
  ['managedidentitycredential', call('grant', 'managed_identity', null)],
  ['clientcredentialprovider', call('grant', 'client_credentials', null)],
  ['clientcredentialparameters', call('grant', 'client_credentials', 'java')],
  ['acquiretokenwithdevicecode', call('grant', 'device_code', 'csharp')],
  ['acquiretokenbydevicecode', call('grant', 'device_code', 'node')],
  ['acquire_token_by_device_flow', call('grant', 'device_code', 'python')],
  ['initiate_device_flow', call('grant', 'device_code', 'python')],
  ['devicecodecredential', call('grant', 'device_code', null)],
  ['usedeviceauthentication', call('grant', 'device_code', 'powershell')],
  ['acquiretokeninteractive', call('grant', 'authorization_code', 'csharp')],
  ['acquire_token_interactive', call('grant', 'authorization_code', 'python')],
  ['interactivebrowsercredential', call('grant', 'authorization_code', null)],
  ['acquire_token_by_authorization_code', call('grant', 'authorization_code', 'python')],
  ['acquire_token_by_auth_code_flow', call('grant', 'authorization_code', 'python')],
  ['acquiretokenbyauthorizationcode', call('grant', 'authorization_code', null)],
  ['acquiretokenbycode', call('grant', 'authorization_code', 'node')],
  ['authorizationcodecredential', call('grant', 'authorization_code', null)],
  ['acquiretokenpopup', call('grant', 'authorization_code', 'node')],
  ['acquiretokenredirect', call('grant', 'authorization_code', 'node')],
  ['loginpopup', call('grant', 'authorization_code', 'node')],
  ['loginredirect', call('grant', 'authorization_code', 'node')],
  ['acquiretokenonbehalfof', call('grant', 'on_behalf_of', null)],
  ['acquire_token_on_behalf_of', call('grant', 'on_behalf_of', 'python')],
  ['onbehalfofcredential', call('grant', 'on_behalf_of', null)],
  ['acquiretokenbyusernamepassword', call('grant', 'password', null)],
  ['acquire_token_by_username_password', call('grant', 'password', 'python')],
  ['usernamepasswordcredential', call('grant', 'password', null)],
  ['acquiretokenbyrefreshtoken', call('grant', 'refresh_token', null)],
  ['acquire_token_by_refresh_token', call('grant', 'refresh_token', 'python')],
  ['acquiretokensilent', call('grant', 'silent', null)],
  ['acquire_token_silent', call('grant', 'silent', 'python')],
  ['publicclientapplicationbuilder', call('public-client', 'true', 'csharp')],
  ['publicclientapplication', call('public-client', 'true', null)],
  ['confidentialclientapplicationbuilder', call('public-client', 'false', 'csharp')],
  ['confidentialclientapplication', call('public-client', 'false', null)],
  ['addinmemorytokencaches', call('token-cache', 'in-memory', 'csharp')],
  ['adddistributedtokencaches', call('token-cache', 'distributed', 'csharp')],
  ['addsessiontokencaches', call('token-cache', 'session', 'csharp')],
  ['addsessionpertusertokencache', call('token-cache', 'session', 'csharp')],
  ['serializabletokencache', call('token-cache', 'serializable', 'python')],
  ['persistedtokencache', call('token-cache', 'persisted', 'python')],
  ['msalcachehelper', call('token-cache', 'persisted', 'csharp')],
  ['cacheplugin', call('token-cache', 'plugin', 'node')],
  ['distributedcacheplugin', call('token-cache', 'distributed', 'node')],
]);
