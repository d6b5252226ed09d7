/**
 * Pastes of about 2 KB as people send them: what is measured is the time of a usual one, not of a friendly one.
 * Tokens are made up and their signatures are not.
 */
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS by its shape; nobody signed it. */
function madeToken(claims: Readonly<Record<string, unknown>>): string {
  const header = base64url({ typ: 'JWT', alg: 'RS256', kid: 'nOo3ZDrODXEK1jKWhXslHR_KXEg' });
  const signature = Buffer.from(`unsigned:${JSON.stringify(claims)}`.repeat(2))
    .toString('base64url')
    .slice(0, 342);
  return `${header}.${base64url(claims)}.${signature}`;
}

const TENANT = '7f2b1c64-90aa-4a53-8d1c-22f0b6b9d3e1';
const CLIENT = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';

const TOKEN = madeToken({
  aud: 'api://5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10',
  iss: `https://sts.windows.net/${TENANT}/`,
  iat: 1_763_800_000,
  nbf: 1_763_800_000,
  exp: 1_763_804_500,
  appid: CLIENT,
  scp: 'access_as_user',
  tid: TENANT,
  ver: '1.0',
});

const curl = `> GET /v1.0/me/calendar/events?$top=10&$select=subject,start,end HTTP/1.1
> Host: graph.microsoft.com
> User-Agent: curl/8.5.0
> Accept: */*
> Authorization: Bearer ${TOKEN}
>
< HTTP/1.1 401 Unauthorized
< Cache-Control: no-cache
< Transfer-Encoding: chunked
< Content-Type: application/json
< Content-Encoding: gzip
< Vary: Accept-Encoding
< Strict-Transport-Security: max-age=31536000
< request-id: 4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e
< client-request-id: 4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e
< x-ms-ags-diagnostic: {"ServerInfo":{"DataCenter":"West Europe","Slice":"E","Ring":"5","ScaleUnit":"004","RoleInstance":"AM4PEPF0002FA5B"}}
< WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"
< Date: Sat, 22 Nov 2025 08:41:12 GMT
<
{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience.","innerError":{"date":"2025-11-22T08:41:12","request-id":"4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e","client-request-id":"4f1b0f2e-7c0f-44a8-8a0c-6b1f4c1f4f0e"}}}
`;

const python = `Hi all, my nightly job stopped working this morning. It worked for a year. Code:

import msal, requests

app = msal.ConfidentialClientApplication(
    client_id="${CLIENT}",
    authority="https://login.microsoftonline.com/${TENANT}",
    client_credential=os.environ["GRAPH_SECRET"],
)
result = app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])
if "access_token" not in result:
    print(result)
    raise SystemExit(1)
reply = requests.get(
    "https://graph.microsoft.com/v1.0/users/anna@contoso.com/messages?$top=25",
    headers={"Authorization": "Bearer " + result["access_token"]},
)

and this is what I get now:

{'error': 'invalid_client', 'error_description': "AADSTS7000222: The provided client secret keys for app '${CLIENT}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds. Trace ID: 0d2b7f7e-2a41-45b5-8f8c-5e4f0e3d1a00 Correlation ID: 2ce2d9f1-6c2a-4f7c-a5be-61f0c1f0b1aa Timestamp: 2025-11-22 06:00:03Z", 'error_codes': [7000222], 'timestamp': '2025-11-22 06:00:03Z', 'trace_id': '0d2b7f7e-2a41-45b5-8f8c-5e4f0e3d1a00', 'correlation_id': '2ce2d9f1-6c2a-4f7c-a5be-61f0c1f0b1aa', 'error_uri': 'https://login.microsoftonline.com/error?code=7000222'}
Traceback (most recent call last):
  File "/opt/jobs/nightly/report.py", line 41, in <module>
    main()
  File "/opt/jobs/nightly/report.py", line 17, in main
    raise SystemExit(1)
SystemExit: 1

Nobody changed anything on our side as far as I know. The portal shows the app registration as it always was, and the other job with the same tenant still runs. What should I look at?
`;

