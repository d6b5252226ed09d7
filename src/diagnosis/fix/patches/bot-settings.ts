import { csharp, javascript, json, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

/** A single-tenant bot gets its token from its own tenant. New multi-tenant bots cannot be made since 31 July 2025. */
const BOT_SCOPE = 'https://api.botframework.com/.default';

export const botSettings: PatchSet = {
  title: "Set the bot's id, type, tenant and password",

  python: (v) => `import os


class DefaultConfig:
    """The same id as in the Azure Bot resource, and the type that stands there under Configuration."""

    PORT = 3978
    APP_ID = ${python(v.botAppId)}
    APP_TYPE = "SingleTenant"
    APP_TENANTID = ${python(v.tenant)}
    APP_PASSWORD = os.environ["MICROSOFT_APP_PASSWORD"]  # the secret's Value, not its ID`,

  node: (v) => `import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

// The same id as in the Azure Bot resource, and the type that stands there under Configuration.
export const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: ${javascript(v.botAppId)},
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: ${javascript(v.tenant)},
  MicrosoftAppPassword: process.env.MICROSOFT_APP_PASSWORD, // the secret's Value, not its ID
}));`,

  csharp: (v) => `using Microsoft.Bot.Connector.Authentication;

// The same id as in the Azure Bot resource, and the type that stands there under Configuration.
builder.Configuration["MicrosoftAppId"] = ${csharp(v.botAppId)};
builder.Configuration["MicrosoftAppType"] = "SingleTenant";
builder.Configuration["MicrosoftAppTenantId"] = ${csharp(v.tenant)};
// MicrosoftAppPassword comes from the environment: the secret's Value, not its ID.
builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();`,

  powershell: (
    v,
  ) => `# These must give a token, or the bot cannot answer. MICROSOFT_APP_PASSWORD: the secret's Value, not its ID.
$body = @{
    grant_type    = 'client_credentials'
    client_id     = ${powershell(v.botAppId)}
    client_secret = $env:MICROSOFT_APP_PASSWORD
    scope         = '${BOT_SCOPE}'
}
$answer = Invoke-RestMethod -Method Post -Body $body -Uri ${powershell(`${v.tenantAuthority}/oauth2/v2.0/token`)}
"The bot's credentials work for $($answer.expires_in) seconds."`,

  curl: (v) => verbatim`${shellNeeds('MICROSOFT_APP_PASSWORD')} # the secret's Value, not its ID

# This must give a token, or the bot cannot answer. A multi-tenant bot uses botframework.com in the tenant's place.
curl --silent --show-error --fail-with-body ${shell(`${v.tenantAuthority}/oauth2/v2.0/token`)} \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id=${shell(v.botAppId)} \
  --data-urlencode "client_secret=$MICROSOFT_APP_PASSWORD" \
  --data-urlencode scope=${BOT_SCOPE} \
  --output /dev/null && echo "The bot's credentials work."`,

  json: (v) => `{
  "MicrosoftAppId": ${json(v.botAppId)},
  "MicrosoftAppType": "SingleTenant",
  "MicrosoftAppTenantId": ${json(v.tenant)},
  "ConnectionName": ${json(v.connectionName)}
}`,
};
