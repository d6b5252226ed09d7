import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Rule } from '../root-cause.ts';

/** The token endpoint of the machine (IMDS, App Service) has no such identity; words of it and of Azure Identity. */
const NOT_ASSIGNED = [
  'requested identity has not been assigned to this resource',
  "requested identity isn't assigned to this resource",
  'no user assigned or delegated managed identity found for specified',
  'no azure user assigned managed identity found for specified',
  'no managed identity found for specified',
  // App Service, Functions and Container Apps.
  'unable to load the proper managed identity',
  'multiple user assigned identities exist, please specify',
] as const;

/** IMDS answers `invalid_request` with these two words; other servers say them of persons. */
const IMDS_WORDS = /^identity not found\.?$/i;

/** The identity that was asked for is none of this machine’s. */
export function managedIdentityMissing(facts: Facts): boolean {
  return facts.anyPhrase(...NOT_ASSIGNED) !== undefined || imdsAnswer(facts) !== undefined;
}

function imdsAnswer(facts: Facts) {
  return facts
    .of('oauth-error')
    .find((item) => item.error === 'invalid_request' && IMDS_WORDS.test(item.description.trim()));
}

export const managedIdentityRule: Rule = {
  kind: 'facts',
  phrases: NOT_ASSIGNED,
  onlyWith: { evidence: ['oauth-error'], phrases: NOT_ASSIGNED },
  test: (facts) => {
    const at = facts.anyPhrase(...NOT_ASSIGNED) ?? imdsAnswer(facts)?.span;
    return at === undefined
      ? undefined
      : {
          strength: 'strong',
          at,
          says: 'The metadata endpoint of this machine answers, and has no managed identity with the id that was asked for',
        };
  },
};

export function managedIdentitySteps(): FixStep[] {
  return [
    {
      text: 'Azure portal, the virtual machine, app or cluster itself, Identity: switch on the system-assigned identity, or add the user-assigned one.',
    },
    {
      text: 'With a user-assigned identity, name it by its client id (of the identity, not of an app registration, and not its object id):',
      value: 'AZURE_CLIENT_ID=CLIENT_ID_OF_THE_IDENTITY',
    },
    {
      text: 'With only the system-assigned identity, name none: a left-over AZURE_CLIENT_ID asks for another identity.',
    },
  ];
}