const dotnet = `fail: Microsoft.AspNetCore.Diagnostics.DeveloperExceptionPageMiddleware[1]
      An unhandled exception has occurred while executing the request.
Microsoft.Identity.Web.MicrosoftIdentityWebChallengeUserException: IDW10502: An MsalUiRequiredException was thrown due to a challenge for the user. See https://aka.ms/ms-id-web/ca_incremental-consent.
 ---> MSAL.NetCore.4.66.2.0.MsalUiRequiredException:
	ErrorCode: invalid_grant
Microsoft.Identity.Client.MsalUiRequiredException: AADSTS65001: The user or administrator has not consented to use the application with ID '${CLIENT}' named 'Rota Board'. Send an interactive authorization request for this user and resource. Trace ID: 62e0a1a5-51f4-4f2c-9a55-9a1b00c31d00 Correlation ID: 5a0d1c8e-8f3c-4b93-b26b-0c2a9d7d1e71 Timestamp: 2025-11-20 14:03:55Z
   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ThrowServerException(HttpResponse response, RequestContext requestContext)
   at Microsoft.Identity.Client.OAuth2.OAuth2Client.CreateResponse[T](HttpResponse response, RequestContext requestContext)
   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ExecuteRequestAsync[T](Uri endPoint, HttpMethod method, RequestContext requestContext, Boolean expectErrorsOn200OK, Boolean addCommonHeaders, Func\`2 onBeforePostRequestData)
   at Microsoft.Identity.Client.OAuth2.TokenClient.SendTokenRequestAsync(IDictionary\`2 additionalBodyParameters, String scopeOverride, String tokenEndpointOverride, CancellationToken cancellationToken)
   at Microsoft.Identity.Client.Internal.Requests.RequestBase.SendTokenRequestAsync(IDictionary\`2 additionalBodyParameters, CancellationToken cancellationToken)
	StatusCode: 400
	ResponseBody: {"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented to use the application with ID '${CLIENT}' named 'Rota Board'.","error_codes":[65001],"suberror":"consent_required"}
   --- End of inner exception stack trace ---
   at Microsoft.Identity.Web.TokenAcquisition.GetAuthenticationResultForUserAsync(IEnumerable\`1 scopes, String authenticationScheme, String tenantId)
`;

const escaped = JSON.stringify({
  level: 'error',
  time: '2025-11-21T09:12:44.031Z',
  msg: 'request failed with status code 403',
  response: JSON.stringify({
    error: {
      code: 'ErrorAccessDenied',
      message: 'Access is denied. Check credentials and try again.',
      innerError: { date: '2025-11-21T09:12:44', 'request-id': '9a6f9f0d-5b7c-4a7a-8f4e-0c1b2a3d4e5f' },
    },
  }),
  config: JSON.stringify({
    url: 'https://graph.microsoft.com/v1.0/users/room-12@contoso.com/calendar/calendarView?startDateTime=2025-11-21T00:00:00Z&endDateTime=2025-11-22T00:00:00Z',
    method: 'get',
    headers: { Accept: 'application/json', Authorization: 'Bearer [REDACTED]', 'User-Agent': 'axios/1.7.9' },
    data: JSON.stringify({ tenant: TENANT, client_id: CLIENT, scope: 'https://graph.microsoft.com/.default' }),
  }),
  stack:
    'AxiosError: Request failed with status code 403\n    at settle (/srv/app/node_modules/axios/lib/core/settle.js:19:12)\n' +
    Array.from(
      { length: 8 },
      (_, n) => `    at step${n} (/srv/app/dist/calendar/read-room.js:${40 + n}:${7 + n})`,
    ).join('\n'),
});

const browser = `https://localhost:5001/signin-oidc#error=invalid_request&error_description=AADSTS50011%3a+The+redirect+URI+%27https%3a%2f%2flocalhost%3a5001%2fsignin-oidc%27+specified+in+the+request+does+not+match+the+redirect+URIs+configured+for+the+application+%27${CLIENT}%27.+Make+sure+the+redirect+URI+sent+in+the+request+matches+one+added+to+your+application+in+the+Azure+portal.+Navigate+to+https%3a%2f%2faka.ms%2fredirectUriMismatchError+to+learn+more+about+how+to+fix+this.%0d%0aTrace+ID%3a+0a8a2c61-4c2a-4b65-bd0f-36f9f0b01c00%0d%0aCorrelation+ID%3a+b6c1e4b0-12f0-41fb-8f5b-17a1fd3c0f11%0d%0aTimestamp%3a+2025-11-19+10%3a22%3a31Z&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d50011

appsettings.json
{
  "AzureAd": {
    "Instance": "https://login.microsoftonline.com/",
    "Domain": "contoso.onmicrosoft.com",
    "TenantId": "${TENANT}",
    "ClientId": "${CLIENT}",
    "CallbackPath": "/signin-oidc"
  },
  "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
  "AllowedHosts": "*"
}

Program.cs
builder.Services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
    .AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"))
    .EnableTokenAcquisitionToCallDownstreamApi(new[] { "User.Read", "Calendars.Read" })
    .AddInMemoryTokenCaches();

The redirect URI in the portal is https://localhost:44321/signin-oidc and it is there since the template was created. I start the project with dotnet run from the command line, my colleague uses Visual Studio and has no problem at all.
`;

/** Name and text; each between 1.6 and 2.6 KB. */
export const REALISTIC_PASTES: Readonly<Record<string, string>> = {
  'curl -v, wrong audience': curl,
  'Python code and its error': python,
  'ASP.NET exception': dotnet,
  'JSON in JSON in a log line': escaped,
  'address with an error, settings': browser,
};
