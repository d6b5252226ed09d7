import type { FindableCauseId } from '../cause-id.ts';
import { mailRefusal } from '../causes/audience/mail-protocol.ts';
import { findsNoCredential } from '../causes/credentials/credential-chain.ts';
import { inExchangePowershell } from '../causes/permissions/exchange-powershell-app.ts';
import { inGraphPowershell } from '../causes/permissions/graph-powershell.ts';
import { saidByServices } from '../causes/permissions/role-in-message.ts';
import { ownRoles, ownRolesOfPerson } from '../causes/permissions/service-role-rules.ts';
import { asksForItself } from '../causes/scopes/scope-requests.ts';
import { shownByBroker } from '../causes/words/broker-answers.ts';
import { SEEN_ON_PAGES } from '../causes/words/seen-on-pages.ts';
import type { NextQuestion } from '../diagnosis.ts';
import type { Evidence, ExceptionLibrary } from '../evidence/evidence.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { isSeenByAPerson } from '../facts/on-a-page.ts';
import { sharedKeyAlgorithm } from '../facts/shared-key.ts';
import { CONNECTOR_PHRASES } from './connector-phrases.ts';
import { plainRefusal } from './plain-refusals.ts';

type Command = NextQuestion['commands'][number];

/** A service has looked into its own roles: whose they are decides, and which that one has. */
function whoCalls(facts: Facts): NextQuestion {
  const { oid } = facts.claims;
  return {
    ask: 'Paste how the program signs in (managed identity, client secret, az login, a key or a shared access signature), and the roles that this identity has:',
    commands: [
      {
        label: 'Azure CLI',
        command: `az role assignment list --assignee ${oid !== undefined && /^[0-9a-f-]{36}$/i.test(oid) ? oid : 'OBJECT_ID'} --all --output table`,
      },
    ],
  };
}

