import type { AppRegistration, SandboxTenant } from '../../world/world.ts';
import { EntraRefusal } from '../entra-refusal.ts';

/** What is wrong with the request: parameters, tenant, scopes. */

export function parameterMissing(name: string): EntraRefusal {
  return new EntraRefusal(
    900144,
    'invalid_request',
    `The request body must contain the following parameter: '${name}'.`,
  );
}

export function fieldMissing(name: string): EntraRefusal {
  return new EntraRefusal(
    90014,
    'invalid_request',
    `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
  );
}

export function parameterDoubled(name: string): EntraRefusal {
  return new EntraRefusal(
    9000411,
    'invalid_request',
    `The request is not properly formatted. The parameter '${name}' is duplicated.`,
  );
}

export function malformed(): EntraRefusal {
  return new EntraRefusal(9002313, 'invalid_request', 'Invalid request. Request is malformed or invalid.');
}

export function onlyPost(): EntraRefusal {
  return new EntraRefusal(
    900561,
    'invalid_request',
    'The endpoint only accepts POST, OPTIONS requests. Received a GET request.',
  );
}

/** @param error discovery says `invalid_tenant`, the token endpoint `invalid_request` */
export function tenantNotFound(name: string, error: 'invalid_request' | 'invalid_tenant'): EntraRefusal {
  return new EntraRefusal(
    90002,
    error,
    `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}

export function tenantNameInvalid(name: string, error: 'invalid_request' | 'invalid_tenant'): EntraRefusal {
  return new EntraRefusal(
    900023,
    error,
    `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`,
  );
}

export function noTenantNamed(): EntraRefusal {
  return new EntraRefusal(
    50059,
    'invalid_request',
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  );
}

export function scopeForm(scope: string, why: 'form' | 'default-and-others'): EntraRefusal {
  const reason =
    why === 'form'
      ? 'The scope format is invalid. Scope must be in a valid URI form <https://example/scope> or a valid Guid <guid/scope>.'
      : ".default scope can't be combined with resource-specific scopes.";
  return new EntraRefusal(
    70011,
    'invalid_scope',
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid. ${reason}`,
  );
}

export function scopeUnknown(app: AppRegistration, scope: string, resourceAppId: string): EntraRefusal {
  return new EntraRefusal(
    650053,
    'invalid_client',
    `The application '${app.name}' asked for scope '${scope}' that doesn't exist on the resource '${resourceAppId}'. Contact the app vendor.`,
  );
}

export function severalResources(scopes: string): EntraRefusal {
  return new EntraRefusal(
    28000,
    'invalid_request',
    `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scopes} is not valid.`,
  );
}

export function resourceNotFound(resource: string, tenant: SandboxTenant | undefined): EntraRefusal {
  return new EntraRefusal(
    500011,
    'invalid_resource',
    `The resource principal named ${resource} was not found in the tenant named ${tenant?.name ?? 'Microsoft'}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );
}

export function scopeNotForApps(scope: string): EntraRefusal {
  return new EntraRefusal(
    1002012,
    'invalid_scope',
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  );
}

export function grantTypeUnsupported(grantType: string): EntraRefusal {
  return new EntraRefusal(
    70003,
    'unsupported_grant_type',
    `The app requested an unsupported grant type '${grantType}'.`,
  );
}

export function deviceCodeUnknown(): EntraRefusal {
  return new EntraRefusal(
    7000014,
    'invalid_grant',
    "The provided value for the input parameter 'device_code' is not valid.",
  );
}

export function implicitGrantOff(responseType: 'token' | 'id_token'): EntraRefusal {
  const code = responseType === 'token' ? 700051 : 700054;
  return new EntraRefusal(
    code,
    'unsupported_response_type',
    `response_type '${responseType}' is not enabled for the application.`,
  );
}

export function responseTypeUnsupported(responseType: string): EntraRefusal {
  return new EntraRefusal(
    70005,
    'unsupported_response_type',
    `The provided value for the input parameter 'response_type' is not allowed for this client. The value '${responseType}' is not supported.`,
  );
}

export function responseModeUnsupported(responseMode: string): EntraRefusal {
  return new EntraRefusal(
    70007,
    'invalid_request',
    `'${responseMode}' is not a supported value of 'response_mode' when requesting a token.`,
  );
}

export function challengeSize(): EntraRefusal {
  return new EntraRefusal(501491, 'invalid_request', 'Invalid size of Code_Challenge parameter.');
}

export function throttled(retryAfter: number): EntraRefusal {
  return new EntraRefusal(
    90055,
    'temporarily_unavailable',
    'The server has terminated the connection because it received too many requests.',
    { status: 429, retryAfter },
  );
}

export function outage(): EntraRefusal {
  return new EntraRefusal(90033, 'temporarily_unavailable', 'A transient error has occurred. Please try again.', {
    status: 503,
  });
}
