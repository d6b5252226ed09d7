/**
 * What people tell beside a bare refusal, by the words that the telling cannot do without, in whatever order and tense.
 * The first group is looked for in the whole text, the others around it. Lower case; a bar separates alternatives.
 */
export const CIRCUMSTANCES = [
  'password-changed',
  'password-change-due',
  'password-encoded',
  'sessions-revoked',
  'long-unused',
  'code-sent-twice',
  'code-sent-late',
  'code-verifier-lost',
  'state-lost',
  'third-party-cookies',
  'foreign-assertion',
  'certificate-changed',
  'secret-changed',
  'secret-rotated',
  'secret-absent',
  'secret-ended',
  'secret-beside-public-platform',
  'bot-password-absent',
  'cache-empty',
  'cache-not-shared',
  'second-factor-on-password',
  'policy-by-place',
  'accepted-by-graph',
  'consent-left',
  'consent-by-admin-pending',
  'assignment-missing',
  'other-organisation',
  'personal-account',
  'personal-account-at-one-tenant',
  'expired-at-once',
  'platform-web-in-browser',
  'service-principal-absent',
  'federated-trust-differs',
  'connection-name-differs',
  'refresh-token-absent',
  'refresh-token-printed-as-nothing',
] as const;

/** What people say that the sign-in or Graph told them; their words stand in `retold.ts`. */
export const RETOLD = [
  'personal-account-said-absent',
  'organisation-account-said-absent',
  'account-said-unknown',
  'password-said-expired',
  'account-said-disabled',
  'account-said-locked',
  'password-said-wrong',
  'second-factor-out-of-reach',
  'device-said-removed',
  'sessions-said-revoked',
  'refused-since-password-changed',
  'policy-said-to-block',
  'personal-account-kept-out',
  'second-factor-unanswered',
  'stopped-by-place',
  'partner-tenant-kept-out',
  'reply-address-refused',
  'assignment-said-missing',
  'secret-said-expired',
  'tenant-said-unknown',
  'device-code-said-over',
  'secret-said-removed',
  'secret-id-said-used',
  'approval-said-needed',
  'consent-said-missing',
  'app-said-disabled',
  'service-said-not-enabled',
  'federated-subject-changed',
  'sign-in-loop-told',
  'silent-sign-in-told',
  'audience-is-own-app',
  'own-token-on-graph',
  'calendar-said-not-shared',
  'clock-said-wrong',
  'no-refresh-token-said',
  'graph-explorer-may',
  'token-lacks-added-permission',
  'may-read-and-not-write',
  'some-mailboxes-refused',
  'other-calendar-refused',
  'mailbox-said-unlicensed',
  'issuer-versions-differ',
  'refresh-token-long-unused',
  'refused-after-an-hour',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number] | (typeof RETOLD)[number];

export interface CircumstanceWords {
  readonly circumstance: Circumstance;
  readonly words: string;
  /** How far from the first word the others may stand; 90 where left out. */
  readonly within?: number;
  /** Where this stands there too, something else is told. */
  readonly unless?: RegExp;
  /** What must stand there, too, in this order. */
  readonly only?: RegExp;
  /** It tells something by itself; the others do so only beside the name of an OAuth error. */
  readonly alone?: true;
  /** Only Microsoft's sign-in says so: its name need not stand in the paste. */
  readonly anywhere?: true;
  /** The words tell what was done; that something failed must stand in the paste as well. */
  readonly besideFailure?: true;
}

const CHANGED =
  'changed|changes|change of|was reset|has been reset|reset her|reset his|reset my|reset their|reset the|resets|new password|rotated|geändert|zurückgesetzt|changé|cambi';
const OBO = 'on-behalf|on behalf|onbehalfof|on_behalf|obo ';

