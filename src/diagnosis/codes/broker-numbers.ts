/** What a number of the Windows sign-in broker stands for. */
export type BrokerAnswer =
  | 'unauthorized_client'
  | 'invalid_request'
  | 'invalid_grant'
  | 'access_denied'
  | 'temporarily_unavailable'
  | 'invalid_scope'
  | 'server_error'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'invalid_resource'
  | 'interaction_required'
  | 'need_credential'
  | 'unreachable'
  | 'insecure_connection';

/**
 * Numbers that Teams, Outlook and the rest of Office show when the broker (Web Account Manager) gets no token, by their
 * eight hexadecimal digits. 0xCAA2xxxx are the OAuth errors of Entra ID (ERROR_ADAL_SERVER_ERROR_INVALID_GRANT and its
 * kin), 0xCAA7xxxx and 0xCAA8xxxx the network's.
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current
 * https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/4721
 * https://support.microsoft.com/office/why-am-i-having-trouble-signing-in-to-microsoft-teams-a02f683b-61a3-4008-9447-ee60c5593b0f
 */
const BROKER_NUMBERS: ReadonlyMap<string, BrokerAnswer> = new Map([
  ['caa10001', 'need_credential'],
  ['caa20001', 'unauthorized_client'],
  ['caa20002', 'invalid_request'],
  ['caa20003', 'invalid_grant'],
  ['caa20004', 'access_denied'],
  ['caa20005', 'temporarily_unavailable'],
  ['caa20007', 'invalid_scope'],
  ['caa20008', 'server_error'],
  ['caa20009', 'invalid_client'],
  ['caa2000a', 'unsupported_grant_type'],
  ['caa2000b', 'invalid_resource'],
  ['caa2000c', 'interaction_required'],
  ['caa70004', 'unreachable'],
  ['caa70007', 'unreachable'],
  ['caa82ee2', 'unreachable'],
  ['caa82ee7', 'unreachable'],
  ['caa82efd', 'unreachable'],
  ['caa82efe', 'unreachable'],
  ['caa80000', 'unreachable'],
  ['caa3012c', 'unreachable'],
  // OneDrive. https://learn.microsoft.com/sharepoint/troubleshoot/administration/error-0x8004de40-in-onedrive
  ['8004de40', 'unreachable'],
  ['8004de88', 'unreachable'],
  ['caa82f8f', 'insecure_connection'],
]);

const UINT32 = 2 ** 32;

/** The broker's number as hexadecimal digits, or as the same number in decimal, with or without its sign. */
export function brokerAnswer(written: string): BrokerAnswer | undefined {
  const hex = /^-?\d{9,10}$/.test(written) ? hexOf(Number(written)) : written.toLowerCase();
  return BROKER_NUMBERS.get(hex);
}

function hexOf(number: number): string {
  return (number < 0 ? number + UINT32 : number).toString(16);
}

const SAYS: Readonly<Record<BrokerAnswer, string>> = {
  unauthorized_client: 'Entra ID answered unauthorized_client: the app may not sign in this way',
  invalid_request: 'Entra ID answered invalid_request: something in the request of the app is wrong',
  invalid_grant:
    'Entra ID answered invalid_grant: it no longer takes the sign-in kept on this device (password changed, session revoked or expired, a policy)',
  access_denied: 'Entra ID answered access_denied: the person is known, and kept out',
  temporarily_unavailable: 'Entra ID answered temporarily_unavailable',
  invalid_scope: 'Entra ID answered invalid_scope: the app asks for a permission that does not exist',
  server_error: 'Entra ID answered server_error',
  invalid_client: 'Entra ID answered invalid_client: it does not know the app',
  unsupported_grant_type: 'Entra ID answered unsupported_grant_type',
  invalid_resource:
    'Entra ID answered invalid_resource: the service that was asked for is switched off or absent in the organisation',
  interaction_required: 'Entra ID answered interaction_required: the person has to sign in or prove more, in a window',
  need_credential: 'no account on this device fits the request: the person has to sign in in a window',
  unreachable: 'the device did not reach the sign-in service: network, proxy, VPN or a firewall',
  insecure_connection:
    'the secure connection to the sign-in service failed: a clock that is wrong, or a proxy that opens TLS',
};

/** What the number tells, half a sentence. */
export function brokerAnswerSays(answer: BrokerAnswer): string {
  return SAYS[answer];
}
