import type { SettingName } from '../evidence.ts';

/**
 * The names under which settings are written, in lower case without separators: `AZURE_CLIENT_ID`, `clientId`, `-ClientId`
 * and `client-id` are one. Taken from the configuration of MSAL, Microsoft.Identity.Web, Azure Identity, Spring Cloud Azure,
 * passport-azure-ad, NextAuth, Bot Framework, the app manifest, and Graph's PowerShell module.
 */
/** Settings that are told in sentences or rows, under no key. */
type Told =
  | 'secret-end'
  | 'told-actor'
  | 'told-api'
  | 'presented-subject'
  | 'presented-issuer'
  | 'presented-audience'
  | 'told-client-id'
  | 'told-tenant'
  | 'told-person'
  | 'told-mailbox'
  | 'told-permission'
  | 'told-redirect'
  | 'application-permissions'
  | 'delegated-permissions'
  | 'ungranted-permissions'
  | 'absent-scopes'
  | 'wanted-permissions'
  | 'person'
  | 'app-name'
  | 'mailbox'
  | 'failed-policy'
  | 'permission-api'
  | 'issuer'
  | 'sasl-bearer'
  | 'sso-resource'
  | 'tab-page'
  | 'refused-audience'
  | 'refused-issuer'
  | 'misspelt-name';

const KEYS: Readonly<Record<Exclude<SettingName, Told>, string>> = {
  scopes:
    'scope scopes graphscopes graphscope msgraphscopes requestedscopes requiredscopes defaultscopes delegatedscopes apiscopes scopelist tokenscopes oauthscope oauth2scope oauth2scopes oauthscopes azurescopes aadscopes authscopes loginscopes mailscopes calendarscopes permissions scopestoconsent extrascopestoconsent additionalscopes credentialscopes credentialscope',
  authority:
    'authority authorityurl authorityuri authorityurls withauthority issueruri openidissuer identitymetadata msalauthority aadauthority azureauthority loginauthority authorizationuri tokenendpoint authorizationendpoint tokenuri tokenurl authurl authorizeurl authorizationurl openidconfigurl wellknown aadinstance authserverurl metadataaddress',
  tenant:
    'tenant tenantid directoryid azuretenantid aadtenantid microsoftapptenantid msaapptenantid withtenantid apptenantid azureadtenantid mstenantid graphtenantid connectiontenantid botapptenantid aadtenant azuretenant',
  'client-id':
    'clientid appid applicationid azureclientid aadclientid azureadclientid msclientid graphclientid withclientid appclientid applicationclientid idaclientid aadappid botframeworkclientid spaclientid connectionclientid authmicrosoftentraidid authazureadid socialauthazureadoauth2key socialauthazureadtenantoauth2key',
  'client-secret':
    'clientsecret azureclientsecret aadclientsecret azureadclientsecret msclientsecret graphclientsecret withclientsecret appsecret applicationsecret clientsecretvalue secretvalue secrettext secret microsoftapppassword apppassword botpassword idaclientsecret idaappkey appkey clientkey azuresecret azureadsecret connectionclientsecret clientcredential msalclientsecret authmicrosoftentraidsecret authazureadsecret socialauthazureadoauth2secret socialauthazureadtenantoauth2secret',
  certificate:
    'certificate certificatethumbprint thumbprint clientcertificate clientcertificates certificatepath certpath certthumbprint azureclientcertificatepath withcertificate certificatename pfxpath pempath clientcertificatepath certificatedistinguishedname certificatesubjectname',
  'redirect-uri':
    'redirecturi redirecturl replyurl replyuri callbackurl callbackpath callbackuri withredirecturi redirectpath oauthredirecturi azureredirecturi msredirecturi signinredirecturi returnurl reactappredirecturi',
  audience:
    'audience audiences validaudience validaudiences identifieruris appiduri applicationiduri allowedaudiences jwtaudience tokenaudience azureadaudience apiaudience identifieruri clientidaudience adminazureadaudience expectedaudience expectedaudiences requiredaudience boundaudiences oidcaudience',
  resource: 'resource resourceid resourceuri resourceurl graphresource graphresourceid azureresource resourceurn',
  'account-types': 'signinaudience supportedaccounttypes availabletoothertenants supportedaccounttype accounttypes',
  'public-client': 'isfallbackpublicclient allowpublicclient allowpublicclientflows publicclient ispublicclient',
  'registered-redirect-uris': 'redirecturis replyurls replyurlswithtype registeredredirecturis',
  grant: 'granttype authorizationgranttype grant withgranttype oauthflow oauth2flow authflow authflowtype',
  'bot-app-type': 'microsoftapptype msaapptype bottype botapptype',
  'bot-app-id': 'microsoftappid msaappid botid botappid botclientid teamsappbotid',
  'bot-connection':
    'connectionname oauthconnectionname oauthconnection botoauthconnection connectionsettingname ssoconnectionname graphconnectionname botconnectionname aadconnectionname',
  'valid-domains': 'validdomains',
  instance:
    'instance azurecloudinstance authorityhost azureauthorityhost loginhost loginendpoint cloudinstance activedirectoryendpoint loginurl',
  cloud:
    'cloud azurecloud cloudname azureenvironment cloudenvironment environmentname azurecloudtype nationalcloud graphenvironment environment',
  'token-version': 'accesstokenacceptedversion requestedaccesstokenversion',
  'federated-subject': 'subject subjectclaim configuredsubject subjectidentifier federatedsubject assertionsubject',
  'response-mode': 'responsemode',
  'same-site': 'samesite cookiesamesite minimumsamesitepolicy',
  'token-cache':
    'cachelocation tokencache tokencachepersistenceoptions storeauthstateincookie sessiontype tokencachetype',
  'end-time': 'end enddt endtime enddate enddatetime eventend',
  'time-zone': 'timezone tz timezoneid eventtimezone usertimezone',
};

/** Setting by key; keys in lower case without separators. */
export const SETTING_KEYS: ReadonlyMap<string, SettingName> = new Map(
  (Object.entries(KEYS) as [SettingName, string][]).flatMap(([name, keys]) =>
    keys.split(' ').map((key): [string, SettingName] => [key, name]),
  ),
);