export const CIRCUMSTANCE_WORDS: readonly CircumstanceWords[] = [
  {
    circumstance: 'password-changed',
    words: `password|passwort|kennwort|mot de passe|contraseña + ${CHANGED}`,
    within: 50,
    unless: /must|need|next log|first|client secret|app password|policy|last changed/,
  },
  {
    circumstance: 'password-change-due',
    words:
      'must change|change password at next|change at next|forcechangepassword|force change|temporary password|initial password|one-time password|first sign-in|first login|kennwort ändern|password expired|expired password|passwort abgelaufen|kennwort abgelaufen + password|passwort|kennwort',
  },
  {
    circumstance: 'password-encoded',
    words: 'password|passwort|kennwort + special char|encod|escap|ampersand|sonderzeichen|plus sign| & ',
    within: 60,
  },
  {
    circumstance: 'sessions-revoked',
    words:
      'revoke session|revoke sign-in|revoke all|revoked session|revoked all|revoked the session|sessions were revoked|revokesignin|revoke-mguser|revoke-azureaduser|signed out everywhere|sign out everywhere|sitzungen widerrufen|refresh token was revoked|refresh tokens were revoked|removed the app|disconnected the app|revoked the consent|account was compromised',
  },
  {
    circumstance: 'long-unused',
    words:
      '90 days|ninety days|90 tage|three months|3 months|six months|6 months|half a year|inactivity|been inactive|not been used|not used|not been opened|nobody used|nobody opened|unused|did not open|for months|since january|over the summer|long time|on holiday|on vacation|on leave|24 hours|24h|24 h + refresh|token|sign|silent|grant',
    within: 160,
    unless: /never used a|access token lives|secret|certificate/,
  },
  {
    circumstance: 'code-sent-twice',
    words:
      'strictmode|strict mode|same code|code twice|twice|second time|two times|second post|second request|reused|re-used|reuse|reload|refreshed the|page refresh|back button|bookmark|prefetch|link preview|safe links|safelinks|runs again|called again|zweimal|deux fois|dos veces + code|callback',
    unless: /status code|qr code|source code|device code|verification code|same code base|error code/,
  },
  {
    circumstance: 'code-sent-late',
    words:
      'minutes later|minutes after|minutes old|hour later|hours later|quarter of an hour|too late|waited|breakpoint|overnight|next day|minuten später + code',
    unless: /status code|qr code|source code|device code|verification code|error code/,
  },
  {
    circumstance: 'code-verifier-lost',
    words:
      'code_verifier|code verifier|codeverifier|pkce verifier + lost|missing|different|other tab|two tabs|second tab|not stored|mismatch|not the same|not the one|overwritten|regenerated|new one|undefined|null|gone|cleared|verloren',
    within: 60,
  },
  {
    circumstance: 'state-lost',
    alone: true,
    words:
      'correlation cookie|correlation-cookie|nonce cookie|state cookie|oauth_state|oauth2_state|oauth state|state parameter|session cookie + missing|lost|not found|not sent|gone|dropped|not set|absent|different|mismatch|does not come back|fehlt|verloren',
    within: 60,
  },
  {
    circumstance: 'third-party-cookies',
    alone: true,
    words:
      'third-party cookie|third party cookie|3rd party cookie|3rd-party cookie|tracking prevention|tracking protection|pop-up blocked|popup blocked|popup is blocked|pop-up blocker|popup blocker|blocks the popup|blocks pop-ups|drittanbieter-cookie + silent|iframe|frame|sso|msal|acquiretoken|login|sign|popup|pop-up',
  },
  {
    circumstance: 'foreign-assertion',
    words: `${OBO} + id token|id_token|idtoken|aud graph|aud is graph|for graph|graph token|audience graph|aud: graph|graph as aud|graph.microsoft.com as|00000003-0000|app-only|idtyp app|idtyp: app|daemon|no scp|without scp|no user|service principal`,
    within: 120,
    unless: /scope=|scopes:|want a token for graph|to get a token for graph|token for graph (?:from|with)/,
  },
  {
    circumstance: 'certificate-changed',
    words:
      'certificate|thumbprint|x5t|zertifikat|client assertion + never uploaded|not uploaded|forgot to upload|was renewed|renewed|rotated|replaced|expired|old one|old certificate|different|another one|mismatch|differs|does not match|not registered|not in the portal|not in the app|abgelaufen|erneuert|portal:',
    unless: /ssl|tls|https certificate|server certificate|self-signed certificate in chain|unable to verify/,
  },
  {
    circumstance: 'secret-changed',
    words:
      'secret|app password|appsecret + rotated|rotation|old one|old value|old secret|old key|previous one|renewed|replaced|regenerated|new secret|new value|new one|typo|trailing|newline|line break|url-encode|urlencode|url encode|encoded|cut off|truncated|whitespace|quotes around|wrong',
    unless: /expired|expires|ran out|no secret|without a secret/,
  },
  {
    // «We rotated the client secret, since then the refresh fails.»
    circumstance: 'secret-rotated',
    alone: true,
    words:
      'client secret|client_secret|clientsecret|app secret|clientgeheimnis|geheimen clientschlüssel|secret client|secreto de cliente|segredo do cliente + rotated|rotation|renewed|replaced|regenerated|new secret|erneuert|ausgetauscht|getauscht|renouvelé|changé|rotado|renovado|cambiado|trocado|renovei + since|after that|after the|afterwards|now the|now every|seitdem|seit|depuis|desde + fail|refuse|refused|401|stopped|not work|unauthorized|schlägt|geht nicht|échoue|marche plus|falla|no funciona|falha|não funciona',
    within: 140,
    unless: /expired|expires|abgelaufen|expiré|caducado|github|kubernetes secret|works again|without downtime/,
  },
  {
    circumstance: 'secret-absent',
    words:
      "no client_secret|no client secret|without client_secret|without client secret|without a secret|without secret|without the secret|no secret|secret is missing|secret missing|missing secret|missing client_secret|client_secret is missing|secret not set|secret is not set|secret isn't set|secret was not set|secret is empty|secret empty|empty secret|secret is null|secret undefined|secret is undefined|forgot the secret|forgot client_secret|secret fehlt|kein secret + token|client|invalid|env|variable|credential|app|request|container",
    within: 160,
  },
  {
    circumstance: 'secret-ended',
    words:
      'secret|geheimnis|clé secrète + ran out|expired|expires|expiry|expiration|has ended|is over|abgelaufen|abgelaufenes|läuft ab|caducado|caducó|expiré|scaduto|two years old|2 years old',
    within: 70,
    unless: /not expired|never expires|expires_in|expires in|does not expire|valid until 20[3-9]/,
  },
  {
    circumstance: 'secret-beside-public-platform',
    words:
      'mobile and desktop|mobile & desktop|public client/native|public client (mobile + client_secret|client secret|clientsecret',
    within: 400,
  },
  {
    circumstance: 'bot-password-absent',
    alone: true,
    words:
      'microsoftapppassword|microsoftappid|app_password|microsoft_app_password|microsoft_app_id + empty|not set|missing|null|undefined|blank|placeholder|typo|wrong|different',
  },
  {
    circumstance: 'cache-empty',
    alone: true,
    words:
      'getallaccounts|get_accounts|getaccounts|getaccountsasync|getaccountbyhomeid|acquire_token_silent|acquiretokensilent|getaccesstokenforuserasync + empty|returns none|returned none|returns null|returned null|returns []|= []|[]|is none|is null|no account|0 accounts|zero accounts|user_null|undefined',
    unless: /account=none|account: null|error_codes|aadsts/,
  },
  {
    circumstance: 'cache-not-shared',
    alone: true,
    words:
      'acquire_token_silent|acquiretokensilent|token cache|tokencache|token_cache|msal cache|in-memory cache|cache is in memory|user_null|no_tokens_found|no_account + replica|other pod|all pods|several pods|multiple pods|3 pods|2 pods|two pods|instances|scale|load balanc|worker|deployment|deploy|restart|recycl|slot swap|container|serverless|lambda|azure function',
    within: 180,
  },
  {
    circumstance: 'second-factor-on-password',
    alone: true,
    words:
      'ropc|password grant|password flow|username/password|username and password|user name and password|usernamepassword|grant_type=password|service account + mfa|multi-factor|multifactor|two-factor|2fa|second factor|security defaults|authenticator',
    within: 160,
  },
  {
    circumstance: 'policy-by-place',
    alone: true,
    words:
      'ca policy|ca-policy|ca policies|conditional access|bedingter zugriff|accès conditionnel|acceso condicional + data center|datacenter|home network|vpn|ip address|country|location|office network|compliant|managed device|hybrid join|not satisfied|failure|blocked|blocks|blockiert|report-only',
    unless: /not applied|success|policy\.read|identity\/conditionalaccess|graph api|policies endpoint/,
  },
  {
    // Of a token that one's own API refuses: «the same token works on Graph».
    circumstance: 'accepted-by-graph',
    alone: true,
    words:
      'graph.microsoft.com/v1.0/me|microsoft graph|graph explorer|graph api|ms graph + same token|this token|that token|exact token|very token|the token + returns my|returns the|works|is accepted|accepts|takes it|good response|200|my profile',
    within: 140,
    unless: /graph[^\n]{0,80}\b(?:401|403|fail|refus|error|not work|n't work|no longer)/,
  },
  {
    circumstance: 'consent-left',
    words:
      'permissions requested|consent page|consent screen|consent dialog|consent prompt|zustimmungsseite + cancel|closed|declin|access_denied|denied|abbrech|back button',
    within: 140,
  },
  {
    circumstance: 'consent-by-admin-pending',
    alone: true,
    words:
      "not granted for|admin consent|administratorzustimmung|consentement de l'administrateur + required: yes|required yes|approval|not granted|pending|missing|not given|nobody granted|is required|needs an admin|need an admin",
    unless:
      /granted admin consent|admin consent (?:is|was|has been) (?:granted|given)|role|application permission|403|permissions not granted for/,
  },
  {
    circumstance: 'assignment-missing',
    alone: true,
    words:
      'assignment required|user assignment|approleassignmentrequired|zuweisung erforderlich + no group|not in the group|not in any|not assigned|nobody assigned|not a member|nested group|refused|denied|new colleague|forgot|group of the group',
    within: 140,
  },
  {
    circumstance: 'other-organisation',
    words:
      'azureadmyorg|single tenant|single-tenant|this organizational directory only|one tenant only + another company|other company|customer|partner|other organi|another organi|another tenant|other tenant|external user|their tenant|different tenant',
    within: 160,
    unless: /bot|guest/,
  },
  {
    circumstance: 'personal-account',
    words:
      'outlook.com|hotmail|live.com|gmail|personal account|personal microsoft account|msa account|consumer account + any organizational directory|multitenant|multi-tenant|azureadmultipleorgs|azureadmyorg|work or school only|/organizations|single tenant|single-tenant|my organization only',
    within: 200,
    unless: /login\.live\.com|outlook\.com\/api/,
  },
  {
    circumstance: 'personal-account-at-one-tenant',
    alone: true,
    words:
      'personal account|personal microsoft account|private account|outlook.com account|hotmail account|live.com account|@outlook.|@hotmail.|@live.|persönlichen konto|persönliches konto|privaten konto|privates konto|compte personnel|cuenta personal|conta pessoal + single tenant|single-tenant|azureadmyorg|this organizational directory only|einzelner mandant|nur in diesem organisationsverzeichnis|un seul locataire|único inquilino|solo inquilino|inquilino único|único locatário',
    within: 160,
    unless:
      /no longer single|not single|instead of single|was single|graph\.microsoft\.com\/v1\.0\/users|client.credentials|shared mailbox/,
  },
  {
    // Of one's own clock: whoever issued the token and whoever reads it do not agree on the time.
    circumstance: 'expired-at-once',
    alone: true,
    words:
      'expired immediately|expired at once|expire immediately|expires immediately|immediately expired|expired right away|fetched one second|fetched a second|fetched seconds|only just fetched|just been issued|seconds old|one second old|expired right after|expired straight away|expired straight after|expired directly after|expired as soon as|expired the moment|sofort abgelaufen|sofort als abgelaufen|gleich abgelaufen|direkt nach der anmeldung abgelaufen|expiré immédiatement|immédiatement expiré|expiré dès|caducado inmediatamente|caduca inmediatamente|expirado inmediatamente|expira imediatamente|expirado imediatamente + token|jwt|jeton',
    within: 120,
    only: /expire|abgelaufen|expir|caduc|lifetime/,
    unless: /secret|certificate|link|coupon|not expired|n't expired|refresh token/,
  },
  {
    circumstance: 'platform-web-in-browser',
    words:
      'under web|platform web|platform: web|as web|type web|web platform|(web) + msal-browser|msal.js|single-page|single page|spa|react|angular|vue|in the browser|blazor wasm|cross-origin|cors',
    within: 200,
  },
  {
    circumstance: 'service-principal-absent',
    words:
      'not found in this tenant|not found in the customer|does not exist in the customer|returns nothing|returned nothing|no service principal|no enterprise app|not among the enterprise|not in enterprise app|one of its queried reference|deleted the app registration|app registration was deleted|registration is gone + app|client|serviceprincipal|ad sp ',
    within: 160,
    unless: /\/users\/|get-mguser|event/,
  },
  {
    circumstance: 'federated-trust-differs',
    words: 'federated|workload identity|oidc + but kubectl|issuer|subject|sub |audience|system:serviceaccount:|repo:',
    within: 220,
  },
  {
    circumstance: 'connection-name-differs',
    alone: true,
    words:
      'connection name|connectionname|oauth connection|connection setting + it is called|is called|named|different|typo|does not exist|not found|404|wrong|mismatch|upper case|case',
    unless: /string|database|sql/,
  },
  {
    circumstance: 'refresh-token-absent',
    alone: true,
    words:
      "refresh_token|refresh token|refreshtoken|refresh-token|aktualisierungstoken|jeton d'actualisation|token de actualización|token di aggiornamento|token de atualização + is null|null|is none|returns none|gives none|get none|where is|where are|where do|undefined|is empty|missing|not set|absent|=> nil|nil|not returned|not there|not in the|never|nothing|no refresh|without|kein|pas de|jamais|aucun|sin |ningún|nunca|nessun|mai |senza|nenhum|nunca|sem ",
    within: 40,
    unless: /expired|revoked|invalid|not needed|null,? *\n|aadsts/,
  },
  {
    // A line of code that prints it, and what came out of it in a comment below.
    circumstance: 'refresh-token-printed-as-nothing',
    alone: true,
    words:
      '->refreshtoken)|.refreshtoken)|getrefreshtoken())|.refresh_token)|"refresh_token"])|["refreshtoken"])|[\'refresh_token\'])|.refresh_token.inspect + // null|# null|// undefined|# none|// none|# nil|// nil|=> null|=> nil|=> undefined|-- null',
    within: 110,
    unless: /aadsts/,
  },
];
