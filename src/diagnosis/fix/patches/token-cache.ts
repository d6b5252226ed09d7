import { rawScopes, tokenEndpoint } from '../authorization-request.ts';
import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { javascriptList, NODE_IMPORTS, PYTHON_IMPORTS, pythonList, shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const tokenCache: PatchSet = {
  title: 'Keep the token cache outside the process, one entry a person',

  python: (v) => `${PYTHON_IMPORTS}
import redis

store = redis.Redis.from_url(os.environ["REDIS_URL"])  # shared by all instances, survives a restart


def client_for(person, cache):
    return msal.ConfidentialClientApplication(
        ${python(v.clientId)},
        authority=${python(v.authority)},
        client_credential=os.environ["CLIENT_SECRET"],
        token_cache=cache,
    )


def token_for(person):
    cache = msal.SerializableTokenCache()
    cache.deserialize(store.get(f"msal:{person}") or "{}")
    client = client_for(person, cache)
    account = next(iter(client.get_accounts()), None)
    result = client.acquire_token_silent(${pythonList(v.scopes)}, account=account) if account else None
    if cache.has_state_changed:
        store.set(f"msal:{person}", cache.serialize(), ex=90 * 24 * 3600)
    return result["access_token"] if result else None  # None: sign in`,

  node: (v) => `${NODE_IMPORTS}

/** store: get(key) and set(key, text) of a database that all instances share and that survives a restart. */
export function clientFor(person, store) {
  const key = \`msal:\${person}\`; // one entry a person: one for all grows without end
  return new ConfidentialClientApplication({
    auth: {
      clientId: ${javascript(v.clientId)},
      authority: ${javascript(v.authority)},
      clientSecret: process.env.CLIENT_SECRET,
    },
    cache: {
      cachePlugin: {
        beforeCacheAccess: async (context) => context.tokenCache.deserialize((await store.get(key)) ?? '{}'),
        afterCacheAccess: async (context) => {
          if (context.cacheHasChanged) await store.set(key, context.tokenCache.serialize());
        },
      },
    },
  });
}

export async function tokenFor(person, store) {
  const client = clientFor(person, store);
  const [account] = await client.getTokenCache().getAllAccounts();
  if (!account) return null; // sign in
  return (await client.acquireTokenSilent({ account, scopes: ${javascriptList(v.scopes)} }))?.accessToken ?? null;
}`,

  csharp: (v) => `using Microsoft.Identity.Web;

builder.Configuration["AzureAd:ClientId"] = ${csharp(v.clientId)};
builder.Services.AddStackExchangeRedisCache(options =>
    options.Configuration = builder.Configuration.GetConnectionString("Redis"));
builder.Services.AddMicrosoftIdentityWebAppAuthentication(builder.Configuration, "AzureAd")
    .EnableTokenAcquisitionToCallDownstreamApi()
    .AddDistributedTokenCaches(); // instead of AddInMemoryTokenCaches

// All instances must be able to read each other's entries:
builder.Services.AddDataProtection().PersistKeysToStackExchangeRedis(redis, "data-protection");`,

  java: (v) => `import com.microsoft.aad.msal4j.*;

// store: a database that all instances share and that survives a restart; one entry a person.
var cachedClient = ConfidentialClientApplication
    .builder(${java(v.clientId)},
        ClientCredentialFactory.createFromSecret(System.getenv("CLIENT_SECRET")))
    .authority(${java(`${v.authority}/`)})
    .setTokenCacheAccessAspect(new ITokenCacheAccessAspect() {
        @Override public void beforeCacheAccess(ITokenCacheAccessContext context) {
            String data = store.get("msal:" + person);
            if (data != null) context.tokenCache().deserialize(data);
        }
        @Override public void afterCacheAccess(ITokenCacheAccessContext context) {
            if (context.hasCacheChanged()) store.set("msal:" + person, context.tokenCache().serialize());
        }
    })
    .build();`,

  powershell: (v) => `# CurrentUser keeps the sign-in between sessions; Process forgets it with the window.
$app = @{ ClientId = ${powershell(v.clientId)}; TenantId = ${powershell(v.signInTenant)} }
Connect-MgGraph @app -ContextScope CurrentUser`,

  curl: (v) => verbatim`${shellNeeds('CLIENT_SECRET')}
# Between runs only the refresh token has to be kept, in a file that only you can read.
umask 077
curl --silent --show-error --fail-with-body ${shell(tokenEndpoint(v))} \
  --data-urlencode grant_type=refresh_token \
  --data-urlencode client_id=${shell(v.clientId)} \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode refresh_token@refresh-token.txt \
  --data-urlencode scope=${shell(rawScopes(v.scopes))} > answer.json &&
  jq -j .refresh_token answer.json > refresh-token.txt`,
};
