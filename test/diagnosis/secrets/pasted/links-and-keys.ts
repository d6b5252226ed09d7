import { URL_SAFE } from '../../../../bench/fuzz/random-text.ts';
import { madeToken } from '../made-token.ts';
import {
  accessToken,
  bytes,
  CLIENT,
  generated,
  guid,
  hex,
  IN_AN_HOUR,
  type LabelledPaste,
  paste,
  TENANT,
  told,
} from './pasted-secrets.ts';

const accountKey = (seed: number): string => `${bytes(seed, 86)}==`;
const policyKey = (seed: number): string => `${bytes(seed, 43)}=`;
const signature = (seed: number): string => encodeURIComponent(`${bytes(seed, 43)}=`);
const tempauth = madeToken(
  { iss: '00000003-0000-0ff1-ce00-000000000000', exp: '1748862000', siteid: guid(1) },
  { typ: 'JWT', alg: 'none' },
);
const opaqueTempauth = `v1.${Buffer.from('{"siteid":"x"}').toString('base64url')}.${generated(401, 120, URL_SAFE)}`;
const pem = bytes(410, 1600).replaceAll(/(.{64})/g, '$1\n');
const pkcs8 = `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ${bytes(411, 1500)}`;
const pkcs1 = `MIIEpAIBAAKCAQEA${bytes(412, 1500)}`;
const pfx = `MIIKcQIBAzCCCi0GCSqGSIb3DQEHAaCCCh4Eggoa${bytes(413, 2000)}==`;
const certificate = `MIIDBTCCAe2gAwIBAgIQ${bytes(414, 900)}`;
const slack = ['xoxb', generated(420, 12, '0123456789'), generated(421, 24)].join('-');
const slackHook = ['T01AB2CD3', 'B04EF5GH6', generated(422, 24)].join('/');
const openAi = ['sk', 'proj', generated(423, 48)].join('-');

