import type { NextQuestion } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';

type Command = NextQuestion['commands'][number];

/** A host or path goes into a command only in this shape: what a person pasted is data. */
const SAFE_ADDRESS = /^[A-Za-z0-9._~:/@%$()',*+=-]{1,300}$/;

/**
 * The one thing that would decide it, and how to get it. `null` where nothing that a person could paste would help.
 */
export function nextQuestion(facts: Facts): NextQuestion | null {
  if (facts.of('vendor').length > 0 && !facts.microsoft) return null;
  const hasRefusal = facts.of('challenge').length > 0 || facts.of('api-error').length > 0 || facts.of('diagnostics').length > 0;
  const signInFailed = facts.of('oauth-error').length > 0 || facts.of('aadsts').length > 0;

  if (signInFailed) {
    const coded = facts.of('aadsts').length > 0;
    return {
      ask: coded
        ? 'Paste the whole answer of the token endpoint, with its error_description, and the request that was sent (leave the secret out).'
        : 'Paste the whole answer of the token endpoint: its error_description starts with an AADSTS code, and that code decides.',
      commands: [...tokenEndpoint(facts), ...msalLog(facts)],
    };
  }
  if (facts.of('exception').length > 0 && !hasRefusal && facts.status === null) {
    return {
      ask: 'Paste what the server answered: this exception wraps it. An MSAL log, or the inner exception with its AADSTS code, decides.',
      commands: [...msalLog(facts), browser()],
    };
  }
  if (facts.token !== null && !hasRefusal && facts.status === null) {
    return {
      ask: 'Paste the answer of the API to this token: its status line, its WWW-Authenticate header and its body.',
      commands: [curlCall(facts), powershellCall(facts)],
    };
  }
  if (hasRefusal || facts.status !== null) {
    if (facts.token === null) {
      return {
        ask: 'Paste the claims of the access token that was sent (aud, scp or roles, exp, tid): they decide between what is left.',
        commands: [claimsInBash(), claimsInPowershell(), ...(hasRefusal ? [] : [curlCall(facts)])],
      };
    }
    if (facts.call?.request == null) {
      return { ask: 'Paste the request: its method and address. The same token is right for one address and wrong for another.', commands: [curlCall(facts)] };
    }
    return {
      ask: 'Paste the answer with all of its headers and its body.',
      commands: [curlCall(facts), powershellCall(facts)],
    };
  }
  return {
    ask: 'Paste the answer that failed: the status line, the WWW-Authenticate header and the body.',
    commands: [curlCall(facts), powershellCall(facts), browser()],
  };
}

function address(facts: Facts): string {
  const { host, path } = facts.values;
  const whole = `https://${host ?? 'graph.microsoft.com'}${path ?? '/v1.0/me'}`;
  return SAFE_ADDRESS.test(whole) && !whole.includes("'") ? whole : 'https://graph.microsoft.com/v1.0/me';
}

function method(facts: Facts): string {
  const known = facts.values.method;
  return known !== undefined && /^[A-Z]{3,7}$/.test(known) ? known : 'GET';
}

function curlCall(facts: Facts): Command {
  const verb = method(facts) === 'GET' ? '' : ` -X ${method(facts)}`;
  return { label: 'bash', command: `curl -i${verb} '${address(facts)}' -H "Authorization: Bearer $TOKEN"` };
}

function powershellCall(facts: Facts): Command {
  return {
    label: 'PowerShell',
    command: `$r = Invoke-WebRequest -SkipHttpErrorCheck -Method ${method(facts)} -Uri '${address(facts)}' -Headers @{Authorization = "Bearer $token"}; $r.StatusCode; $r.Headers['WWW-Authenticate']; $r.Content`,
  };
}

function tokenEndpoint(facts: Facts): Command[] {
  const host = facts.values.loginHost ?? 'login.microsoftonline.com';
  const tenant = facts.values.authorityTenant ?? facts.values.tenant ?? 'YOUR_TENANT';
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
    command: 'F12, Network, tick «Preserve log», repeat the sign-in, choose the red line, copy its response and its response headers',
  };
}

/** How each library is made to say what the server answered. */
function msalLog(facts: Facts): Command[] {
  switch (facts.language) {
    case 'python':
      return [{ label: 'Python', command: 'import logging; logging.basicConfig(level=logging.DEBUG)  # and print(result.get("error"), result.get("error_description"))' }];
    case 'csharp':
      return [{ label: 'C#', command: '.WithLogging((level, message, pii) => Console.WriteLine(message), LogLevel.Verbose, enablePiiLogging: false)' }];
    case 'java':
      return [{ label: 'Java', command: 'logging.level.com.microsoft.aad.msal4j=DEBUG' }];
    case 'powershell':
      return [{ label: 'PowerShell', command: '$DebugPreference = "Continue"; Connect-MgGraph -Debug' }];
    default:
      return [{ label: 'Node.js', command: 'system: { loggerOptions: { logLevel: 3, loggerCallback: (level, message) => console.log(message) } }' }];
  }
}
