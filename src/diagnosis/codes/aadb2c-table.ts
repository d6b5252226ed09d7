/**
 * The codes of Azure AD B2C (AADB2C), a line each: number, root cause, marks, what it means.
 * Marks: who fixes it (`e` end user, `d` app developer, `t` tenant administrator, `m` Microsoft, `i` identity provider),
 * then `t` where it is transient.
 *
 * Source: learn.microsoft.com/azure/active-directory-b2c/error-codes; last compared in August 2026. 99068 is not listed there:
 * it is of github.com/dotnet/aspnetcore/issues/56311, and its own words say what it wants.
 */
export const AADB2C_LINES = `
90001|not-enough-evidence|e|a user with this name exists already and the sign-up profile does not allow a second one
90002|invalid-request|d|the page to be shown could not be loaded from its address (404)
90006|redirect-uri-mismatch|d|the redirect address of the request is not registered for this client id
90007|redirect-uri-mismatch|d|the app has no redirect address registered at all
90008|invalid-request|d|the request has no client_id
90010|invalid-scope|d|the request has no scope
90011|app-not-found|d|the client id of the request is not the one that the policy was registered with
90012|invalid-scope|d|the scope of the request is not one that this app may ask for
90013|grant-not-allowed|d|the response_type of the request is not supported
90014|invalid-request|d|the response_mode of the request is not supported
90016|client-assertion-invalid|d|the type of the client assertion is not the expected one
90017|client-assertion-invalid|d|the client assertion is not valid
90018|app-not-found|d|the client id is not registered in this tenant
90019|not-enough-evidence|t|a policy key of the tenant holds no valid key
90021|not-enough-evidence|t|the custom policy names a technical profile that does not exist
90022|not-enough-evidence|t|the policy's metadata could not be returned: it may not exist in this tenant
90023|not-enough-evidence|t|a technical profile lacks a required metadata key
90025|not-enough-evidence|t|a technical profile lacks a required cryptographic key
90027|not-enough-evidence|t|the basic credentials that the policy uses for its own API call are wrong
90028|not-enough-evidence|t|the client certificate that the policy uses for its own API call is not valid
90031|not-enough-evidence|t|the policy has no default user journey
90035|service-outage|mt|the service is unavailable for the moment
90036|invalid-request|d|a sign-out request has no post_logout_redirect_uri
90037|not-enough-evidence|t|an error while the request was processed; the correlation id leads to the cause in the policy's log
90039|client-assertion-invalid|d|a client assertion was sent, but the policy holds no client secret
90040|not-enough-evidence|t|the user journey has no step that sends the claims
90043|invalid-request|d|the prompt parameter is none of none, login, consent, select_account
90044|not-enough-evidence|t|the policy uses a claim resolver that does not know the claim
90046|state-or-nonce-mismatch|e|the state of the sign-in could not be loaded: begin again in the same browser, with cookies allowed
90047|not-enough-evidence|d|a page's script could not be loaded; look at its CORS settings
90048|service-outage|m|an unhandled exception on the server
90051|not-enough-evidence|t|the policy found no fitting identity provider
90052|credentials-wrong|e|user name or password is wrong
90053|user-not-found|e|no user with this name was found
90054|credentials-wrong|e|user name or password is wrong
90055|invalid-scope|d|the scope does not name its resource, as in https://contoso.onmicrosoft.com/api/read
90057|grant-not-allowed|d|the app does not allow the implicit flow
90058|client-credential-missing|d|the app is not registered as a public client
99059|pkce-mismatch|d|a code_challenge is required for single-page apps
90067|redirect-uri-mismatch|d|the address to return to after sign-out is malformed
90068|app-not-found|d|the app was not made in this B2C tenant, or is not valid for this service
90073|not-enough-evidence|d|the reference of Microsoft does not have this code; the message beside it decides
90075|not-enough-evidence|t|an API that the policy calls answered with an HTTP error
90077|interaction-required|d|silent sign-in (prompt=none) found no session: sign in interactively
90079|client-credential-missing|d|a confidential client must send its client_secret
90080|refresh-token-expired|e|the grant has expired: sign in again
90081|client-secret-invalid|d|the client secret is not the expected one
90083|invalid-request|d|the request lacks a required parameter
90084|public-client-with-secret|d|a public client sent a client_secret
90085|service-outage|m|an internal error of the service; sign in again
90086|grant-not-allowed|d|the grant_type is not supported
90087|code-expired-or-redeemed|d|the grant was issued for another version of the protocol endpoint
90088|code-expired-or-redeemed|d|the grant was issued for another endpoint: authorize and token request must name the same policy
90091|consent-required|e|the person cancelled the sign-in
90092|app-disabled|t|the app is disabled in this tenant
90107|invalid-scope|d|an ID token needs the scope openid, and the app must be allowed to get one
90108|not-enough-evidence|t|a step of the policy names no token issuer
90110|invalid-scope|d|response_type id_token needs the scope openid
90111|account-locked|t|the account is locked; an administrator must unlock it
90114|account-locked|et|the account is locked for a while to prevent misuse
90115|invalid-scope|d|response_type code needs a resource or the client id among the scopes
90117|invalid-scope|d|the scope is not supported
90118|credentials-wrong|d|the person chose «forgot password»: the app must start the password reset policy
90120|invalid-request|d|max_age is not a number within its bounds
90122|invalid-request|d|a value of the request has signs such as < or & that are not allowed
90128|user-not-found|e|the account behind this grant no longer exists
90129|session-revoked|e|the grant was revoked: sign in again
90145|mfa-required|e|no phone number is known, and the policy does not let the person enter one
90146|mixed-resource-scopes|d|the scopes name more than one resource
90149|not-enough-evidence|d|a script of the page failed to load
90151|mfa-required|et|too many attempts at the second factor
90152|service-outage|mt|the service for the second factor did not answer
90154|service-outage|mt|the service for the second factor gave no session
90155|mfa-required|e|the check of the second factor failed
90156|mfa-required|e|the second factor was not accepted
90157|not-enough-evidence|et|too many attempts at one step
90158|not-enough-evidence|e|what was entered was not accepted; the reason stands in the message
90159|not-enough-evidence|e|what was entered could not be verified; the reason stands in the message
90161|not-enough-evidence|e|a step of the sign-in failed; the reason stands in the message
90165|state-or-nonce-mismatch|d|the SAML request that began the sign-in is not found in its state
90168|invalid-request|d|a signed HTTP-Redirect request lacks a required parameter
90178|not-enough-evidence|t|the signing certificate has no private key
90182|pkce-mismatch|d|the code_verifier does not belong to the code_challenge
90183|pkce-mismatch|d|the code_verifier is malformed
90184|pkce-mismatch|d|the code_challenge_method is neither plain nor S256
90188|not-enough-evidence|t|the SAML metadata of the partner could not be fetched
90194|not-enough-evidence|t|a claim that the policy sends as bearer token does not exist
90205|missing-scope|d|the app has no permission for this web API
90206|service-outage|mt|a time-out while the client was initialised
90208|token-expired|d|the id_token_hint has expired
90209|wrong-audience|d|the id_token_hint has another audience than the policy expects
90210|token-malformed|d|the id_token_hint could not be validated
90211|state-or-nonce-mismatch|e|the state cookie is incomplete: allow cookies and begin again
90212|state-or-nonce-mismatch|e|the state cookie is not valid: allow cookies and begin again
90220|not-enough-evidence|t|a policy key holds no valid certificate: expired, or not valid yet
90223|not-enough-evidence|d|the custom page could not be sanitised
90224|grant-not-allowed|d|the resource owner password flow is not enabled for the app
90225|credentials-wrong|e|user name or password is wrong
90226|invalid-request|d|the exchange takes POST only
90232|issuer-mismatch|d|the id_token_hint has an issuer that the policy does not accept
90233|signature-invalid|d|the signature of the id_token_hint is not valid
90235|token-expired|d|the ID token has expired
90237|wrong-audience|d|the ID token has another audience than expected
90238|issuer-mismatch|d|the ID token has an issuer that is not accepted
90239|signature-invalid|d|the signature of the ID token is not valid
90240|token-malformed|d|the ID token could not be parsed
90242|not-enough-evidence|t|the SAML partner's metadata in the policy cannot be loaded
90243|client-secret-invalid|t|the client id or secret of a linked identity provider is not set up rightly
90244|throttled|dt|too many requests for the moment
90248|grant-not-allowed|d|the resource owner password flow takes only apps made in the B2C portal
90250|invalid-request|d|the generic login endpoint is not supported
90255|not-enough-evidence|t|an exchange of claims did not complete; the policy's log tells why
90261|not-enough-evidence|t|an API that the policy calls answered with something that cannot be parsed
90272|invalid-request|d|the id_token_hint is missing
90273|not-enough-evidence|i|a linked identity provider sent an invalid response; the message names it
90274|not-enough-evidence|t|the provider's metadata has no usable sign-out service
90276|not-enough-evidence|t|the request contradicts a setting of the technical profile
90277|not-enough-evidence|t|a step of the user journey has no content definition
90279|code-expired-or-redeemed|d|the client id is not the one that the grant was issued to
90284|admin-consent-required|t|the app has not been granted consent, so that local accounts cannot use it
90285|app-not-found|d|the app was not found
90287|redirect-uri-mismatch|d|the redirect address of the request is not valid
90288|not-enough-evidence|t|the user journey for refresh tokens does not exist in the policy
90289|service-outage|it|the linked identity provider could not be reached
90296|app-not-found|d|the app is not configured rightly for this policy
90301|throttled|dt|too many requests for the moment
90302|throttled|dt|too many requests for the moment
99005|invalid-scope|d|the scope has a sign that is not allowed
99006|not-enough-evidence|t|the tenant's extensions app is missing
99011|not-enough-evidence|t|a technical profile lacks a metadata value
99013|grant-not-allowed|d|grant_type and token_type do not go together
99015|not-enough-evidence|t|a profile lacks the input claims for the resource owner password flow
99068|invalid-scope|d|an app alone asks for the scope of a person; it needs the API's address with /.default
`;