/** Links that grant access by themselves, keys of Azure, certificates, and keys of others. */
export const LINKS_AND_KEYS: readonly LabelledPaste[] = [
  paste(
    'a connection string of Storage',
    `DefaultEndpointsProtocol=https;AccountName=contosodata;AccountKey=${accountKey(430)};EndpointSuffix=core.windows.net`,
    [told('api-key', accountKey(430))],
    ['AccountName=contosodata', 'EndpointSuffix=core.windows.net'],
  ),
  paste(
    'a connection string of Service Bus',
    `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${policyKey(431)}`,
    [told('api-key', policyKey(431))],
    ['SharedAccessKeyName=RootManageSharedAccessKey', 'contoso.servicebus.windows.net'],
  ),
  paste(
    'a connection string of Event Hubs in JSON',
    `"EventHub": "Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${policyKey(432)};EntityPath=logs"`,
    [told('api-key', policyKey(432))],
    ['EntityPath=logs'],
  ),
  paste(
    'a connection string of Cosmos',
    `AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=${accountKey(433)};`,
    [told('api-key', accountKey(433))],
    ['contoso.documents.azure.com:443'],
  ),
  paste(
    'a device of IoT',
    `HostName=contoso.azure-devices.net;DeviceId=d1;SharedAccessKey=${policyKey(434)}`,
    [told('api-key', policyKey(434))],
    ['DeviceId=d1'],
  ),
  paste(
    'a shared access signature of Service Bus',
    `Authorization: SharedAccessSignature sr=https%3A%2F%2Fcontoso.servicebus.windows.net%2F&sig=${signature(435)}&se=1748862000&skn=send`,
    [told('sas-signature', signature(435), '2025-06-02T11:00:00.000Z')],
    ['skn=send'],
  ),
  paste(
    'an account SAS',
    `https://contosodata.blob.core.windows.net/?sv=2023-11-03&ss=b&srt=sco&sp=rl&se=2025-06-02T11:00:00Z&spr=https&sig=${signature(436)}`,
    [told('sas-signature', signature(436), IN_AN_HOUR)],
    ['sv=2023-11-03', 'srt=sco'],
  ),
  paste(
    'a service SAS that has expired',
    `https://contosodata.blob.core.windows.net/c/a.csv?sp=r&st=2025-05-01T00:00:00Z&se=2025-05-02T00:00:00Z&sv=2022-11-02&sr=b&sig=${signature(437)}\n403 AuthenticationFailed`,
    [told('sas-signature', signature(437), '2025-05-02T00:00:00.000Z')],
    ['AuthenticationFailed', 'se=2025-05-02T00:00:00Z'],
  ),
  paste(
    'a user delegation SAS',
    `https://contosodata.blob.core.windows.net/c/a.csv?skoid=${guid(30)}&sktid=${TENANT}&skt=2025-06-02T09%3A00%3A00Z&ske=2025-06-03T09%3A00%3A00Z&sks=b&skv=2022-11-02&sv=2022-11-02&se=2025-06-02T11%3A00%3A00Z&sr=b&sp=r&sig=${signature(438)}`,
    [told('sas-signature', signature(438), IN_AN_HOUR)],
    [guid(30), TENANT],
  ),
  paste(
    'a SAS in HTML',
    `<a href="https://contosodata.blob.core.windows.net/c/a?sv=2022-11-02&amp;se=2025-06-02T11%3A00%3A00Z&amp;sig=${signature(439)}">a</a>`,
    [told('sas-signature', signature(439), IN_AN_HOUR)],
  ),
  paste(
    'a SAS alone',
    `SAS_TOKEN="?sv=2022-11-02&se=2025-06-02T11:00:00Z&sp=rwdl&sig=${signature(440)}"`,
    [told('sas-signature', signature(440), IN_AN_HOUR)],
    ['sp=rwdl'],
  ),
  paste(
    'a SAS that begins with its signature',
    `sig=${signature(441)}&se=2025-06-02T11%3A00%3A00Z&sv=2019-02-02&sp=r`,
    [told('sas-signature', signature(441), IN_AN_HOUR)],
    ['sv=2019-02-02'],
  ),
  paste(
    'the trigger of a logic app',
    `https://prod-12.westeurope.logic.azure.com:443/workflows/${hex(31, 32).toLowerCase()}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${generated(442, 43, URL_SAFE)}`,
    [told('sas-signature', generated(442, 43, URL_SAFE))],
    ['api-version=2016-10-01', 'logic.azure.com:443'],
  ),
  paste(
    'the trigger of a flow',
    `POST https://default${TENANT.replaceAll('-', '')}.0a.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/${hex(32, 32).toLowerCase()}/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${generated(443, 43, URL_SAFE)}\n{"error":{"code":"DirectApiAuthorizationRequired"}}`,
    [told('sas-signature', generated(443, 43, URL_SAFE))],
    ['DirectApiAuthorizationRequired'],
  ),
  paste(
    'a webhook of Teams',
    `curl -d '{"text":"x"}' https://contoso.webhook.office.com/webhookb2/${guid(33)}@${TENANT}/IncomingWebhook/${hex(34, 32).toLowerCase()}/${guid(35)}\n403`,
    [{ kind: 'api-key', told: true, never: [hex(34, 32).toLowerCase()] }],
    ['contoso.webhook.office.com', TENANT],
  ),
  paste(
    'a webhook of Teams, its newer form',
    `webhook: https://contoso.webhook.office.com/webhookb2/${guid(36)}@${TENANT}/IncomingWebhook/${hex(37, 32).toLowerCase()}/${guid(38)}/V2${generated(444, 44)}1`,
    [{ kind: 'api-key', told: true, never: [hex(37, 32).toLowerCase(), generated(444, 44)] }],
    ['contoso.webhook.office.com'],
  ),
  paste(
    'a webhook of Teams, its older form',
    `https://outlook.office.com/webhook/${guid(39)}@${TENANT}/IncomingWebhook/${hex(40, 32).toLowerCase()}/${guid(41)}`,
    [{ kind: 'api-key', told: true, never: [hex(40, 32).toLowerCase()] }],
    ['outlook.office.com/webhook/'],
  ),
  paste(
    'a file of SharePoint',
    `"@microsoft.graph.downloadUrl":"https://contoso.sharepoint.com/sites/hr/_layouts/15/download.aspx?UniqueId=${guid(42)}&Translate=false&tempauth=${opaqueTempauth}&ApiVersion=2.0","id":"01ABCDEF"`,
    [told('download-link', opaqueTempauth)],
    ['01ABCDEF'],
  ),
  paste(
    'a file of SharePoint by its address',
    `GET https://contoso.sharepoint.com/sites/hr/_layouts/15/download.aspx?UniqueId=${guid(43)}&tempauth=${tempauth}\n401 Unauthorized`,
    [{ kind: 'download-link', told: true, never: [tempauth.split('.')[1]!.slice(-40)], expires: IN_AN_HOUR }],
    ['401 Unauthorized'],
  ),
  paste(
    'a file of a personal OneDrive',
    `{"@content.downloadUrl": "https://public.bn.files.1drv.com/y4m${generated(445, 240, URL_SAFE)}", "name": "a.docx"}`,
    [{ kind: 'download-link', told: true, never: [generated(445, 240, URL_SAFE)] }],
    ['a.docx'],
  ),
  paste(
    'a file of a newer personal OneDrive',
    `"@microsoft.graph.downloadUrl": "https://my.microsoftpersonalcontent.com/personal/${hex(44, 16).toLowerCase()}/_layouts/15/download.aspx?UniqueId=${guid(45)}&tempauth=${opaqueTempauth}"`,
    [told('download-link', opaqueTempauth)],
  ),
  paste(
    'an upload session',
    `{"uploadUrl":"https://contoso.sharepoint.com/sites/hr/_api/v2.0/drives/b!x/items/01A/uploadSession?guid='${guid(46)}'&overwrite=True&rename=False&dc=0&tempauth=${opaqueTempauth}","expirationDateTime":"2025-06-02T11:00:00Z","nextExpectedRanges":["0-"]}`,
    [told('download-link', opaqueTempauth, IN_AN_HOUR)],
    ['nextExpectedRanges', '2025-06-02T11:00:00Z'],
  ),
  paste(
    'an upload session of Outlook',
    `"uploadUrl": "https://outlook.office.com/api/gv1.0/users('x')/messages('y')/AttachmentSessions('z')?authtoken=${accessToken(446)}"`,
    [{ kind: 'download-link', told: true, never: [accessToken(446).slice(-40)], expires: IN_AN_HOUR }],
  ),
  paste(
    'an upload that was asked for',
    `PUT https://api.onedrive.com/rup/${hex(47, 16).toLowerCase()}/${generated(447, 120, URL_SAFE)}\nContent-Range: bytes 0-99/100\n401`,
    [told('download-link', generated(447, 120, URL_SAFE))],
    ['Content-Range: bytes 0-99/100'],
  ),
  paste(
    'the key of a function',
    `GET https://contoso-fn.azurewebsites.net/api/hook?code=${generated(448, 54, URL_SAFE)}==\n401`,
    [told('api-key', generated(448, 54, URL_SAFE))],
    ['contoso-fn.azurewebsites.net/api/hook'],
  ),
  paste(
    'the key of a function in a header',
    `x-functions-key: ${generated(449, 54)}==\nx-ms-request-id: ${guid(48)}`,
    [told('api-key', generated(449, 54))],
    [guid(48)],
  ),
  paste(
    'a subscription key',
    `Ocp-Apim-Subscription-Key: ${hex(49, 32).toLowerCase()}\nOcp-Apim-Trace-Location: x\nrequest-id: ${guid(50)}`,
    [told('api-key', hex(49, 32).toLowerCase())],
    [guid(50)],
  ),
  paste(
    'a subscription key in an address',
    `https://api.contoso.example/v1/x?subscription-key=${hex(51, 32).toLowerCase()}&id=1`,
    [told('api-key', hex(51, 32).toLowerCase())],
  ),
  paste(
    'the key of Azure OpenAI',
    `client = AzureOpenAI(api_key="${hex(52, 32).toLowerCase()}", azure_endpoint="https://contoso.openai.azure.com")\nError code: 401`,
    [told('api-key', hex(52, 32).toLowerCase())],
    ['https://contoso.openai.azure.com'],
  ),
  paste(
    'an instrumentation key is none',
    `APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=${guid(53)};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/`,
    [],
    [guid(53)],
  ),
  paste(
    'a key in PEM',
    `-----BEGIN PRIVATE KEY-----\n${pem}\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n${certificate.slice(0, 64)}\n-----END CERTIFICATE-----`,
    [{ kind: 'private-key', told: true, never: [pem.slice(65, 129), pem.slice(700, 750).split('\n')[0]!] }],
    [certificate.slice(0, 64)],
  ),
  paste(
    'a key in PEM on one line',
    `"privateKey": "-----BEGIN RSA PRIVATE KEY-----\\n${pem.replaceAll('\n', '\\n')}\\n-----END RSA PRIVATE KEY-----\\n", "thumbprint": "${hex(54, 40)}"`,
    [{ kind: 'private-key', told: true, never: [pem.slice(65, 129)] }],
    [hex(54, 40)],
  ),
  paste(
    'a key without its armour',
    `client_credential = {"private_key": "${pkcs8}", "thumbprint": "${hex(55, 40)}"}`,
    [told('private-key', pkcs8)],
    [hex(55, 40)],
  ),
  paste(
    'a key without its armour and name',
    `key material\n${pkcs1}\nAADSTS700027`,
    [told('private-key', pkcs1)],
    ['AADSTS700027'],
  ),
  paste(
    'a PFX in base64',
    `{"SourceType":"Base64Encoded","Base64EncodedValue":"${pfx}"}`,
    [told('private-key', pfx)],
    ['Base64Encoded'],
  ),
  paste('a PFX of the key vault', `az keyvault secret show --name cert --query value\n"${pfx}"`, [
    told('private-key', pfx),
  ]),
  paste(
    'a key as JWK',
    JSON.stringify({
      kty: 'RSA',
      kid: hex(56, 40),
      n: generated(450, 342, URL_SAFE),
      e: 'AQAB',
      d: generated(451, 342, URL_SAFE),
      p: generated(452, 171, URL_SAFE),
    }),
    [{ kind: 'private-key', told: true, never: [generated(451, 342, URL_SAFE), generated(452, 171, URL_SAFE)] }],
    [hex(56, 40), generated(450, 342, URL_SAFE)],
  ),
  paste(
    'the password of a PFX',
    `certificatePassword: "hq-7Winter"\npfxPath: ./cert.pfx`,
    [told('password', 'hq-7Winter')],
    ['./cert.pfx'],
  ),
  paste('a token of Slack', `SLACK_BOT_TOKEN=${slack}\ninvalid_auth`, [told('api-key', slack)], ['invalid_auth']),
  paste('a webhook of Slack', `curl -X POST https://hooks.slack.com/services/${slackHook}`, [
    told('api-key', slackHook),
  ]),
  paste(
    'a token of GitHub',
    `git clone https://x-access-token:ghp_${generated(453, 36)}@github.com/contoso/app`,
    [told('api-key', `ghp_${generated(453, 36)}`)],
    ['github.com/contoso/app'],
  ),
  paste(
    'keys of AWS',
    `AWS_ACCESS_KEY_ID=AKIA${hex(454, 16).replaceAll(/[01]/g, 'Q')}\nAWS_SECRET_ACCESS_KEY=${generated(455, 40, `${URL_SAFE}/+`)}\nAWS_REGION=eu-west-1`,
    [
      told('api-key', generated(455, 40, `${URL_SAFE}/+`)),
      told('api-key', `AKIA${hex(454, 16).replaceAll(/[01]/g, 'Q')}`),
    ],
    ['AWS_REGION=eu-west-1'],
  ),
  paste(
    'a key of Google',
    `https://maps.googleapis.com/maps/api/js?key=AIza${generated(456, 35)}&v=3`,
    [told('api-key', `AIza${generated(456, 35)}`)],
    ['v=3'],
  ),
  paste(
    'a client secret of Google',
    `"client_secret":"GOCSPX-${generated(457, 28)}","client_id":"123-abc.apps.googleusercontent.com"`,
    [told('api-key', `GOCSPX-${generated(457, 28)}`)],
    ['123-abc.apps.googleusercontent.com'],
  ),
  paste(
    'a client secret of Google without its name',
    `I use GOCSPX-${generated(458, 28)} with client ${CLIENT}`,
    [told('api-key', `GOCSPX-${generated(458, 28)}`)],
    [CLIENT],
  ),
  paste('a key of OpenAI', `openai.api_key = "${openAi}"`, [told('api-key', openAi)]),
  paste(
    'a personal token of Azure DevOps',
    `git -c http.extraheader="AUTHORIZATION: Basic ${Buffer.from(`:${generated(459, 84)}`).toString('base64')}" fetch\nTF400813`,
    [{ kind: 'password', told: true, never: [Buffer.from(`:${generated(459, 84)}`).toString('base64')] }],
    ['TF400813'],
  ),
];
