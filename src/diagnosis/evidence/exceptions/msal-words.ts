import type { LibraryWords } from './library-words.ts';

/** https://github.com/AzureAD/microsoft-authentication-library-for-python: raises ValueError and RuntimeError. */
export const MSAL_PYTHON: LibraryWords = {
  library: 'msal-python',
  types: ['MsalError', 'MsalServiceError', { type: 'ManagedIdentityError', namespace: /msal/ }],
  codes: [],
  codeType: 'ValueError',
  phrases: [
    { phrase: 'you cannot use any scope value that is reserved', type: 'ValueError' },
    { phrase: 'you cannot use any scope value that is in this reserved list', type: 'ValueError' },
    { phrase: 'fail to create device flow', type: 'ValueError' },
    { phrase: 'failed to create device flow', type: 'ValueError' },
    { phrase: 'unable to get authority configuration for', type: 'ValueError' },
    { phrase: 'state missing from auth_code_flow', type: 'ValueError', code: 'state_missing' },
    { phrase: 'state mismatch:', type: 'ValueError', code: 'state_mismatch', when: /auth_code_flow|msal|traceback/ },
    { phrase: 'the input scopes should be a list, tuple, or set', type: 'ValueError' },
    { phrase: "argument 'scopes' must be a list", type: 'ValueError' },
  ],
};

/** https://learn.microsoft.com/dotnet/api/microsoft.identity.client.msalerror, and Microsoft.Identity.Web. */
export const MSAL_NET: LibraryWords = {
  library: 'msal-net',
  types: [
    'MsalClaimsChallengeException',
    'MsalManagedIdentityException',
    'MsalThrottledServiceException',
    'MsalThrottledUiRequiredException',
    'MsalUiRequiredException',
    'MsalServiceException',
    'MsalClientException',
    'MsalException',
    'MicrosoftIdentityWebChallengeUserException',
  ],
  codes: [
    'authentication_canceled',
    'authentication_ui_failed',
    'failed_to_acquire_token_silently_from_broker',
    'federated_service_returned_error',
    'integrated_windows_auth_not_supported_managed_user',
    'loopback_redirect_uri',
    'multiple_matching_tokens_detected',
    'no_account_for_login_hint',
    'parsing_wstrust_response_failed',
    'password_required_for_managed_user',
    'tenant_discovery_failed',
    'user_null',
    'user_realm_discovery_failed',
    'wam_interactive_error',
    'wam_runtime_init_failed',
    'webview2_not_installed',
  ],
  codeType: 'MsalException',
  phrases: [
    {
      phrase: 'no account or login hint was passed to the acquiretokensilent call',
      type: 'MsalUiRequiredException',
      code: 'user_null',
    },
    {
      phrase: 'no account was found in the token cache having this login hint',
      type: 'MsalUiRequiredException',
      code: 'no_account_for_login_hint',
    },
    {
      phrase: 'no refresh token found in the cache',
      type: 'MsalUiRequiredException',
      code: 'no_tokens_found',
      when: /msalui|microsoft\.identity|msal\.net/,
    },
    {
      phrase: 'a configuration issue is preventing authentication',
      type: 'MsalServiceException',
      code: 'invalid_client',
    },
    { phrase: 'requires an account to be passed', type: 'MsalUiRequiredException', when: /msal/ },
  ],
};

/** https://github.com/AzureAD/microsoft-authentication-library-for-java; its names are those of .NET. */
export const MSAL_JAVA: LibraryWords = {
  library: 'msal-java',
  types: ['MsalInteractionRequiredException', 'MsalAzureSDKException', 'MsalJsonParsingException'],
  codes: ['authorization_result_blank'],
  codeType: 'MsalException',
  phrases: [{ phrase: 'token not found in the cache', type: 'MsalClientException', code: 'cache_miss' }],
};

/** MSAL for iOS and macOS (NSError) and for Android. */
export const MSAL_MOBILE: LibraryWords = {
  library: 'msal-mobile',
  types: [
    'MsalArgumentException',
    'MsalDeclinedScopeException',
    'MsalUserCancelException',
    'MsalIntuneAppProtectionPolicyRequiredException',
    'MsalUiRequiredError',
  ],
  codes: [
    'no_current_account',
    'no_account_found_for_user',
    'multiple_account_null',
    'unknown_authority',
    'device_network_not_available',
  ],
  codeType: 'MsalException',
  phrases: [
    { phrase: 'msalinternalerrorcodekey', type: 'MSALInternalError', code: /^\w{1,40}\s?=\s?"?(-\d{1,6})/ },
    {
      phrase: 'msalerrordomain',
      type: 'MSALErrorDomain',
      code: /^msalerrordomain,?\s{0,3}code\s?[=:]\s?"?(-\d{1,6})/i,
    },
  ],
};