/** Dataverse names the caller by the id of its own table: the row tells whether it is an app, and which roles it has. */
function securityRoles(facts: Facts): NextQuestion {
  const user =
    /(?:user \(Id=|User: |User with id )([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(
      saidByServices(facts),
    )?.[1] ?? 'SYSTEMUSERID';
  const host = facts.api === 'power-platform' ? facts.values.host : undefined;
  return {
    ask: 'Paste who the caller is in Dataverse, and its roles (an administrator’s token, or the address in a browser):',
    commands: [
      {
        label: 'Browser',
        command: `https://${host ?? 'ORG.crm.dynamics.com'}/api/data/v9.2/systemusers(${user})?$select=fullname,applicationid,accessmode,isdisabled&$expand=systemuserroles_association($select=name)`,
      },
    ],
  };
}

/** Exchange Online PowerShell prints one word: what the app holds decides what of two things is missing. */
function directoryRoles(facts: Facts): NextQuestion {
  const app = facts.values.clientId ?? 'CLIENT_ID';
  return {
    ask: 'Paste which directory roles and which application permissions the app has:',
    commands: [
      {
        label: 'PowerShell',
        command: `$sp = Get-MgServicePrincipal -Filter "appId eq '${app}'"; (Get-MgServicePrincipalMemberOf -ServicePrincipalId $sp.Id).AdditionalProperties.displayName; Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id | Format-Table ResourceDisplayName,AppRoleId`,
      },
    ],
  };
}

/** A mail protocol says nothing of why: Exchange shows what the app has there. */
function mailboxRights(facts: Facts): NextQuestion {
  const mailbox = facts.values.mailbox ?? 'desk@contoso.com';
  return {
    ask: 'Paste what Exchange Online knows of the app, and who may open the mailbox:',
    commands: [
      {
        label: 'Exchange Online PowerShell',
        command: `Get-ServicePrincipal | Format-List DisplayName,AppId,ObjectId; Get-MailboxPermission -Identity ${mailbox} | Format-Table User,AccessRights`,
      },
    ],
  };
}

/** Both ends of the sign-in: what was asked for, and whether a refresh token came. */
function whatWasAskedFor(facts: Facts): NextQuestion {
  return {
    ask: 'Paste the address of the sign-in with its scope, and the names of the fields that the token endpoint answers (not their values): whether refresh_token is among them decides.',
    commands: [browser(), ...msalLog(facts)],
  };
}

/** SMTP AUTH has no page: the sign-in log has the reason. */
function mailSignIn(): NextQuestion {
  return {
    ask: 'Paste the line of the sign-in log for this account (client app «Authenticated SMTP»): its error code and failure reason decide.',
    commands: [signInLog()],
  };
}

/** A host or path goes into a command only in this shape: what a person pasted is data. */
const SAFE_ADDRESS = /^[A-Za-z0-9._~:/@%$()',*+=-]{1,300}$/;

/** Causes in the sign-in that a program builds: what the sign-in service answered to it decides. */
const IN_THE_SIGN_IN_CODE: ReadonlySet<FindableCauseId> = new Set([
  'app-not-found',
  'client-assertion-invalid',
  'client-credential-missing',
  'client-secret-expired',
  'client-secret-invalid',
  'code-expired-or-redeemed',
  'federated-credential-mismatch',
  'grant-not-allowed',
  'interaction-required',
  'invalid-request',
  'invalid-scope',
  'mixed-resource-scopes',
  'no-refresh-token',
  'obo-assertion-invalid',
  'pkce-mismatch',
  'public-client-with-secret',
  'redirect-platform-mismatch',
  'redirect-uri-mismatch',
  'refresh-token-expired',
  'resource-not-found',
  'session-revoked',
  'state-or-nonce-mismatch',
  'tenant-not-found',
  'token-cache-miss',
]);

/**
 * The one thing that would decide it, and how to get it. `null` where nothing that a person could paste would help.
 *
 * @param leading The cause that is answered, where one is: it tells what would make sure of it.
 */
export function nextQuestion(facts: Facts, leading: FindableCauseId | null = null): NextQuestion | null {
  if (facts.of('vendor').length > 0 && !facts.microsoft) return null;
  // Nothing of Entra ID or Graph answers for a token of one's own.
  if (sharedKeyAlgorithm(facts) !== undefined) return null;
  // The service has said it.
  if (leading === null && (plainRefusal(facts) ?? ownRolesOfPerson(facts)) !== undefined) return null;
  // Nothing was asked of a server yet.
  if (leading === 'client-credential-missing' && findsNoCredential(facts)) return null;
  // Waiting decides these, not another paste.
  if (leading === 'service-outage' || leading === 'throttled') return null;
  if (leading === 'app-role-missing' && ownRoles(facts) !== undefined && ownRoles(facts)?.notOfAzure !== true)
    return whoCalls(facts);
  if (leading === 'app-role-missing' && ownRoles(facts)?.service === 'Dataverse') return securityRoles(facts);
  if (leading === 'app-role-missing' && inExchangePowershell(facts)) return directoryRoles(facts);
  if (leading === 'app-access-policy' && mailRefusal(facts) !== undefined) return mailboxRights(facts);
  if (facts.phrase('535 5.7.139') !== undefined && leading !== null) return mailSignIn();
  if (leading === 'no-refresh-token') return whatWasAskedFor(facts);
  const hasRefusal =
    facts.of('challenge').length > 0 || facts.of('api-error').length > 0 || facts.of('diagnostics').length > 0;
  const signInFailed = facts.of('oauth-error').length > 0 || facts.of('aadsts').length > 0;

  if (leading !== null && !hasRefusal && isOfTheLog(facts)) return entryQuestion();
  if (signInFailed && leading !== null && SEEN_ON_PAGES.has(leading) && isReadOff(facts)) return pageQuestion();
  if (signInFailed) {
    const coded = facts.of('aadsts').length > 0;
    return {
      ask: coded
        ? 'Paste the whole answer of the token endpoint, with its error_description, and the request that was sent (leave the secret out).'
        : 'Paste the whole answer of the token endpoint: its error_description starts with an AADSTS code, and that code decides.',
      commands: [...tokenEndpoint(facts, leading), ...msalLog(facts)],
    };
  }
  const broker = shownByBroker(facts)[0]?.code;
  const byLibrary = facts.of('exception').some(({ library }) => library !== 'windows-broker');
  if (broker != null && !hasRefusal && !byLibrary) return brokerQuestion(broker);
  if (leading !== null && SEEN_ON_PAGES.has(leading) && !hasRefusal) return pageQuestion();
  if (leading !== null && IN_THE_SIGN_IN_CODE.has(leading) && !hasRefusal && facts.of('exception').length === 0) {
    return {
      ask: 'Paste what the sign-in service answered: the answer of the token endpoint, or the address that the browser came back to with error= in it (leave out code and state).',
      commands: [browser(), ...msalLog(facts)],
    };
  }
  if (facts.values.correlationId !== undefined && facts.calls.length === 0 && facts.of('exception').length === 0) {
    return {
      ask: 'Paste the rest of the sign-in page, above all the code that begins with AADSTS (open «Troubleshooting details» or «More details» where it is not shown).',
      commands: [signInLog(), browser()],
    };
  }
  const bySignIn =
    facts.of('exception').some((item) => SIGN_IN_LIBRARIES.has(item.library)) &&
    facts.of('challenge').length === 0 &&
    facts.call?.request == null;
  if (bySignIn || (facts.of('exception').length > 0 && !hasRefusal && facts.status === null)) {
    return {
      ask: 'Paste what the server answered: this exception wraps it. An MSAL log, or the inner exception with its AADSTS code, decides.',
      commands: [...msalLog(facts), browser()],
    };
  }
  if (facts.token !== null && !hasRefusal && facts.status === null) {
    const { aud } = facts.claims;
    // What is for another API would only be refused by Graph for that.
    if (aud !== undefined && facts.values.host === undefined && apiOfResource(aud) !== 'graph')
      return {
        ask: 'Paste the address that was called with this token, and the answer: its status line, its WWW-Authenticate header and its body.',
        commands: [{ label: 'bash', command: 'curl -i "$ADDRESS" -H "Authorization: Bearer $TOKEN"' }],
      };
    return {
      ask: 'Paste the answer of the API to this token: its status line, its WWW-Authenticate header and its body.',
      commands: [curlCall(facts), powershellCall(facts)],
    };
  }
  const refusesPermission = leading === 'app-role-missing' || leading === 'missing-scope';
  if (refusesPermission && !hasRefusal && facts.token === null && facts.phrase(DIRECTORY_REFUSES) !== undefined)
    return inGraphPowershell(facts) ? graphContext() : claimsQuestion();
  if (leading === null && facts.anyPhrase(...CONNECTOR_PHRASES) !== undefined) return connectorQuestion();
  if (hasRefusal || facts.status !== null) {
    if (!hasRefusal && facts.token === null) {
      return {
        ask: 'Paste the whole answer: the status line, the WWW-Authenticate header and the body. A status alone has many causes; the header and the body name the one.',
        commands: [curlCall(facts), powershellCall(facts)],
      };
    }
    if (aboutTheRequest(facts) && leading !== 'user-not-found') {
      return {
        ask: 'Paste the request: its method, its address and its body (without the token). The answer speaks of them, not of the sign-in.',
        commands: [curlCall(facts)],
      };
    }
    if (isUnread(facts) && inGraphPowershell(facts)) return graphContext();
    // Nobody sees the token of a connection.
    if (facts.token === null && facts.anyPhrase(...CONNECTOR_PHRASES) !== undefined) return connectorQuestion();
    if (facts.token === null) return claimsQuestion();
    if (facts.call?.request == null) {
      return {
        ask: 'Paste the request: its method and address. The same token is right for one address and wrong for another.',
        commands: [curlCall(facts)],
      };
    }
    return {
      ask: 'Paste the answer with all of its headers and its body.',
      commands: [curlCall(facts), powershellCall(facts)],
    };
  }
  if (!facts.evidence.some(isOfADeveloper)) {
    return {
      ask: 'Paste what the person sees: the whole text of the window or page, or a screenshot, with «More details» or «Troubleshooting details» opened (error code, correlation id, time). From a program: the answer that failed, with its status line, its headers and its body.',
      commands: [signInLog(), browser()],
    };
  }
  if (isUnread(facts) && inGraphPowershell(facts)) return graphContext();
  return {
    ask: 'Paste the answer that failed: the status line, the WWW-Authenticate header and the body.',
    commands: [curlCall(facts), powershellCall(facts), browser()],
  };
}

/** The directory has said what it refuses, and the token why. */
const DIRECTORY_REFUSES = 'insufficient privileges to complete the operation';

function claimsQuestion(): NextQuestion {
  return {
    ask: 'Paste the claims of the access token that was sent (aud, scp or roles, exp, tid): they decide between what is left.',
    commands: [claimsInBash(), claimsInPowershell()],
  };
}

/** No permission of the token is known. PowerShell prints four of a list, and then dots. */
function isUnread({ token, claims }: Facts): boolean {
  return token === null || (claims.scp === undefined && claims.roles === undefined);
}

function graphContext(): NextQuestion {
  return {
    ask: 'Paste what the Graph module says of its sign-in: as whom, by which app, and with which permissions.',
    commands: [
      {
        label: 'PowerShell',
        command:
          "Get-MgContext | Format-List AuthType,Account,AppName,ClientId,TenantId,@{n='Scopes';e={$_.Scopes -join ' '}}",
      },
    ],
  };
}

/** A code off a page or out of a picture, or only its words, and nothing of the program that met it. */
function isReadOff(facts: Facts): boolean {
  return (
    isSeenByAPerson(facts) ||
    (facts.language === null &&
      facts.of('oauth-error').length === 0 &&
      facts.of('exception').length === 0 &&
      facts.of('aadsts').every(({ repaired }) => repaired))
  );
}

/** An entry of the sign-in log was read, which has its tabs. */
function isOfTheLog(facts: Facts): boolean {
  const codes = facts.of('aadsts');
  return codes.length > 0
    ? codes.every(({ where }) => where === 'log')
    : facts.of('setting').some(({ name }) => name === 'failed-policy');
}

function entryQuestion(): NextQuestion {
  return {
    ask: 'Paste the rest of this entry of the sign-in log: «Sign-in error code», «Failure reason» and «Additional Details» of the basic info, and the tabs «Device info», «Authentication Details» and «Conditional Access».',
    commands: [signInLog()],
  };
}

function pageQuestion(): NextQuestion {
  return {
    ask: 'Paste the details of the sign-in page: open «Troubleshooting details» (or «More details») and copy the error code, the correlation id and the time.',
    commands: [browser(), signInLog()],
  };
}

/** A connection of Power Automate or Logic Apps hides the answer of Entra ID behind its own 401. */
function connectorQuestion(): NextQuestion {
  return {
    ask: 'Paste the whole outputs of the failed action, and the status and error of the connection that it uses (Power Automate: Data, Connections; Logic Apps: API connections). A connection signs in as a person: a changed password, an owner who left or a policy ends it, and its error then has an AADSTS code.',
    commands: [signInLog()],
  };
}

/** What only somebody who has the program before them can paste; sentences and numbers of a window are seen by everybody. */
function isOfADeveloper({ kind }: Evidence): boolean {
  return kind !== 'phrase' && kind !== 'told' && kind !== 'instant' && kind !== 'vendor';
}

/** The window of Office or Teams says more than its number; a network that lets nothing through is another matter. */
function brokerQuestion(answer: string): NextQuestion {
  if (answer === 'unreachable' || answer === 'insecure_connection') {
    return {
      ask: 'Paste what these print on that computer: they tell whether it reaches the sign-in service at all, through which proxy, and whether its clock is right.',
      commands: [
        {
          label: 'PowerShell',
          command:
            'Test-NetConnection login.microsoftonline.com -Port 443; netsh winhttp show proxy; w32tm /query /status',
        },
      ],
    };
  }
  return {
    ask: 'Paste the rest of that window, or a screenshot of it: the lines «Server message», «Correlation ID» and «Timestamp». The server message begins with an AADSTS code, and that code decides; the sign-in log has it, too.',
    commands: [signInLog(), { label: 'Windows', command: 'dsregcmd /status' }],
  };
}

/** Libraries that ask for tokens: what they throw wraps an answer of the sign-in service. */
const SIGN_IN_LIBRARIES: ReadonlySet<ExceptionLibrary> = new Set([
  'msal-js',
  'msal-node',
  'msal-python',
  'msal-net',
  'msal-java',
  'msal-mobile',
  'adal',
  'azure-identity',
  'passport',
  'next-auth',
]);

/** A refusal of what was asked for, not of who asks. */
function aboutTheRequest(facts: Facts): boolean {
  if (facts.status === 401 || facts.status === 403) return false;
  const code = facts.call?.error?.code ?? '';
  return (
    facts.status !== null ||
    /^(?:(?:Request_)?BadRequest|invalidRequest|generalException|\w{0,40}NotFound)$/i.test(code)
  );
}

const ANY_CALL = 'https://graph.microsoft.com/v1.0/me';

function address(facts: Facts): string {
  const { host = 'graph.microsoft.com' } = facts.values;
  // The name of what stands there is to be filled in.
  const path = (facts.values.path ?? '/v1.0/me').replace(/\{([a-z-]{1,30})\}/gi, (_, name: string) =>
    name.toUpperCase(),
  );
  // SDKs are given paths without the version.
  const version = /^graph\.microsoft\./.test(host) && !/^\/(?:v1\.0|beta)\b/.test(path) ? '/v1.0' : '';
  const whole = `https://${host}${version}${path}`;
  return SAFE_ADDRESS.test(whole) && !whole.includes("'") ? whole : ANY_CALL;
}

function method(facts: Facts): string {
  const known = facts.values.method;
  if (address(facts) === ANY_CALL) return 'GET';
  return known !== undefined && /^[A-Z]{3,7}$/.test(known) ? known : 'GET';
}

/** Methods whose request has a body: without it the API refuses for another reason. */
const WITH_BODY = /^(?:POST|PUT|PATCH)$/;

function curlCall(facts: Facts): Command {
  const verb = method(facts) === 'GET' ? '' : ` -X ${method(facts)}`;
  const body = WITH_BODY.test(method(facts)) ? ' -H "Content-Type: application/json" -d @body.json' : '';
  return { label: 'bash', command: `curl -i${verb} '${address(facts)}' -H "Authorization: Bearer $TOKEN"${body}` };
}

function powershellCall(facts: Facts): Command {
  return {
    label: 'PowerShell 7',
    command: `$r = Invoke-WebRequest -SkipHttpErrorCheck -Method ${method(facts)} -Uri '${address(facts)}' -Headers @{Authorization = "Bearer $token"}${WITH_BODY.test(method(facts)) ? " -ContentType 'application/json' -Body (Get-Content body.json -Raw)" : ''}; $r.StatusCode; $r.Headers['WWW-Authenticate']; $r.Content`,
  };
}

/** Asks for a token as the app itself: it shows the answer to a client and its secret, and proves nothing for a person’s sign-in. */
function tokenEndpoint(facts: Facts, leading: FindableCauseId | null): Command[] {
  const itself =
    facts.actor === 'app' ||
    asksForItself(facts) ||
    (leading?.startsWith('client-secret') ?? false) ||
    (facts.of('oauth-error').at(-1)?.error === 'invalid_client' && leading === null);
  if (!itself) return [browser()];
  const host = facts.values.loginHost ?? 'login.microsoftonline.com';
  const tenant = facts.values.authorityTenant ?? facts.values.tenant ?? 'YOUR_TENANT_ID';
  const clientId = facts.values.clientId ?? 'YOUR_CLIENT_ID';
  if (!SAFE_ADDRESS.test(host + tenant) || tenant.includes("'")) return [];
  return [
    {
      label: 'bash',
      command: `curl -i 'https://${host}/${tenant}/oauth2/v2.0/token' --data-urlencode 'client_id=${clientId}' --data-urlencode "client_secret=$CLIENT_SECRET" --data-urlencode 'scope=https://graph.microsoft.com/.default' --data-urlencode 'grant_type=client_credentials'`,
    },
  ];
}

function claimsInBash(): Command {
  return {
    label: 'bash',
    command: `python3 -c "import sys,json,base64; p=sys.stdin.read().split('.')[1]; print(json.dumps(json.loads(base64.urlsafe_b64decode(p+'='*(-len(p)%4))),indent=1))" <<< "$TOKEN"`,
  };
}

function claimsInPowershell(): Command {
  return {
    label: 'PowerShell',
    command: `$p = $token.Split('.')[1].Replace('-','+').Replace('_','/'); [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($p.PadRight($p.Length + (4 - $p.Length % 4) % 4, '=')))`,
  };
}

function browser(): Command {
  return {
    label: 'Browser',
    command:
      'F12, Network, tick «Preserve log», repeat the sign-in, choose the red line, copy its response and its response headers',
  };
}

function signInLog(): Command {
  return {
    label: 'Administrator',
    command:
      'Entra admin centre, Entra ID, Monitoring & health, Sign-in logs: find the line by user and time, copy «Sign-in error code», «Failure reason» and «Correlation ID»',
  };
}

/** How each library is made to say what the server answered. */
function msalLog(facts: Facts): Command[] {
  switch (facts.language) {
    case 'python':
      return [
        {
          label: 'Python',
          command:
            'import logging; logging.basicConfig(level=logging.DEBUG)  # and print(result.get("error"), result.get("error_description"))',
        },
      ];
    case 'csharp':
      return [
        {
          label: 'C#',
          command:
            '.WithLogging((level, message, pii) => Console.WriteLine(message), LogLevel.Verbose, enablePiiLogging: false)',
        },
      ];
    case 'java':
      return [{ label: 'Java', command: 'logging.level.com.microsoft.aad.msal4j=DEBUG' }];
    case 'powershell':
      return [{ label: 'PowerShell', command: '$DebugPreference = "Continue"; Connect-MgGraph -Debug' }];
    case 'node':
      return [
        {
          label: 'Node.js',
          command:
            'system: { loggerOptions: { logLevel: 3, loggerCallback: (level, message) => console.log(message) } }',
        },
      ];
    default:
      return [];
  }
}
