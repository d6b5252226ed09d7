import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { registrationLink } from '../../fix/portal-links.ts';
import { isOpenIdScope } from '../../permissions/scope-resource.ts';

/**
 * The codes about the parameter `resource` at version 2.0 of the endpoints: not taken at all, or another API than the
 * scopes have. Clients of the Model Context Protocol send it always (RFC 8707).
 * https://github.com/microsoft/Dataverse-MCP/issues/15, https://github.com/anthropics/claude-code/issues/52871
 */
const NOT_TAKEN = 901002;
const ANOTHER_API = 9010010;

function codeOf(facts: Facts): number | undefined {
  return facts.of('aadsts').find(({ code }) => code === NOT_TAKEN || code === ANOTHER_API)?.code;
}

interface NamedTwice {
  /** What stands in `resource`. */
  readonly resource?: string;
  /** The address before the scope. */
  readonly ofScope?: string;
}

/** Both names, as far as the request of the paste has them. */
function namedTwice(facts: Facts): NamedTwice {
  for (const { parameters } of facts.of('oauth-request')) {
    const { resource, scope } = parameters;
    if (resource === undefined || scope === undefined) continue;
    // As it is written: Entra ID compares the two texts.
    const own = scope.split(' ').find((one) => /^[a-z]+:\/\/[^/]+\/./i.test(one) && !isOpenIdScope(one));
    return { resource, ...(own === undefined ? {} : { ofScope: own.slice(0, own.lastIndexOf('/')) }) };
  }
  return {};
}

/** What is wrong with `resource`; `undefined` where it is not the fault. */
export function resourceHeadline(facts: Facts): string | undefined {
  const code = codeOf(facts);
  if (code === undefined) return undefined;
  const { resource, ofScope } = namedTwice(facts);
  if (code === NOT_TAKEN)
    return `The parameter resource${resource === undefined ? '' : ` (${resource})`} was sent to version 2.0 of the sign-in, which knows the API by the scope alone.`;
  if (resource === undefined || ofScope === undefined)
    return 'The parameter resource names another API than the scopes of the same request.';
  return withoutSlash(resource) === withoutSlash(ofScope)
    ? `The parameter resource (${resource}) and the address before the scope (${ofScope}) differ by the slash at the end, and Entra ID compares every letter.`
    : `The parameter resource is ${resource}, but the scopes of the same request belong to ${ofScope}.`;
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

export function resourceSteps(facts: Facts): FixStep[] | undefined {
  if (codeOf(facts) === undefined) return undefined;
  const { resource, ofScope } = namedTwice(facts);
  return [
    {
      text: 'Leave resource out of the request where the client lets you (in older libraries it is a setting of its own): the scope names the API already.',
      ...(ofScope === undefined ? {} : { value: `scope=${ofScope}/.default` }),
    },
    {
      text: 'A client of the Model Context Protocol sends what the metadata of the server has as resource (/.well-known/oauth-protected-resource). For your own server let that be, to the letter, the address before its scopes, with no slash and no path more:',
      value: `"resource": "${ofScope ?? 'api://YOUR_API_CLIENT_ID'}"`,
    },
    {
      text: 'Or let the API have that address as its name: App registrations, the API, Expose an API, Application ID URI (https only in a verified domain of the tenant), and its scopes begin with it.',
      ...(resource === undefined ? {} : { value: resource }),
      link: registrationLink('expose-an-api', {}),
    },
    {
      text: 'With a server of Microsoft nothing in your tenant mends it: update the client, or take one that leaves resource out.',
    },
  ];
}
