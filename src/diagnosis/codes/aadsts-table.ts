/**
 * The codes of Entra ID (AADSTS), a line each: number, name where Microsoft gives one, root cause, marks, note.
 *
 * Marks: who fixes it (`e` end user, `d` app developer, `t` tenant administrator, `m` Microsoft, `i` identity provider),
 * then `t` where it is transient, then `u` where Microsoft does not document the code and the cause was judged
 * from one line of text. The note says how the words of the message decide between several causes.
 *
 * Documented ones: learn.microsoft.com/entra/identity-platform/reference-error-codes; last compared in August 2026.
 */
export const AADSTS_LINES = `
16000|InteractionRequired|interaction-required|e|Account picker interrupt when silent sign-in meets several sessions. If the text says the account does not exist in tenant: guest-not-invited, or a personal account with no directory (account-type-mismatch). Very old wording about a session ended by a password change: session-revoked
16001|UserAccountSelectionInvalid|interaction-required|et
16002|AppSessionSelectionInvalid|interaction-required|d|sid hint in the request belongs to no live session. Same number is seen when the sign-out target session is already gone
16003|SsoUserAccountNotFoundInResourceTenant|guest-not-invited|t
17003|CredentialKeyProvisioningFailed|device-registration|t|Windows Hello key could not be written for the user
20001|WsFedSignInResponseError|service-outage|i
20012|WsFedMessageInvalid|service-outage|i
20033|FedMetadataInvalidTenantName|service-outage|i
26000||interaction-required|eu
28000||mixed-resource-scopes|du|Scopes of two APIs in one request: one token call per API, further consents as extra scopes
28002||invalid-scope|d|A scope named at token time is not one that can be asked of that resource. The page still gives this meaning to old number 700023
28003||invalid-scope|d|Code redemption sent an empty scope, or only OIDC scopes for a resource other than Graph
28004||invalid-scope|du|Too many scopes in one request
29200||interaction-required|etu|QR sign-in shown
29201||invalid-request|du|QR sign-in
29202||invalid-request|du|QR sign-in
29203||invalid-request|du|QR sign-in
29204||service-outage|mtu|QR sign-in
29205||invalid-request|du|QR sign-in
29206||invalid-request|du|QR sign-in
29207||code-expired-or-redeemed|eu|QR code expired
29208||code-expired-or-redeemed|eu|QR code already used
29210||conditional-access-blocked|tu|Nearest label: sign-in method switched off by the tenant
29211||grant-not-allowed|eu|QR sign-in for guests
29212||grant-not-allowed|eu|QR sign-in for personal accounts
40002||service-outage|iu
40003||service-outage|iu
40004||service-outage|iu
40005||service-outage|iu|Also clock-skew at the provider
40008|OAuth2IdPUnretryableServerError|service-outage|i
40009|OAuth2IdPRefreshTokenRedemptionUserError|service-outage|i
40010|OAuth2IdPRetryableServerError|service-outage|it
40013||service-outage|mu
40014||service-outage|itu
40015|OAuth2IdPAuthCodeRedemptionUserError|service-outage|i
40016||service-outage|iu
50000|TokenIssuanceError|service-outage|mt|Repeatable failures usually are not an outage: symmetric signing key on the app (client-assertion-invalid), on-behalf-of with missing parameters or an API that exposes no delegated scope (obo-assertion-invalid), device flow without consent (consent-required), password out of sync in a federated domain (credentials-wrong)
50001|InvalidResource|resource-not-found|d|Old umbrella number. «not provided» = resource or scope missing (invalid-request); «disabled» = app-disabled; «was not found in the tenant» = now 500011
50002|NotAllowedTenant|tenant-restricted|t
50003|MissingSigningKey|not-enough-evidence|t|no label fits: SAML app without a signing certificate. Rollover in progress is transient
50004||service-outage|mtu
50005|DevicePolicyError|conditional-access-blocked|t
50006|InvalidSignature|not-enough-evidence|d|Signed SAML request, assertion or token: the text must say which. Client assertion: client-assertion-invalid
50007|PartnerEncryptionCertificateMissing|service-outage|m
50008|InvalidSamlToken|service-outage|i|Assertion from the federation server absent, unsigned or from an unknown issuer
50010|AudienceUriValidationFailed|wrong-audience|d|SAML or bearer assertion addressed to somebody else
50011|InvalidReplyTo|redirect-uri-mismatch|d|Compare the URI quoted in the text with the registration: http vs https (proxy without forwarded headers), trailing slash, case, port, localhost vs 127.0.0.1, encoded characters. URI looks identical: it stands under another platform (redirect-platform-mismatch) or under another app id. token.botframework.com/.auth/web/redirect absent: bot-oauth-connection. Identifier is a URL instead of a GUID: reply URL of the SAML set-up
50012|AuthenticationFailed|client-assertion-invalid|d|Inside 70002 or with «Invalid client secret»: client-secret-invalid; «keys are expired»: client-secret-expired; «not within its valid time range»: clock-skew; thumbprint, chain or subject name words: certificate
50013|InvalidAssertion|obo-assertion-invalid|d|«signature» with a key thumbprint: a Graph token (nonce in header) or a token of another issuer was sent as assertion; «audience»: now 500131 (wrong-audience); «time range»: now 500133 (token-expired); «api version»: 500136/500137 (issuer-mismatch)
50014|GuestUserInPendingState|guest-not-invited|t|Invitation not redeemed yet
50015|ViralUserLegalAgeConsentRequiredState|not-enough-evidence|e|no label fits: age consent
50017|CertificateValidationFailed|not-enough-evidence|t|no label fits: user certificate sign-in (trust list, CRL)
50019||interaction-required|etu|Certificate picker
50020|UserUnauthorized|guest-not-invited|t|Identity provider in the text live.com + app registered single-tenant, or a tenant id in the authority where personal accounts are meant: account-type-mismatch. Identity provider sts.windows.net/{other tenant} + app meant to be multitenant: authority should be organizations or common (account-type-mismatch). Tenant named 'Microsoft Services': personal account without any directory. Identity provider and tenant as expected and user never invited: guest-not-invited. Username/password flow with a personal or guest account: account-type-mismatch. Guest deleted and re-created: reset redemption. Assignment required: user-not-assigned
50023||not-enough-evidence|tu|no label fits: claims mapping
50024||state-or-nonce-mismatch|etu|State of the sign-in page unreadable
50025||invalid-request|du
50026||invalid-request|eu
50027|InvalidJwtToken|obo-assertion-invalid|d|JWT sent to the token endpoint is broken. As user assertion: on-behalf-of; as client_assertion: client-assertion-invalid; id token of an external provider: identity provider; «malformed» with a quoted or cut token: token-malformed; «time range»: clock-skew
50029||redirect-uri-mismatch|d|Odd characters in the host of the redirect URI
50030||obo-assertion-invalid|mu|Microsoft's own apps only
50032|WeakRsaKey|client-assertion-invalid|d
50033|RetryableError|service-outage|mt
50034|UserAccountNotFound|user-not-found|e|Mistyped name, or right name against the wrong tenant id; guest of another tenant: guest-not-invited; #EXT# name used in a password flow: account-type-mismatch
50035||client-assertion-invalid|du
50038||invalid-request|du
50042|UnableToGeneratePairwiseIdentifierWithMissingSalt|service-outage|m|Broken service principal; re-creating it may help
50043|UnableToGeneratePairwiseIdentifierWithMultipleSalts|service-outage|m
50045||service-outage|mu
50048|SubjectMismatchesIssuer|client-assertion-invalid|d|iss and sub of the client assertion must both be the client id
50049|NoSuchInstanceForDiscovery|invalid-request|d|Authority host unknown to instance discovery: typo, B2C or AD FS host not declared as known authority; another cloud's host: wrong-cloud
50050|MalformedDiscoveryRequest|invalid-request|d
50051||service-outage|mu
50052||credentials-wrong|eu
50053|IdsLocked|account-locked|et|«locked» after too many wrong passwords: account-locked (often a service with an old saved password). «malicious activity» of the IP as failure reason in the sign-in log: conditional-access-blocked, admin must clear it
50054||credentials-wrong|eu|Old password typed
50055|InvalidPasswordExpiredPassword|password-expired|e
50056||credentials-wrong|e|No password hash in the cloud: federated or passwordless user in a password flow
50057|UserDisabled|account-disabled|t
50058|UserInformationNotProvided|interaction-required|d|prompt=none without a session. «none of the currently signed in user(s) match the requested login hint»: wrong hint or guest. Only in Safari, Firefox, Incognito or an embedded frame: third-party cookies. In Teams tabs: bot-sso-misconfigured
50059|MissingTenantRealmAndNoUserInformationProvided|tenant-not-found|d|Client credentials sent to common or organizations: put the tenant id in the authority. In user sign-in: login name has no known domain (user-not-found)
50060||not-enough-evidence|eu|no label fits: sign-out
50061|SignoutInvalidRequest|not-enough-evidence|d|no label fits: sign-out
50062||not-enough-evidence|du|no label fits: sign-out
50064|CredentialAuthenticationError|credentials-wrong|e
50068|SignoutInitiatorNotParticipant|not-enough-evidence|d|no label fits: sign-out
50069||not-enough-evidence|du|no label fits: sign-out
50070|SignoutUnknownSessionIdentifier|not-enough-evidence|d|no label fits: sign-out
50071|SignoutMessageExpired|not-enough-evidence|et|no label fits: sign-out
50072|UserStrongAuthEnrollmentRequiredInterrupt|mfa-required|e
50074|UserStrongAuthClientAuthNRequiredInterrupt|mfa-required|e
50075||not-enough-evidence|tu|Request wanted security defaults, tenant has them off
50076|UserStrongAuthClientAuthNRequired|mfa-required|e|With a claims field in the response (on-behalf-of, silent): hand the claims to the client and sign in interactively. In a username/password flow it can never succeed: legacy-protocol-retired is the wider cause
50077||conditional-access-blocked|eu|GPS location policy
50078|UserStrongAuthExpired|mfa-required|e
50079|UserStrongAuthEnrollmentRequired|mfa-required|e|User has no method registered; federated user whose identity provider sends no MFA claim: identity provider
50080||invalid-request|du
50081||conditional-access-blocked|eu|GPS location policy
50082||service-outage|mu
50085||interaction-required|e
50086|SasNonRetryableError|service-outage|m|MFA service
50087|SasRetryableError|service-outage|mt|MFA service
50088||throttled|et|Phone or SMS limit, not an API quota
50089||interaction-required|et|Sign-in page left open too long; start the sign-in again. In logs for code or refresh token: refresh-token-expired
50091||invalid-request|du
50093||not-enough-evidence|tu|no label fits: claims mapping
50094||not-enough-evidence|tu|no label fits: claims mapping
50095||not-enough-evidence|tu|no label fits: claims mapping
50096||not-enough-evidence|tu|no label fits: claims mapping
50097|DeviceAuthenticationRequired|device-registration|e|Device-based policy; without broker or browser extension the device cannot prove itself. Server-side or device-code flow can never satisfy it: conditional-access-blocked
50098||client-assertion-invalid|d|Required claim absent from the JWT body
50099|PKeyAuthInvalidJwtUnauthorized|device-registration|e|Device key (PKeyAuth) proof; also used for a wrong nonce (state-or-nonce-mismatch)
50100||not-enough-evidence|t|no label fits: claims mapping
50101||not-enough-evidence|t|no label fits: claims mapping
50102||not-enough-evidence|t|no label fits: claims mapping
50103||not-enough-evidence|t|no label fits: claims mapping
50105|EntitlementGrantsNotFound|user-not-assigned|t|«signed in user ... not assigned»: assign user or a direct group (nested groups do not count). Old wording naming an application instead of a user: app-role-missing, now 501051
50107|InvalidRealmUri|service-outage|t|Guest through SAML federation: issuer at the provider differs from the configured one. Token request with a SAML or JWT assertion whose issuer is sts.windows.net: wrong kind of assertion (obo-assertion-invalid)
50108||not-enough-evidence|t|no label fits: claims mapping
50109||not-enough-evidence|t|no label fits: claims mapping
50111||not-enough-evidence|t|no label fits: claims mapping
50117||invalid-request|d|claims parameter of the request is not valid JSON
50120|ThresholdJwtInvalidJwtFormat|client-assertion-invalid|d|Header of the presented JWT not understood
50123||not-enough-evidence|t|no label fits: claims mapping
50124|ClaimsTransformationInvalidInputParameter|not-enough-evidence|t|no label fits: claims mapping
50125|PasswordResetRegistrationRequiredInterrupt|interaction-required|e
50126|InvalidUserNameOrPassword|credentials-wrong|e|Federated domain in a password flow, or app password expected: the password is right but cannot be checked there
50127|BrokerAppNotInstalled|device-registration|e
50128||tenant-not-found|d|Same meaning as 50059: authority without a tenant for an app-only call, or user name with an unknown domain
50129|DeviceIsNotWorkplaceJoined|device-registration|e
50130||invalid-request|d|Sign-in method named in the request, or reported by the identity provider, is unknown
50131|ConditionalAccessFailed|conditional-access-blocked|t|Device state word: device not compliant or joined; suspicious activity: risk policy
50132|SsoArtifactInvalidOrExpired|session-revoked|e|Password changed, or the session is simply not fresh enough (interaction-required)
50133|SsoArtifactRevoked|session-revoked|e
50134|DeviceFlowAuthorizeWrongDatacenter|not-enough-evidence|et|Device code made in one region or cloud, approved from another: use the tenant's own authority; across clouds: wrong-cloud
50135|PasswordChangeCompromisedPassword|password-expired|e|Risk policy forces the change
50136|RedirectMsaSessionToApp|interaction-required|et
50137||password-expired|e
50138||service-outage|m
50139|SessionMissingMsaOAuth2RefreshToken|interaction-required|e
50140|KmsiInterrupt|interaction-required|et|Expected prompt, counts as failure only when the user closes the page
50141||device-registration|e
50142||password-expired|e|Risk policy forces the change; in silent or password flows it surfaces as interaction required
50143||interaction-required|e|domain_hint and session disagree
50144|InvalidPasswordExpiredOnPremPassword|password-expired|e
50146|MissingCustomSigningKey|not-enough-evidence|t|no label fits: claims mapping (app needs its own signing key or acceptMappedClaims)
50147|MissingCodeChallenge|pkce-mismatch|d
50148||pkce-mismatch|d
50149||pkce-mismatch|d
50150||consent-required|e
50155|DeviceAuthenticationFailed|device-registration|e
50156||grant-not-allowed|d
50157||interaction-required|et|Routing redirect, not a failure
50158|ExternalSecurityChallenge|mfa-required|e|Third-party MFA or terms of use still open; in token responses comes with claims like 50076
50159||service-outage|i|External control sent back too few claims
50160||interaction-required|et
50161|InvalidExternalSecurityChallengeConfiguration|service-outage|i|External MFA provider's address fails validation
50162||not-enough-evidence|tt|no label fits: claims mapping
50163||not-enough-evidence|t|no label fits: claims mapping
50164||wrong-audience|d|Token of another purpose presented
50165||not-enough-evidence|d|no label fits: token encryption settings of the app
50166|ExternalClaimsProviderThrottled|service-outage|it
50167||invalid-request|d|Proof-of-possession key malformed
50168|ChromeBrowserSsoInterruptRequired|interaction-required|et
50169|InvalidRequestBadRealm|invalid-request|d
50170|MissingExternalClaimsProviderMapping|service-outage|t
50171||grant-not-allowed|d|Audience reachable over mutual TLS only
50172||service-outage|t|External control provider not approved
50173|FreshTokenNeeded|session-revoked|e
50176||service-outage|t|Custom control definition missing from the policy
50177|ExternalChallengeNotSupportedForPassthroughUsers|guest-not-invited|t|Newer texts say the account is not in the tenant
50178|SessionControlNotSupportedForPassthroughUsers|guest-not-invited|t|Newer texts say the account is not in the tenant
50179||invalid-request|du
50180|WindowsIntegratedAuthMissing|interaction-required|t
50181||credentials-wrong|eu|E-mail one-time code
50182||credentials-wrong|eu|E-mail one-time code expired
50183||service-outage|mtu|E-mail one-time code
50184||credentials-wrong|eu|E-mail one-time code
50185||service-outage|mtu|E-mail one-time code not delivered
50186||invalid-request|du
50187|DeviceInformationNotProvided|device-registration|e
50189||invalid-request|du
50190||service-outage|mu
50192|RawCredentialExpectedNotFound|not-enough-evidence|e|no label fits: user certificate sign-in (certificate never arrived; TLS-inspecting proxy)
50194||account-type-mismatch|d|Single-tenant app called through common: use the tenant id, or make it multitenant
50196|LoopDetected|throttled|dt|Client asks for the same token in a loop: cache tokens, stop retrying on errors
50197|ConflictingIdentities|user-not-found|e
50199|CmsiInterrupt|interaction-required|et
50200||tenant-restricted|tu
50201||interaction-required|etu
50202||consent-required|eu
50203||mfa-required|eu|Prompt to register the Authenticator app
50204||consent-required|eu|Privacy statement for guests
50205||interaction-required|etu
50206||consent-required|eu|Remote desktop target needs consent
50207||interaction-required|etu|Broker check
50208||interaction-required|eu|Broker returned another account
50209||interaction-required|etu
51000|RequiredFeatureNotEnabled|not-enough-evidence|t|The text must name the feature
51001|DomainHintMustbePresent|invalid-request|d
51004|UserAccountNotInDirectory|guest-not-invited|t|Wrong tenant in the authority, user never invited, or a synced user deleted since
51005|TemporaryRedirect|interaction-required|mt
51006|ForceReauthDueToInsufficientAuth|interaction-required|e
52004|DelegationDoesNotExistForLinkedIn|consent-required|e
53000|DeviceNotCompliant|conditional-access-blocked|e
53001|DeviceNotDomainJoined|conditional-access-blocked|e
53002|ApplicationUsedIsNotAnApprovedApp|conditional-access-blocked|e
53003|BlockedByConditionalAccess|conditional-access-blocked|t|No user in the call (client credentials): a workload-identity policy on the service principal, mostly by IP. On a server or in CI: location policy. In a device-code sign-in: authentication-flows policy. During on-behalf-of: the claims must go back to the user's client. At Microsoft Graph as 401 instead: cae-challenge
53004|ProofUpBlockedDueToRisk|mfa-required|t|MFA registration refused because of risk; admin clears the risk or issues a temporary pass
53005||conditional-access-blocked|eu|App protection policy of Intune; server-side apps cannot meet it
53006||mfa-required|eu|Fresh sign-in at the federated provider demanded
53007||mfa-required|eu
53008||conditional-access-blocked|eu|Browser not supported by the device policy
53009||conditional-access-blocked|eu|App protection (Intune) policy; server-side apps cannot meet it
53010|ProofUpBlockedDueToSecurityInfoAcr|conditional-access-blocked|e|MFA registration allowed only from certain places or devices
53011||conditional-access-blocked|t|Risk in the home tenant; home admin clears it
54000|MinorUserBlockedLegalAgeGroupRule|not-enough-evidence|e|no label fits: age consent
54005||code-expired-or-redeemed|d|Code posted twice: page reload, double middleware, retry, several instances. An e-mail scanner or proxy prefetch can spend it too
54006||not-enough-evidence|mu|Microsoft's own apps only
54007||service-outage|iu
54008||mfa-required|eu|First factor used cannot be combined with MFA
54009||mfa-required|eu
54010||mfa-required|eu
65001|DelegationDoesNotExist|consent-required|e|grant_type password, refresh or silent call: nobody consented to this exact scope; ask interactively. On-behalf-of: the middle API's own permissions lack consent, list the client under knownClientApplications or admin-consent the API. User consent switched off in the tenant: admin-consent-required. Teams SSO right after a new scope: expected first time, show the consent prompt; stays: bot-sso-misconfigured. Consent exists but for another app id or another tenant: compare the id in the text. Client credentials: app-role-missing
65002||app-not-found|d|Nearest label: a Microsoft-owned client id (Azure CLI, Graph PowerShell, Office) asks an API it is not pre-authorised for; register an own app. No consent can cure it
65003||app-not-found|du|Microsoft's own client id asks a token for itself; see 65002
65004|UserDeclinedConsent|consent-required|e
65005|MisconfiguredApplication|resource-not-found|d|«asked for scope ... that doesn't exist»: invalid-scope (now 650053). Otherwise the API is not among the permissions the app declares (now 650057)
65006||invalid-scope|du|Permission id in the registration does not exist on the API
65007||consent-required|etu|Permissions changed during sign-in
67003|ActorNotValidServiceIdentity|not-enough-evidence|d|Service-to-service actor token; rare
70000|InvalidGrant|refresh-token-expired|d|«code» in the text: code-expired-or-redeemed; «refresh_token»: refresh-token-expired or revoked; «scopes requested are unauthorized or expired» (personal accounts): consent-required; «malformed»: cut or double-encoded value (invalid-request); device-flow: wrong device_code
70001|UnauthorizedClient|app-not-found|d|«was not found in the directory»: app-not-found (now 700016); «disabled»: app-disabled (now 7000112); «not supported for this API version»: old v1/v2 registration
70002|InvalidClient|client-secret-invalid|d|Often a wrapper, read the second code in the text: 50012 secret, 70008/54005 code, 50126 password. «must contain the following parameter»: client-credential-missing (now 7000218)
70003|UnsupportedGrantType|grant-not-allowed|d
70004|InvalidRedirectUri|redirect-uri-mismatch|d
70005|UnsupportedResponseType|grant-not-allowed|d|«token»/«id_token» not enabled: implicit flow switch; «requires the openid scope»: invalid-scope; wctx: invalid-request
70007|UnsupportedResponseMode|grant-not-allowed|d
70008|ExpiredOrRevokedGrant|refresh-token-expired|e|«authorization code» redeemed late: code-expired-or-redeemed; «inactivity» with days: refresh token; «revoked»: session-revoked
70011|InvalidScope|invalid-scope|d|Printed list holds scopes of two APIs: mixed-resource-scopes (modern number 28000). «.default scope can't be combined»: /.default next to single scopes, same fix. «Scope must be in a valid URI form»: unknown short name, comma instead of space, quotes, wrong case, missing api:// prefix. App-only call with a single permission instead of /.default: see 1002012. Application permission named in a user flow: app-role-missing. Personal account with a work-only scope: account-type-mismatch
70012|MsaServerError|service-outage|mt
70016|AuthorizationPending|interaction-required|et|Normal while polling the device flow; keep polling
70018|BadVerificationCode|interaction-required|e|User mistyped the user code
70019|CodeExpired|code-expired-or-redeemed|e|Device or user code ran out; start again
70020||code-expired-or-redeemed|eu|device_code expired before the user finished; a wrong machine clock in the client shortens it (clock-skew)
70021||federated-credential-mismatch|du|Older number for 700211/700212/700213; prints issuer, subject and audience: compare each. Right after creation: wait for propagation
70024||service-outage|iu
70025||federated-credential-mismatch|du|App has no federated credential at all, or wrong client id
70030||service-outage|mtu|Remote sign-in session
70031||interaction-required|etu|Remote sign-in session
70033||code-expired-or-redeemed|eu|Remote sign-in session
70034||interaction-required|eu|User refused the remote sign-in
70035||code-expired-or-redeemed|eu|Remote sign-in session
70036||invalid-request|du|Remote sign-in session
70037||interaction-required|eu|Wrong number in the remote sign-in challenge
70039||code-expired-or-redeemed|eu|Remote sign-in session
70041||state-or-nonce-mismatch|iu|Nonce from the external provider differs
70043|BadTokenDueToSignInFrequency|refresh-token-expired|e|Sign-in frequency policy; unattended jobs need app-only or an exclusion
70044||interaction-required|eu|Sign-in frequency policy on the session
70045||refresh-token-expired|eu|Sign-in frequency policy: token is dead for every app, delete it
70046||interaction-required|eu|Policy wants re-authentication each time
75001|BindingSerializationError|invalid-request|d|SAML
75003|UnsupportedBindingError|invalid-request|d|SAML
75005|Saml2MessageInvalid|invalid-request|d|SAML
75008|RequestDeniedError|invalid-request|d|SAML destination
75011|NoMatchedAuthnContextInOutputClaims|invalid-request|d|SAML request demands a sign-in method the session did not use: drop RequestedAuthnContext or force a fresh sign-in (interaction-required)
75016|Saml2AuthenticationRequestInvalidNameIDPolicy|invalid-request|d|SAML
76021|ApplicationRequiresSignedRequests|invalid-request|d|SAML
76026|RequestIssueTimeExpired|invalid-request|d|Stale SAML request (bookmark, slow user); issue time off from the start: clock-skew
80001|OnPremiseStoreIsNotAvailable|service-outage|tt|Pass-through agent cannot reach AD
80002|OnPremisePasswordValidatorRequestTimedout|service-outage|tt
80005|OnPremisePasswordValidatorUnpredictableWebException|service-outage|tt
80007|OnPremisePasswordValidatorErrorOccurredOnPrem|service-outage|t
80010|OnPremisePasswordValidationEncryptionException|service-outage|t
80012|OnPremisePasswordValidationAccountLogonInvalidHours|account-disabled|t|Nearest label: AD logon hours
80013|OnPremisePasswordValidationTimeSkew|clock-skew|t|Agent machine against AD
80014|OnPremisePasswordValidationAuthenticationAgentTimeout|service-outage|tt
81001||interaction-required|tu|Seamless SSO ticket too big
81004|DesktopSsoIdentityInTicketIsNotAuthenticated|interaction-required|t|Seamless SSO (Kerberos) failed; user falls back to typing the password
81005|DesktopSsoAuthenticationPackageNotSupported|interaction-required|t|Seamless SSO; NTLM instead of Kerberos
81006|DesktopSsoNoAuthorizationHeader|interaction-required|e|Seamless SSO; browser zone or machine outside the domain network
81007|DesktopSsoTenantIsNotOptIn|interaction-required|t|Seamless SSO switched off
81008||interaction-required|tu|Seamless SSO
81009|DesktopSsoAuthorizationHeaderValueWithBadFormat|interaction-required|e|Seamless SSO
81010|DesktopSsoAuthTokenInvalid|interaction-required|e|Seamless SSO ticket expired; key of AZUREADSSOACC rolled, or clock-skew on the client
81011|DesktopSsoLookupUserBySidFailed|interaction-required|t|Seamless SSO user not synchronised (user-not-found)
81012|DesktopSsoMismatchBetweenTokenUpnAndChosenUpn|interaction-required|e|Seamless SSO, other account chosen
81013||interaction-required|tu|Seamless SSO
81014||interaction-required|eu|Seamless SSO
81015||interaction-required|tu|Seamless SSO
81016||interaction-required|eu|Seamless SSO
90002|InvalidTenantName|tenant-not-found|d|Quoted name is a placeholder, an app id, a path word ('authorize', 'undefined') or a typo: tenant-not-found. Real tenant of another cloud: wrong-cloud. «no active subscriptions»: tenant deleted
90004|InvalidRequestFormat|invalid-request|d
90005|InvalidRequestWithMultipleRequirements|invalid-request|d|sid with login_hint
90006|ExternalServerRetryableError|service-outage|mt
90007|InvalidSessionId|invalid-request|d
90008|TokenForItselfRequiresGraphPermission|consent-required|d|Registration needs at least the delegated User.Read of Graph
90009|TokenForItselfMissingIdenticalAppIdentifier|invalid-request|d|App asks a token for itself: name it by GUID ({client id}/.default). Meant another API: wrong-audience
90010|NotSupported|not-enough-evidence|d|Unsupported algorithm by the page; old texts under this number meant the grant type on common/consumers (account-type-mismatch, now 9001023)
90012|RequestTimeout|service-outage|mt
90013|InvalidUserInput|invalid-request|e
90014|MissingRequiredField|invalid-request|d|Field name in quotes tells: 'client_id', 'code', 'refresh_token' (null because nothing was cached: no-refresh-token or token-cache-miss), 'client_secret' (client-credential-missing), 'scope' (invalid-scope)
90015|QueryStringTooLong|invalid-request|d|Cookies or state swollen by a redirect loop; too many scopes
90016|MissingRequiredClaim|obo-assertion-invalid|d|User assertion lacks a claim: app-only or id token sent instead of a user access token
90017||invalid-request|du
90019|MissingTenantRealm|tenant-not-found|d
90020||service-outage|i|Federation server sends no ImmutableID
90022|AuthenticatedInvalidPrincipalNameFormat|invalid-request|d
90023|InvalidRequest|invalid-request|d|Umbrella of old numbers: «Cross-origin token redemption» (redirect-platform-mismatch, now 9002326), «Public clients can't send a client secret» (public-client-with-secret, now 9002319), tenant identifier wording (tenant-not-found, now 900023)
90024|RequestBudgetExceededError|service-outage|mt
90025||service-outage|mtu
90026||invalid-request|du|Wildcard in a host name; redirect URI with *: redirect-uri-mismatch
90027||account-type-mismatch|d|Personal account on the v1 endpoint: move to v2
90028||invalid-request|du
90029||invalid-request|du
90030||service-outage|mtu
90031||service-outage|mtu
90032||service-outage|mtu
90033|MsodsServiceUnavailable|service-outage|mt
90035||service-outage|mtu
90036|MsodsServiceUnretryableFailure|service-outage|m
90037||service-outage|mu
90038|NationalCloudTenantRedirection|wrong-cloud|d
90039||service-outage|mtu
90040||service-outage|mu
90041||service-outage|mtu
90042||wrong-cloud|du
90043|NationalCloudAuthCodeRedirection|wrong-cloud|d
90044||wrong-cloud|mu
90045||throttled|mtu|Service busy
90049||app-not-found|du
90050||service-outage|iu
90051|InvalidNationalCloudId|wrong-cloud|d
90052||not-enough-evidence|mu|Text must tell
90055|TenantThrottlingError|throttled|dt
90056|BadResourceRequest|invalid-request|d|Token endpoint called by GET or opened in a browser
90072|PassThroughUserMfaError|guest-not-invited|t|Home-tenant side of 50020, same variants. Synced user whose ImmutableID differs from AD: tenant admin fixes the anchor
90073||wrong-cloud|du
90081|OrgIdWsFederationMessageInvalid|invalid-request|d|WS-Fed
90082|OrgIdWsFederationNotSupported|invalid-request|d|WS-Fed
90083||invalid-request|du
90084|OrgIdWsFederationGuestNotAllowed|account-type-mismatch|e
90085|OrgIdWsFederationSltRedemptionFailed|service-outage|mt
90086|OrgIdWsTrustDaTokenExpired|interaction-required|e
90087|OrgIdWsFederationMessageCreationFromUriFailed|invalid-request|d|WS-Fed
90088||service-outage|iu|E-mail domain not allowed for the provider
90089||obo-assertion-invalid|du
90090|GraphRetryableError|service-outage|mt
90091|GraphServiceUnreachable|service-outage|mt
90092|GraphNonRetryableError|service-outage|m|Seen on the consent page; check for broken permission entries (invalid-scope) before calling it an outage
90093|GraphUserUnauthorized|admin-consent-required|t|«cannot consent due to lack of permissions»: user may not grant these scopes
90094|AdminConsentRequired|admin-consent-required|t|Also when assignment is required on the enterprise app and nobody consented yet
90095|AdminConsentRequiredRequestAccess|admin-consent-required|t|User can file a request; not a refusal yet
90096||admin-consent-required|tu|Request already sent to the admin
90097||admin-consent-required|ttu|Consent page itself failed; retry as admin
90098||admin-consent-required|tu
90099||admin-consent-required|t|Partner (CSP) app not pre-consented in the customer tenant
90100|InvalidRequestParameter|invalid-request|d
90101|InvalidEmailAddress|invalid-request|e
90102|InvalidUriParameter|invalid-request|d|redirect_uri not absolute: redirect-uri-mismatch
90107|InvalidXml|invalid-request|d|SAML or WS-Fed message
90112||app-not-found|d|client_id is not a GUID: placeholder, app name or secret pasted
90114|InvalidExpiryDate|device-registration|t|Bulk enrolment token
90116||invalid-request|du
90117|InvalidRequestInput|invalid-request|d
90119|InvalidUserCode|invalid-request|e|Device flow
90120|InvalidDeviceFlowRequest|code-expired-or-redeemed|e|Device code already used or refused
90121|InvalidEmptyRequest|invalid-request|d
90122||invalid-request|du
90123|IdentityProviderAccessDenied|service-outage|i
90124|V1ResourceV2GlobalEndpointNotSupported|account-type-mismatch|d
90125|DebugModeEnrollTenantNotFound|user-not-found|e
90126|DebugModeEnrollTenantNotInferred|user-not-found|e
90128||service-outage|mu
90129||account-type-mismatch|du|API issues v1 tokens: not reachable over common or consumers
90130|NonConvergedAppV2GlobalEndpointNotSupported|account-type-mismatch|d|Use organizations or the tenant id, or register for personal accounts too
90131||invalid-request|du|sid with this prompt value
90132||invalid-request|du|Device code asked at one authority, polled at another (common/consumers only)
90134||service-outage|iu
90135||interaction-required|eu|User gave up
90136||grant-not-allowed|du|Device flow with a confidential app: turn the public client switch on
90137||consent-required|eu
90138||invalid-request|du|sid with login_hint
90139||account-type-mismatch|du
90150||invalid-request|du
90202||service-outage|mtu
100007||grant-not-allowed|d|Regional token endpoint closed to this app: switch the region option off
120000|PasswordChangeIncorrectCurrentPassword|credentials-wrong|e
120002|PasswordChangeInvalidNewPasswordWeak|not-enough-evidence|e|no label fits: password change refused
120003|PasswordChangeInvalidNewPasswordContainsMemberName|not-enough-evidence|e|no label fits: password change refused
120004|PasswordChangeOnPremComplexity|not-enough-evidence|e|no label fits: password change refused
120005|PasswordChangeOnPremSuccessCloudFail|service-outage|mt
120008|PasswordChangeAsyncJobStateTerminated|service-outage|m
120011|PasswordChangeAsyncUpnInferenceFailed|service-outage|m
120012|PasswordChangeNeedsToHappenOnPrem|not-enough-evidence|e|no label fits: password change refused (change it in AD)
120013|PasswordChangeOnPremisesConnectivityFailure|service-outage|tt|Writeback connection
120014|PasswordChangeOnPremUserAccountLockedOutOrDisabled|account-locked|t|Locked or disabled in AD; disabled: account-disabled
120015|PasswordChangeADAdminActionRequired|not-enough-evidence|t|no label fits: password change refused
120016|PasswordChangeUserNotFoundBySspr|user-not-found|t
120018|PasswordChangePasswordDoesnotComplyFuzzyPolicy|not-enough-evidence|e|no label fits: password change refused
120020|PasswordChangeFailure|not-enough-evidence|e|no label fits: password change refused
120021|PartnerServiceSsprInternalServiceError|service-outage|mt
130001||device-registration|eu
130004|NgcKeyNotFound|device-registration|e|Windows Hello key not on the account; enrol again
130005|NgcInvalidSignature|device-registration|e
130006|NgcTransportKeyNotFound|device-registration|e
130007|NgcDeviceIsDisabled|device-registration|t
130008|NgcDeviceIsNotFound|device-registration|t
130009||device-registration|eu
130500||conditional-access-blocked|tu|Nearest label: sign-in method switched off by the tenant
130501||conditional-access-blocked|tu|Nearest label: sign-in method switched off by the tenant
130502||conditional-access-blocked|tu|Nearest label: Temporary Access Pass switched off
130503||credentials-wrong|eu|Temporary Access Pass
130504||credentials-wrong|tu|Temporary Access Pass expired
130505||credentials-wrong|tu|Temporary Access Pass used up
130506||credentials-wrong|tu|Temporary Access Pass required for web sign-in
130507||credentials-wrong|tu|Temporary Access Pass
135000||not-enough-evidence|eu|no label fits: passkey sign-in
135001||device-registration|eu|Passkey no longer on the account
135002||not-enough-evidence|eu|no label fits: passkey sign-in
135003||not-enough-evidence|eu|no label fits: passkey sign-in
135004||not-enough-evidence|mu|no label fits: passkey sign-in
135005||not-enough-evidence|mu|no label fits: passkey sign-in
135006||not-enough-evidence|mu|no label fits: passkey sign-in
135007||not-enough-evidence|eu|no label fits: passkey sign-in
135008||not-enough-evidence|eu|no label fits: passkey sign-in
135009||not-enough-evidence|mu|no label fits: passkey sign-in
135010|KeyNotFound|device-registration|e|Passkey or Hello key no longer on the account
135011||device-registration|t|Device object disabled in Entra
135012||not-enough-evidence|eu|no label fits: passkey sign-in
135013||not-enough-evidence|eu|no label fits: passkey sign-in
135014||not-enough-evidence|eu|no label fits: passkey sign-in
135015||not-enough-evidence|mu|no label fits: passkey sign-in
135016||conditional-access-blocked|tu|Nearest label: sign-in method switched off by the tenant
135017||not-enough-evidence|eu|no label fits: passkey sign-in
135018||not-enough-evidence|etu|no label fits: passkey sign-in
135019||not-enough-evidence|etu|no label fits: passkey sign-in
135020||not-enough-evidence|eu|no label fits: passkey sign-in
135021||not-enough-evidence|eu|no label fits: passkey sign-in
135022||not-enough-evidence|mu|no label fits: passkey sign-in
140000|InvalidRequestNonce|state-or-nonce-mismatch|et|Broker nonce missing or stale; also clock-skew on the device
140001|InvalidSessionKey|device-registration|e|Broker session key
140002||device-registration|eu
140003||state-or-nonce-mismatch|du
140004||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140005||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140006||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140007||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140008||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140009||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
140010||not-enough-evidence|tu|no label fits: Kerberos ticket from Entra
160011||interaction-required|etu
160021|AppSessionSelectionInvalidSessionNotExist|interaction-required|d|Silent call with a sid or login_hint whose browser session has ended; fall back to interactive sign-in
165000||state-or-nonce-mismatch|etu|Cookies or form fields of the sign-in page lost or from another attempt: several tabs, stale page, proxy, cookie blocking, automated form posts
165004||not-enough-evidence|e|Text must tell
165900|InvalidApiRequest|invalid-request|et|Sign-in page call
220450|UnsupportedAndroidWebViewVersion|not-enough-evidence|e|no label fits: client or browser too old
220501|InvalidCrlDownload|not-enough-evidence|tt|no label fits: user certificate sign-in (CRL not downloadable)
221000|DeviceOnlyTokensNotSupportedByResource|grant-not-allowed|d
230109|CachedCredentialNonGWAuthNRequestsNotSupported|service-outage|mt
240000||device-registration|tu|Bulk enrolment limit
240001|BulkAADJTokenUnauthorized|device-registration|t
240002|RequiredClaimIsMissing|obo-assertion-invalid|d|An id token was sent as on-behalf-of assertion (id-token-used)
240003||not-enough-evidence|mt|Inner call failed; text must tell
240004||not-enough-evidence|m|Inner error text decides
240005||device-registration|tu
293004||device-registration|du|Remote desktop target not found in the tenant
399207||grant-not-allowed|du
399208||client-assertion-invalid|du
399209||client-assertion-invalid|du|Certificate-bound tokens not switched on
399210||conditional-access-blocked|eu|Verifiable credential demanded
399213||device-registration|eu
399214||invalid-request|du
399217||service-outage|mu
399218||interaction-required|etu|Confirmation prompt, like 50199
399219||service-outage|mtu
399220||service-outage|mu
399229||not-enough-evidence|mu|Managed-browser plumbing of Microsoft's own apps
399230||not-enough-evidence|mu|Managed-browser plumbing of Microsoft's own apps
399231||not-enough-evidence|mu|Managed-browser plumbing of Microsoft's own apps
399232||not-enough-evidence|mu|Managed-browser plumbing of Microsoft's own apps
399284|InboundIdTokenIssuerInvalid|service-outage|i
500011|InvalidResourceServicePrincipalNotFound|resource-not-found|d|Name shown is a typo, has a trailing slash, or is an api:// URI never exposed: fix scope. Name is right but the tenant shown is not the API's: wrong authority or API never consented there (consent-required). graph.microsoft.us/.de or another cloud's host in the name: wrong-cloud
500012||invalid-request|du|Name of the API is not well formed
500013||invalid-request|du|v1 request without resource
500014|InvalidResourceServicePrincipalDisabled|app-disabled|t|The API, not the client, is disabled; lapsed subscription or an admin switched its enterprise app off
500015||resource-not-found|du
500016||resource-not-found|du
500017||resource-not-found|du
500021||tenant-restricted|t|Proxy header tenant restrictions
500022||tenant-restricted|t|Proxy header tenant restrictions
500023||tenant-restricted|tu|Two tenant-restriction headers disagree
500024||tenant-restricted|tu|Two tenant-restriction signals disagree
500025||tenant-restricted|tu|Two tenant-restriction signals disagree
500031||not-enough-evidence|tu|no label fits: SAML app without a signing certificate
500032||not-enough-evidence|mu|Text must tell
500033||client-assertion-invalid|du|x5t and x5c of the key disagree
500061||obo-assertion-invalid|du
500081||service-outage|iu
500082||service-outage|iu
500083||service-outage|iu|Issuer of the assertion not trusted by the tenant
500084||service-outage|iu
500085||service-outage|iu
500086||service-outage|iu
500087||service-outage|iu
500088||service-outage|iu
500089||service-outage|iu|SAML assertion rejected; the details part tells (time range: clock-skew at the provider)
500101||wrong-audience|du
500102||wrong-audience|du
500103||wrong-audience|du
500111||redirect-uri-mismatch|du
500112||redirect-uri-mismatch|du|Redirect URI at redemption differs from the one at authorize, byte for byte
500113||redirect-uri-mismatch|du|Registration has no redirect URI, or the id belongs to another app
500114||redirect-uri-mismatch|du
500115||redirect-uri-mismatch|du
500116||redirect-uri-mismatch|du
500117||redirect-uri-mismatch|du|http on a host other than localhost
500118||redirect-uri-mismatch|du
500119||redirect-uri-mismatch|du|urn: redirect URIs no longer allowed
500121||mfa-required|eu|User failed, ignored or refused the second factor
500122||service-outage|iu
500123||service-outage|iu
500124||device-registration|eu
500125||device-registration|eu
500126||service-outage|iu
500127||not-enough-evidence|du|Text must say which credential is absent
500128||device-registration|eu
500129||device-registration|eu
500131||obo-assertion-invalid|du|aud of the incoming token is not the API doing the exchange (wrong-audience): Graph token sent, other app id, upper case or different api:// URI. In a Teams app: bot-sso-misconfigured
500132||obo-assertion-invalid|du|Not a JWT (token-malformed)
500133||obo-assertion-invalid|d|Incoming user token had already expired when exchanged; also token-expired. Machine clock wrong: clock-skew
500135||obo-assertion-invalid|du
500136||obo-assertion-invalid|du|v2 token at the v1 endpoint (issuer-mismatch)
500137||obo-assertion-invalid|du|v1 token at the v2 endpoint (issuer-mismatch); set the API's accepted token version
500138||obo-assertion-invalid|du
500139||obo-assertion-invalid|du
500141||guest-not-invited|t|Guest redemption finished but started outside the app; sign in again
500142||guest-not-invited|etu
500183||not-enough-evidence|tu|no label fits: user certificate sign-in (revoked)
500184||not-enough-evidence|eu|no label fits: user certificate sign-in
500185||not-enough-evidence|tu|no label fits: user certificate sign-in
500186||not-enough-evidence|tu|no label fits: user certificate sign-in
500187||not-enough-evidence|tu|no label fits: user certificate sign-in
500200||account-type-mismatch|du|Personal account; invited guest expected: guest-not-invited
500201||account-type-mismatch|du|Personal account on the v1 endpoint
500202||account-type-mismatch|du|Guest or personal account on a tenant-independent address: put the tenant id in the authority
500204||account-type-mismatch|eu|Personal account; invite it (guest-not-invited) or use a work account
500205||account-type-mismatch|eu
500206||account-type-mismatch|du
500207||account-type-mismatch|d
500208||account-type-mismatch|e
500209||tenant-not-found|du
500210||tenant-not-found|du
500211||guest-not-invited|tu|Same variants as 50020
500212|NotAllowedByOutboundPolicyTenant|tenant-restricted|t|Home tenant's outbound setting
500213|NotAllowedByInboundPolicyTenant|tenant-restricted|t|Resource tenant's inbound setting
500277||service-outage|iu
500331||client-assertion-invalid|du
500341||user-not-found|tu|User was deleted; restore or re-create
500342||device-registration|eu
500343||service-outage|mtu
500344||user-not-found|eu
500346||credentials-wrong|eu
500571||account-disabled|tu|Guest disabled in the resource tenant
500581||interaction-required|etu|Script step in silent sign-in
500582||interaction-required|du
500583||interaction-required|eu|Browser wants storage access granted (third-party cookies)
500881||throttled|etu
500882||throttled|etu
500883||throttled|etu
501051||app-role-missing|tu|API demands assignment and the calling app has no app role on it; grant the role with admin consent
501241||not-enough-evidence|t|no label fits: claims mapping (name id source empty for this user)
501271||device-registration|eu
501291||device-registration|eu
501292||conditional-access-blocked|eu|App protection policy the client cannot meet
501293||device-registration|eu
501311||conditional-access-blocked|eu|Browser cannot show the device state
501312||device-registration|eu
501313||conditional-access-blocked|eu
501314||interaction-required|etu
501461||not-enough-evidence|d|no label fits: claims mapping (acceptMappedClaims needs a verified-domain audience)
501471||pkce-mismatch|du
501481||pkce-mismatch|d|Verifier of one attempt sent with the code of another (two tabs, lost session, several instances)
501482||pkce-mismatch|du
501491|InvalidCodeChallengeMethodInvalidSize|pkce-mismatch|d
501621|ClaimsTransformationTimeoutRegularExpressionTimeout|not-enough-evidence|tt|no label fits: claims mapping
501631||not-enough-evidence|t|no label fits: claims mapping
501632||not-enough-evidence|t|no label fits: claims mapping
501811||credentials-wrong|eu|E-mail one-time code
530001||conditional-access-blocked|eu|Browser not supported by the policy
530002||conditional-access-blocked|eu|Device not compliant
530003||conditional-access-blocked|eu|Device not managed; server-side sign-in can never meet it
530004||conditional-access-blocked|tu|Resource tenant does not trust the home tenant's device claims: cross-tenant access setting (tenant-restricted)
530011||conditional-access-blocked|eu
530021||conditional-access-blocked|eu
530022||conditional-access-blocked|eu
530031||conditional-access-blocked|tu
530032|BlockedByConditionalAccessOnSecurityPolicy|conditional-access-blocked|t|Meaning moved: page speaks of a tenant security policy, newer texts of user risk in the home tenant
530033||conditional-access-blocked|eu|Device-code sign-in under a device policy: use another flow
530034|DelegatedAdminBlockedDueToSuspiciousActivity|conditional-access-blocked|t
530035|BlockedBySecurityDefaults|conditional-access-blocked|t|Basic auth or a legacy protocol under security defaults: legacy-protocol-retired
530036||conditional-access-blocked|tu|Refresh token came from device-code or transfer sign-in, now barred by the authentication-flows policy: sign in afresh by another flow
530081||conditional-access-blocked|eu
530084||conditional-access-blocked|tu|Token protection policy: client must use the broker (WAM)
650011||consent-required|eu|Second half of the text about a clashing Application URI: rename the URI (resource-not-found)
650041||consent-required|eu|User closed the consent page
650051||not-enough-evidence|ttu|«already present»: service principal being created, retry; «unmanaged state»: domain must be taken over by an admin; other wordings: invalid or outdated permissions (consent-required)
650052||resource-not-found|t|«lacks a service principal for»: create or consent the enterprise app of the API; «subscribed to or enabled»: licence or subscription missing. Own middle API in a customer tenant: consent that API first
650053||invalid-scope|du|Permission name unknown to that API: typo, wrong case, or an application permission asked as delegated
650054||resource-not-found|d
650055||resource-not-found|du
650056||consent-required|t|Registration lists no permission on the resource named (v1 endpoint without User.Read); consent missing; SAML: identifier or certificate in the request wrong (invalid-request)
650057||resource-not-found|d|Resource in the request is not in the registration's API permissions; the text prints both lists. Another cloud's Graph id: wrong-cloud
650058||resource-not-found|tu
650059||account-type-mismatch|d|signInAudience single-tenant, used from another tenant
650061||app-role-missing|du|Role can be assigned to users only
700001||obo-assertion-invalid|du
700002||obo-assertion-invalid|du
700003||device-registration|eu|Device deleted from the tenant, or sign-in to the wrong tenant
700004||invalid-request|du
700005|InvalidGrantRedeemAgainstWrongTenant|invalid-request|d|Code asked at common and redeemed at a tenant, or the reverse: one authority for both calls
700006||wrong-audience|du
700007||invalid-request|du|Code or refresh token belongs to another client id
700008||not-enough-evidence|mu|Account in an unexpected state, only support can see why
700009||redirect-uri-mismatch|du|redirect_uri missing in the token call
700011|UnauthorizedClientAppNotFoundInOrgIdTenant|app-not-found|d
700012||token-missing|du
700013||grant-not-allowed|du
700014||conditional-access-blocked|eu|App protection enrolment missing
700016|UnauthorizedClient_DoesNotMatchRequest|app-not-found|d|Directory named 'Bot Framework' or botframework.com: bot registered single-tenant or managed identity but SDK runs as multi-tenant (bot-credentials). Directory is the user's, app lives elsewhere: consent or install it there, or authority should be the app's tenant. Directory id 9188040d-... or 'Microsoft Accounts': app not open to personal accounts (account-type-mismatch). Identifier is a URL: SAML entity id wrong. Identifier is an object id, secret id or placeholder: wrong value pasted. Government or China registration on the public host: wrong-cloud
700017||resource-not-found|du
700018||resource-not-found|du
700019||app-not-found|du|App id may not be used here: blocked by Microsoft, not verified, or another kind of id
700020|InteractionRequired|interaction-required|e|Page name is of the old numbering (today 26000); the live text under this number is about a reserved application id (invalid-request)
700021||client-assertion-invalid|du|iss/sub of the assertion differ from client_id: wrong client id, or assertion of another app
700022|InvalidMultipleResourcesScope|mixed-resource-scopes|d|Old number, today 28000. Live text may instead say the assertion has no sub claim: client-assertion-invalid
700023|InvalidResourcelessScope|client-assertion-invalid|d|Page name is of the old numbering (today 28002, invalid-scope). Live text: aud of the client assertion is not the token endpoint or issuer, often wrong tenant id or wrong-cloud host in aud
700024||clock-skew|du|Clock ahead or behind; fixed assertion reused past its exp; exp too far ahead; federated token cached too long (token-expired)
700025|InvalidClientPublicClientWithCredential|public-client-with-secret|d|Drop the secret, or the redirect URI stands under mobile/desktop instead of web (redirect-platform-mismatch)
700026||client-assertion-invalid|du|App has no certificate: nothing uploaded, or uploaded to another registration or the wrong cloud
700027||client-assertion-invalid|d|«key was not found» with a thumbprint: certificate not uploaded to this app, or x5t wrongly encoded (must be base64url of the raw hash); «signature value did not match»: wrong private key; «expired»: renew; subject-name mode without x5c header
700028||client-assertion-invalid|du
700029||client-assertion-invalid|du
700030||client-assertion-invalid|d
700031||client-assertion-invalid|du
700032||client-assertion-invalid|du
700033||client-assertion-invalid|du
700034||client-assertion-invalid|du
700035||client-assertion-invalid|du
700036||client-assertion-invalid|du
700037||client-assertion-invalid|du
700038||app-not-found|du|client_id is the empty GUID: setting not filled
700039||resource-not-found|du|Resource is the empty GUID: setting not filled
700040||resource-not-found|du
700041||redirect-uri-mismatch|du|Post-logout redirect not registered
700042||redirect-uri-mismatch|du
700043||redirect-uri-mismatch|du
700044||redirect-uri-mismatch|du
700045||redirect-uri-mismatch|du
700046||redirect-platform-mismatch|du|Nested app (Teams, Office): register brk-{broker id}://host under single-page application
700047||redirect-platform-mismatch|du|Nested app: redirect URI must be of the single-page kind
700048||client-assertion-invalid|du
700049||client-assertion-invalid|du
700050||clock-skew|du
700051||grant-not-allowed|du|Access token checkbox off; app should move to code flow with PKCE
700052||grant-not-allowed|du
700053||invalid-scope|du|id_token asked without openid
700054||grant-not-allowed|d|ID tokens checkbox off, or the app should use code flow
700055||redirect-uri-mismatch|du
700056||guest-not-invited|tu
700081||refresh-token-expired|eu|Maximum age reached
700082|ExpiredOrRevokedGrantInactiveToken|refresh-token-expired|e
700083||refresh-token-expired|eu|Broker token; sign in to the device again
700084||refresh-token-expired|e|SPA refresh tokens live 24 h: sign in silently or by redirect again
700211||federated-credential-mismatch|du|Issuer differs: trailing slash, other cluster, v1 vs v2 issuer, other tenant
700212||federated-credential-mismatch|du|Audience differs: api://AzureADTokenExchange expected; other clouds have their own value (wrong-cloud)
700213||federated-credential-mismatch|du|Subject differs: branch, environment, tag or pull request form; service account namespace; renamed repo
700222||federated-credential-mismatch|du|Entra-issued token used as federated credential where that is not allowed. Do not confuse with 7000222 (expired secret)
700223||federated-credential-mismatch|tu|Tenant has federated credentials switched off or limits the issuers
700229|ForbiddenTokenType|federated-credential-mismatch|d|A user token was used as federated credential: must be app-only
700238||federated-credential-mismatch|tu|Tenant has federated credentials switched off or limits the issuers
750054||invalid-request|d|SAML endpoint opened without a SAML message, for instance by bookmark; OAuth request sent to the saml2 address
900021||tenant-not-found|du|Tenant id is the empty GUID: setting not filled
900023||tenant-not-found|du|Tenant in the URL is a placeholder, a path word, 'undefined' or has an invisible character; full authorize address pasted as authority
900143||invalid-request|du
900144||invalid-request|d|Name in quotes decides: 'client_id' (JSON body instead of form-encoded, or wrong content type), 'scope' (invalid-scope; v1 body on v2 endpoint), 'grant_type', 'code', 'refresh_token' (no-refresh-token), 'assertion' or 'requested_token_use' (obo-assertion-invalid)
900161||obo-assertion-invalid|du
900236|InvalidRequestSamlPropertyUnsupported|invalid-request|d|SAML
900382||wrong-cloud|d|App with a secret or certificate used against another cloud's login host
900383||wrong-cloud|mu|Redirect between clouds failed
900384||signature-invalid|d|Second part of the text decides: client assertion (client-assertion-invalid), user assertion (obo-assertion-invalid), device or session key (device-registration)
900432||wrong-cloud|d
900439|USGClientNotSupportedOnPublicEndpoint|wrong-cloud|du|Government registration on the public login host
900561|BadResourceRequestInvalidRequest|invalid-request|d|GET on the token endpoint; browser back button (harmless); authorize and token addresses swapped
900612||service-outage|i|Provider's JWKS malformed
900941||admin-consent-required|tu|App rated risky (unverified publisher)
900942||admin-consent-required|tu
900971||redirect-uri-mismatch|d|Registration has no redirect URI at all
901002||invalid-request|d|v1 resource parameter on the v2 endpoint: use scope
901011|NoEmailAddressCollectedFromExternalOidcIDP|service-outage|i|User hid the e-mail at the provider
901012|EmailAddressCollectedFromExternalOidcIDPNotVerified|service-outage|i
901014|NoExternalIdentifierCollectedFromExternalOidcIDP|service-outage|i
1000000|UserNotBoundError|interaction-required|e
1000002|BindCompleteInterruptError|interaction-required|et
1000005||service-outage|tu|External provider definition incomplete
1000006||service-outage|tu|External provider definition incomplete
1000007||service-outage|tu|External provider definition
1000008||service-outage|tu|External provider definition
1000009||service-outage|tu|External provider definition
1000010||service-outage|tu|External provider definition
1000011||service-outage|tu|External provider definition
1000012||service-outage|tu|External provider definition
1000013||service-outage|tu|External provider definition
1000014||obo-assertion-invalid|du|User token was issued by another tenant than the one addressed
1000015||not-enough-evidence|mu|Account in an unexpected state, only support can see why
1000018||service-outage|iu
1000019||not-enough-evidence|tu|no label fits: user certificate sign-in
1000020||grant-not-allowed|du
1000021||service-outage|itu|External MFA provider unreachable
1000022||service-outage|itu|External MFA provider unreachable
1000023||invalid-request|du
1000024||invalid-request|du
1000025||device-registration|eu|Broker key
1000026||device-registration|eu|Broker token
1000027||device-registration|eu|Broker key
1000028||device-registration|eu|Broker credential
1000029||invalid-request|du|Proof-of-possession key
1000030||account-type-mismatch|du|Refresh token of a personal account used at a work tenant
1000031||app-disabled|t
1000032||device-registration|eu|Broker key
1000033||device-registration|eu|Broker key
1000034||device-registration|eu|Broker key
1000035||device-registration|mtu
1000036||device-registration|du|Bound refresh token used like a plain one
1000037||device-registration|du
1000038||invalid-request|du|Proof-of-possession key
1000039||invalid-request|du|Proof-of-possession key
1000040||device-registration|eu|Broker key
1000104|XCB2BResourceCloudNotAllowedOnIdentityTenant|tenant-restricted|t|Cross-cloud collaboration not switched on; client pointed at the wrong cloud: wrong-cloud
1000501||service-outage|mtu
1000502||client-assertion-invalid|du|Certificate expired or not yet valid; also clock-skew
1000503||device-registration|eu
1000701||device-registration|tu|Two devices share the name
1001010||app-not-found|tu|Client app has no service principal in the tenant addressed; needs consent or install there, or a tenant id in the authority
1002001||device-registration|tu
1002002||not-enough-evidence|tu|no label fits: user certificate sign-in
1002003||device-registration|tu
1002004||device-registration|tu
1002005||device-registration|tu
1002006||device-registration|tu
1002011||not-enough-evidence|tu|no label fits: private link set-up
1002012||invalid-scope|du|Client credentials with a single permission as scope: ask {resource}/.default. No resource prefix at all: bare '.default'
1002014||invalid-request|du|domain_hint with an opaque login_hint
1002016||legacy-protocol-retired|tu|TLS 1.0/1.1 or 3DES client: update the runtime or OS
1002017||invalid-request|du
1002021||wrong-cloud|du|Old client library in a cross-cloud guest sign-in: upgrade it
1002022||service-outage|mtu
1002023||device-registration|eu
1002024||device-registration|du
1002026||tenant-not-found|du|App token asked at common on a regional endpoint: use the tenant id
1002027||invalid-request|eu|Sign-up form
1003012||not-enough-evidence|tu|no label fits: custom claims extension
1003013||state-or-nonce-mismatch|etu
1003014||not-enough-evidence|tu|no label fits: custom claims extension
1003015||not-enough-evidence|tu|no label fits: custom claims extension
1003016||not-enough-evidence|tu|no label fits: custom claims extension
1003017||not-enough-evidence|tu|no label fits: custom claims extension
1003018||app-disabled|tu|Custom extension service principal disabled
1003019||app-disabled|tu|Custom extension API disabled
1003020||not-enough-evidence|tu|no label fits: custom claims extension
1003021||app-role-missing|tu|Custom extension permission not granted
1003022||app-disabled|tu|Graph's own service principal disabled or missing
1003023||not-enough-evidence|tu|no label fits: custom claims extension
1003024||not-enough-evidence|tu|no label fits: custom claims extension
1003025||not-enough-evidence|tu|no label fits: custom claims extension
1003026||not-enough-evidence|tu|no label fits: custom claims extension
1003027||not-enough-evidence|ttu|no label fits: custom claims extension
1003030||service-outage|mtu
1003031||resource-not-found|du|Permission list of the registration is broken
1003033||device-registration|eu
1003034||account-type-mismatch|tu
1003035||invalid-request|du
1003037||interaction-required|eu|Account exists with another provider
1400001||state-or-nonce-mismatch|du
2205013||not-enough-evidence|ttu|no label fits: user certificate sign-in (CRL download running)
5000224|NotAllowedTenantBlockedTenantFraud|tenant-restricted|m|Nearest label: Microsoft itself has blocked the tenant; only support lifts it
5000225||tenant-restricted|mu|Nearest label: tenant blocked for inactivity; support or admin must revive it
5000611||device-registration|du|Broker key derivation version; nothing to do with cross-tenant access
5000811||service-outage|tu|Key id unknown: provider rolled its signing certificate, metadata in Entra is old
5000819|InvalidSamlTokenEmailMissingOrInvalid|service-outage|i
5001210||device-registration|eu
5001211||device-registration|eu
5001212||device-registration|eu
5001213||interaction-required|eu|Seamless SSO
5001214||not-enough-evidence|eu|Says only that the sign-in failed
5001256||service-outage|i|External MFA provider returned an id_token that fails validation
5002726||obo-assertion-invalid|du|JWT header not accepted: Graph token (nonce header) or encrypted token as assertion
7000011||obo-assertion-invalid|du|SAML assertion
7000012||invalid-request|du|Code or refresh token of another tenant
7000013||invalid-request|du|v1 grant on v2 endpoint or the reverse
7000014||code-expired-or-redeemed|du|device_code unknown
7000015||invalid-request|du|Code or refresh token of another tenant
7000016||device-registration|eu
7000017||grant-not-allowed|du
7000018||device-registration|eu
7000019||device-registration|eu
7000020||obo-assertion-invalid|du|SAML assertion not base64url
7000021||grant-not-allowed|du|grant_type mistyped
7000022||device-registration|eu
7000023||device-registration|eu
7000024||device-registration|eu
7000025||invalid-request|du
7000026||invalid-request|du
7000027||refresh-token-expired|eu
7000028||device-registration|eu
7000029||device-registration|eu
7000030||device-registration|eu
7000031||device-registration|eu
7000032||device-registration|eu
7000033||obo-assertion-invalid|du
7000034||device-registration|eu
7000110||invalid-request|du|client_id differs from the one that got the code or refresh token
7000112|UnauthorizedClientApplicationDisabled|app-disabled|t
7000113||obo-assertion-invalid|du|Assertion is an app-only token: on-behalf-of needs a user token
7000114||obo-assertion-invalid|d|Assertion is an app-only token: on-behalf-of needs a user token
7000115||grant-not-allowed|du
7000116||app-disabled|tu
7000117||app-disabled|tu|API disabled in the tenant
7000210||client-assertion-invalid|tu
7000211||client-assertion-invalid|tu
7000212||client-assertion-invalid|tu
7000213||client-assertion-invalid|du|Not the federated-credential code 700213
7000214||client-assertion-invalid|du|Certificate revoked
7000215||client-secret-invalid|d|Secret ID pasted instead of value; secret of another app; value mangled by + or / without URL encoding, shell $, trailing newline; deleted secret. In a bot's token call: bot-credentials. In an Azure Bot OAuth connection: bot-oauth-connection
7000216||client-credential-missing|du|Secret, certificate or assertion absent in a client-credentials call: empty variable, wrong form field name, JSON body
7000217||app-not-found|tu|Could be the client or the API: compare the name in the text (resource-not-found)
7000218||client-credential-missing|d|Device-code, password or desktop flow on an app whose public client switch is off, or whose redirect URI stands under web. Redirect URI under web in a browser app: redirect-platform-mismatch. Truly confidential app: secret variable empty
7000219||client-credential-missing|du
7000220||invalid-request|du|client_id differs from the one in the grant
7000221||client-assertion-invalid|du
7000222|InvalidClientSecretExpiredKeysProvided|client-secret-expired|d|Secret kept in an Azure Bot OAuth connection: renew it there as well (bot-oauth-connection); bot sends no replies: bot-credentials
7000223||grant-not-allowed|du|Broker not allowed
7000224||grant-not-allowed|du|Nested app not allowed to use the broker
7000225||client-assertion-invalid|du|Managed-identity certificate with an ordinary app id
7000226||federated-credential-mismatch|du
7000227||federated-credential-mismatch|du
7000228||grant-not-allowed|du|Broker not allowed
7000229||app-not-found|tu|Registration exists, enterprise application does not: az ad app create makes no service principal; or token asked in a tenant that never consented. Bot token call: bot-credentials
7002137||federated-credential-mismatch|du|Subject wrong, text prints the wanted one
7002138||federated-credential-mismatch|du|Subject differs only in upper/lower case
7002381||federated-credential-mismatch|tu|Tenant demands an enterprise claim from the GitHub issuer
7500514||service-outage|i|SAML response element of the federation server unusable
7500529||invalid-request|d|SAML request ID starts with a digit
9001011||conditional-access-blocked|tu|Policy names an unknown device state
9001023||account-type-mismatch|d|Password or integrated-Windows grant on common or consumers: use tenant id or organizations
9002310||invalid-request|du|SAML
9002311||invalid-request|du|SAML
9002312||invalid-request|du|SAML
9002313|InvalidRequest|invalid-request|d|With error invalid_grant: refresh token or code is cut, quoted, encrypted by the app's own store or not a token at all. With invalid_request: duplicate or badly encoded parameters
9002314||invalid-request|du
9002315||not-enough-evidence|du|no label fits: sign-out
9002316||not-enough-evidence|du|no label fits: sign-out
9002317||issuer-mismatch|du
9002318||not-enough-evidence|du|no label fits: sign-out
9002319||public-client-with-secret|du
9002320||invalid-request|du
9002321||service-outage|iu
9002322||invalid-request|du
9002323||client-assertion-invalid|du
9002324||invalid-request|du|Secret and assertion sent together
9002325||redirect-platform-mismatch|du|Browser code redemption without PKCE: SPA library too old or wrong flow (pkce-mismatch)
9002326||redirect-platform-mismatch|du|Token call carries an Origin header but the redirect URI stands under web or mobile: move it to single-page application, or call from the server
9002327||redirect-platform-mismatch|du|Redirect URI stands under single-page application but the server redeems the code or refresh token: move it to web
9002328||account-type-mismatch|du|Admin-consent address with common or consumers
9002329||service-outage|mu
9002330||invalid-request|du
9002331||account-type-mismatch|du|Personal-only app called on common or a tenant id: use consumers or widen the audience
9002332||account-type-mismatch|d|Work-only app called on consumers
9002333||invalid-request|du|Remote desktop
9002334||invalid-request|du|Remote desktop
9002335||invalid-request|du|Remote desktop
9002336||invalid-request|du|Remote desktop
9002337||account-type-mismatch|du
9002338||invalid-request|du
9002339||account-type-mismatch|du
9002340||invalid-scope|du|Remote desktop
9002341||interaction-required|e
9002346||account-type-mismatch|du|Personal-only app called on common or a tenant id: use consumers or widen the audience
`;
