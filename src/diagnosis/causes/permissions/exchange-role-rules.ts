import type { Rule } from '../root-cause.ts';
import { EXCHANGE_MODULE } from './exchange-powershell-app.ts';

/** Parameters with which the modules sign in as an app. */
const AS_AN_APP = ['-certificatethumbprint', '-certificatefilepath', '-managedidentity', '-applicationid'] as const;

/** What Exchange Online says of an app that signs in as itself and has no role there. */
export const EXCHANGE_ROLE_RULES: readonly Rule[] = [
  {
    // Exchange Online PowerShell, app-only: Exchange.ManageAsApp and a directory role (Exchange Administrator) for the app itself.
    // learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2
    kind: 'phrase',
    phrases: [
      'correct directory roles to azure ad application',
      'for exo app-only authentication',
      'assigning directory roles to azure ad application',
    ],
    strength: 'decisive',
    says: 'Exchange says that the app has no directory role: an app-only sign-in to Exchange Online PowerShell needs one, beside Exchange.ManageAsApp',
  },
  {
    // The REST cmdlets of the same module: the caller (an app, or a person without the role) may not run this one.
    kind: 'facts',
    phrases: ['user is not allowed to call', 'microsoft.exchange.admin.odata', ...AS_AN_APP],
    onlyWith: { phrases: ['user is not allowed to call'] },
    test: (facts) => {
      const at = facts.phrase('user is not allowed to call');
      return at !== undefined && facts.phrase('microsoft.exchange.admin.odata') !== undefined
        ? {
            strength: facts.anyPhrase(...AS_AN_APP) === undefined ? 'fair' : 'decisive',
            at,
            says: 'Exchange lets the caller in and finds no role that holds this cmdlet: an app needs a directory role beside Exchange.ManageAsApp',
          }
        : undefined;
    },
  },
  {
    // The module prints this one word at the connection of an app that lacks Exchange.ManageAsApp, its consent, or a role.
    kind: 'facts',
    phrases: ['fullyqualifiederrorid : unauthorized', ...EXCHANGE_MODULE, ...AS_AN_APP],
    onlyWith: { phrases: ['fullyqualifiederrorid : unauthorized'] },
    test: (facts) => {
      const at = facts.phrase('fullyqualifiederrorid : unauthorized');
      return at !== undefined &&
        facts.anyPhrase(...EXCHANGE_MODULE) !== undefined &&
        facts.anyPhrase(...AS_AN_APP) !== undefined &&
        facts.of('aadsts').length === 0
        ? {
            strength: 'weak',
            at,
            says: 'Exchange Online refuses an app at the connection: it lacks Exchange.ManageAsApp, its admin consent, or a directory role',
          }
        : undefined;
    },
  },
  {
    // The same as somebody tells it, without the lines of the error around the word.
    kind: 'facts',
    phrases: ['connect-exchangeonline', ...AS_AN_APP],
    onlyWith: { phrases: ['connect-exchangeonline'] },
    test: (facts) => {
      const at = facts.phrase('connect-exchangeonline');
      return at !== undefined &&
        facts.status === 401 &&
        facts.anyPhrase(...AS_AN_APP) !== undefined &&
        facts.of('api-error').length === 0 &&
        facts.of('aadsts').length === 0
        ? {
            strength: 'fair',
            at,
            says: 'Exchange Online refuses an app at the connection: it lacks Exchange.ManageAsApp, its admin consent, or a directory role',
          }
        : undefined;
    },
  },
  {
    // Teams PowerShell, app-only: an Entra role for the app itself (Teams Administrator), and only some cmdlets work.
    // learn.microsoft.com/microsoftteams/teams-powershell-application-authentication
    kind: 'facts',
    phrases: ['connect-microsoftteams', 'access denied', ...AS_AN_APP],
    onlyWith: { phrases: ['connect-microsoftteams'] },
    test: (facts) => {
      const at = facts.phrase('access denied');
      return at !== undefined &&
        facts.phrase('connect-microsoftteams') !== undefined &&
        facts.anyPhrase(...AS_AN_APP) !== undefined &&
        facts.of('aadsts').length === 0
        ? {
            strength: 'weak',
            at,
            says: 'Teams PowerShell refuses a cmdlet to an app: the app itself needs a role (Teams Administrator), and some cmdlets take no app at all',
          }
        : undefined;
    },
  },
  {
    kind: 'phrase',
    phrases: ['nopermissionsinaccesstoken', 'the token contains no permissions, or permissions can not be understood'],
    strength: 'strong',
    when: (facts) => facts.actor !== 'user' && facts.of('diagnostics').length === 0,
    says: 'Exchange finds no permission of its own in the token: an app without a consented application permission gets such a token',
  },
];
