import type { RootCause } from './root-cause.ts';
import { told } from './words/told.ts';

export const botOauthConnection: RootCause = {
  id: 'bot-oauth-connection',
  title: 'The OAuth connection of the Azure Bot is missing or set up wrongly',
  owner: 'app-developer',
  explanation:
    'OAuthPrompt asks the Bot Framework token service for a token by the name of a connection that is kept with the Azure Bot resource. The name must be the same to the last letter, in the very resource whose app id the program runs with, and the connection’s provider, client id, secret, tenant and scopes must be right. Local settings often name a connection of another bot.',
  symptoms: [
    '«Could not find Connection Setting with name …»',
    '«The connection name is required»',
    'AADSTS50011 for https://token.botframework.com/.auth/web/redirect',
    'Sign-in in the card ends with an error page of token.botframework.com',
  ],
  explains: ['redirect-uri-mismatch', 'client-secret-invalid', 'client-secret-expired'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'could not find connection setting with name',
        'connection setting not found',
        'missing connection name',
        'oauthprompt requires a connectionname',
        'oauthprompt.gettoken(): not supported',
        'connectionname is required',
        'connection name is not set',
        'failed to get sign in link',
        'is not supported by the current adapter',
        'not supported for the current adapter',
        'in consent redirect request',
        'unable to find the bot with the specified id',
        'configure at least one supported oauth connection',
        'connection setting with name',
        "parameter 'connectionname'",
        'parameter name: connectionname',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The token service knows no connection of this name for this bot',
    },
    {
      // The token service answers 404 where the connection does not exist, and where nobody has signed in yet.
      kind: 'phrase',
      phrases: ['api/usertoken/gettoken'],
      strength: 'weak',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The token service has no token for this person and connection',
    },
    {
      kind: 'code',
      codes: [50011, 500113],
      strength: 'strong',
      when: (_, code) => /token\.botframework\.(?:com|azure\.us)/i.test(code.message),
      says: 'The redirect address of the Bot Framework token service is not registered for the connection’s app',
    },
    {
      kind: 'code',
      codes: [7000215, 7000222],
      strength: 'strong',
      when: (facts) => facts.of('request').some((item) => /token\.botframework/.test(item.host ?? '')),
      says: 'The secret that is kept in the OAuth connection is refused',
    },
    {
      // The token service is asked for the sign-in link of a connection; it answers so where bot and connection do not belong together.
      kind: 'facts',
      phrases: ['getsigninresource', "status code 'notfound'", "status code 'badrequest'"],
      onlyWith: { phrases: ['getsigninresource'] },
      test: (facts) => {
        const at = facts.phrase('getsigninresource');
        return at !== undefined && facts.anyPhrase("status code 'notfound'", "status code 'badrequest'") !== undefined
          ? {
              strength: 'fair',
              at,
              says: 'The token service has no sign-in link for this bot and connection: the name, the app id, or the region’s address differs',
            }
          : undefined;
      },
    },
    told('connection-name-differs', {
      beside: [
        'oauthprompt',
        'azure bot',
        'botframework',
        'bot framework',
        'gettokenstatus',
        'getusertoken',
        'teams bot',
      ],
      says: 'The name of the connection in the program is said to be another one than in Azure',
    }),
  ],
  headline: (facts) => {
    const name =
      /Connection Setting with name ['"]?([\w.-]{1,80})/i.exec(
        facts
          .of('exception')
          .map((item) => item.message)
          .join(' '),
      )?.[1] ?? facts.values.connectionName;
    if (facts.of('aadsts').some((code) => code.code === 50011))
      return 'The redirect address of the Bot Framework token service is not registered for the app of the OAuth connection.';
    if (name === undefined && facts.of('exception').some((item) => /connectionName/.test(item.message)))
      return 'The program names no OAuth connection: the setting with the connection’s name is empty or was not read.';
    return `The Azure Bot has no OAuth connection ${name === undefined ? 'of this name' : `named ${name}`} (or the program runs with another bot’s app id).`;
  },
  steps: (facts) => [
    {
      text: 'Azure portal, Azure Bot, Configuration, OAuth Connection Settings: compare the name, letter by letter, with the setting of the program.',
      ...(facts.values.connectionName === undefined ? {} : { value: facts.values.connectionName }),
    },
    {
      text: 'See that the program runs with the app id of this very bot: a connection belongs to one Azure Bot resource.',
    },
    {
      text: 'The connection: provider «Azure Active Directory v2», client id, secret (its Value) and tenant of the SSO app, scopes separated by spaces',
      value: 'openid profile offline_access https://graph.microsoft.com/Calendars.ReadWrite',
    },
    {
      text: 'Register this redirect address (Web) in that app:',
      value: 'https://token.botframework.com/.auth/web/redirect',
    },
    { text: 'Use «Test Connection» there: it must end with a token.' },
  ],
  patches: ['bot-settings'],
  check: () => ({ text: '«Test Connection» ends with a token, and the card of the bot does, too.' }),
  sources: [
    {
      title: 'Add authentication to a bot',
      url: 'https://learn.microsoft.com/azure/bot-service/bot-builder-authentication',
    },
    {
      title: 'OAuth connection settings',
      url: 'https://learn.microsoft.com/azure/bot-service/bot-builder-concept-identity-providers',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'OAuthPrompt returns null: the connection name in the code is «Graph», in Azure Bot it is called «graph-conn»',
    },
    {
      paste:
        "System.ArgumentNullException: Value cannot be null. (Parameter 'connectionName')\n   at Microsoft.Bot.Builder.Dialogs.OAuthPrompt",
      verdict: 'certain',
    },
    {
      paste: 'DialogContextError: Could not find Connection Setting with name graph\n    at DialogContext.beginDialog',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS50011: The redirect URI 'https://token.botframework.com/.auth/web/redirect' specified in the request does not match the redirect URIs configured for the application '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'.",
    },
    { paste: 'Error: OAuthPrompt.getToken(): not supported by the current adapter' },
    {
      paste:
        "Operation returned an invalid status code 'NotFound' at Microsoft.Bot.Connector.OAuthClient.GetSignInResourceWithHttpMessagesAsync",
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS50011: The redirect URI 'https://app.contoso.com/auth' specified in the request does not match the redirect URIs configured for the application '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'.",
      cause: 'redirect-uri-mismatch',
    },
  ],
};
