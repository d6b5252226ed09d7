import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { told } from './words/told.ts';

/** A 401 from the bot's own sign-in, not from an API that it calls for a person. */
function isBot(facts: Facts): boolean {
  return (
    facts.api === 'bot-connector' ||
    facts.of('exception').some((item) => item.library === 'bot-framework') ||
    facts.of('setting').some((item) => item.name === 'bot-app-type' || item.name === 'bot-app-id')
  );
}

/**
 * Teams refuses the message and not the token: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/
 * conversation-messages#status-codes-from-bot-conversational-apis.
 */
const OF_THE_CONVERSATION = [
  'conversationblockedbyuser',
  'user blocked the conversation with the bot',
  'botnotinconversationroster',
  'bot is not part of the conversation roster',
  'botdisabledbyadmin',
  'the tenant admin disabled this bot',
  'messagewritesblocked',
] as const;

const APP_TYPE = /'Bot Framework'|botframework\.com|d6d49420-f39b-4df7-a1dc-d59a935871db/i;

export const botCredentials: RootCause = {
  id: 'bot-credentials',
  title: 'The bot’s own app id, secret, tenant or trusted address is wrong',
  owner: 'app-developer',
  explanation:
    'A bot signs in as itself to answer: with its app id and secret, certificate or managed identity, in the tenant that its type says. A bot registered as SingleTenant (or with a managed identity) whose program runs as MultiTenant asks the Bot Framework tenant for a token, and is not found there. Proactive messages also need the service address of the conversation to be one that the program trusts.',
  symptoms: [
    "AADSTS700016 «… was not found in the directory 'Bot Framework'»",
    '«Authorization has been denied for this request.» from smba.trafficmanager.net',
    'Test in Web Chat: 401; the Emulator shows «The bot’s MSA app ID or password is incorrect»',
  ],
  explains: [
    'app-role-missing',
    'wrong-audience',
    'app-not-found',
    'client-secret-invalid',
    'account-type-mismatch',
    'client-secret-expired',
  ],
  rules: [
    {
      kind: 'code',
      codes: [700016, 7000229],
      strength: 'decisive',
      when: (facts, code) =>
        APP_TYPE.test(code.message) ||
        (facts.of('setting').some((item) => item.name === 'bot-app-type') && facts.of('aadsts').length === 1),
      says: 'The bot looked for itself in the Bot Framework tenant, where only multi-tenant bots live',
    },
    {
      kind: 'code',
      codes: [7000215, 7000222, 700016],
      strength: 'weak',
      when: (facts, code) => isBot(facts) && !APP_TYPE.test(code.message),
      says: 'The error comes from the bot’s own sign-in: its app id, password, type and tenant',
    },
    {
      kind: 'phrase',
      phrases: [
        'invalid appid passed on token',
        'authorization for microsoft app id',
        'msa appid or password is incorrect',
        "bot's msa app id or password is incorrect",
        "bot's microsoft app id or microsoft app password is incorrect",
        // MicrosoftAppCredentials sends its token to addresses only that an incoming activity has made known.
        'is not trusted and jwttoken cannot be sent to it',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The Bot Framework names the bot’s own app id or password',
    },
    {
      // @microsoft/agents-hosting, where the audience of an incoming token is not the client id of its settings.
      kind: 'phrase',
      phrases: ['jwt-auth-error'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The Agents SDK refused the token that came in: it was not issued for the client id that the bot is set up with',
    },
    {
      // Names of the SDK and of a refusal that has other reasons as well.
      kind: 'phrase',
      phrases: ['trustserviceurl', 'botnotinconversationroster'],
      strength: 'hint',
      says: 'The paste is about messages that the bot sends on its own',
    },
    {
      kind: 'facts',
      phrases: [
        "operation returned an invalid status code 'unauthorized'",
        "operation returned an invalid status code 'forbidden'",
        'microsoft.bot.',
        'botframework',
        'botbuilder',
        ...OF_THE_CONVERSATION,
      ],
      onlyWith: {
        phrases: [
          "operation returned an invalid status code 'unauthorized'",
          "operation returned an invalid status code 'forbidden'",
        ],
      },
      test: (facts) => {
        const at = facts.anyPhrase(
          "operation returned an invalid status code 'unauthorized'",
          "operation returned an invalid status code 'forbidden'",
        );
        if (
          at === undefined ||
          facts.of('aadsts').length > 0 ||
          facts.anyPhrase(...OF_THE_CONVERSATION) !== undefined ||
          !(isBot(facts) || facts.anyPhrase('microsoft.bot.', 'botframework', 'botbuilder') !== undefined)
        )
          return undefined;
        return {
          strength: 'strong',
          at,
          says: 'The Bot Connector refuses the token that the bot sent with its message',
        };
      },
    },
    {
      kind: 'phrase',
      phrases: ['authorization has been denied for this request'],
      strength: 'strong',
      when: (facts) => isBot(facts) || facts.of('request').some((item) => /smba\.|botframework/.test(item.host ?? '')),
      says: 'The Bot Connector refuses the token that the bot sent with its answer',
    },
    {
      kind: 'phrase',
      phrases: [
        'microsoftappid or microsoftapppassword',
        // Bot Framework v3 and v4: the bot could not get its own token.
        'failed to get access token with error: unauthorized',
        'unauthorized. invalid channelid',
        'unauthorized access. signing key could not be retrieved',
        'jwttokenrefresher',
        'sending this message to your bot: http status code unauthorized',
        'unauthorized access. request is not authorized',
        'is not a trusted service url',
        'unauthorized. no valid identity',
        'serviceurl claim doesn',
        'bot authenticator: access denied',
        'jwttokenvalidation: invalid',
        'bot is not authorized',
        'unauthorized. emulator token',
      ],
      strength: 'strong',
      says: 'The Bot Framework refuses the bot’s own credentials or address',
    },
    {
      kind: 'facts',
      onlyWith: { settings: ['bot-app-type'] },
      test: (facts) => {
        const type = facts
          .of('setting')
          .find((item) => item.name === 'bot-app-type' && /single|msi/i.test(item.values[0] ?? ''));
        const tenant = facts
          .of('setting')
          .some((item) => item.name === 'tenant' && item.values[0] !== '' && item.values[0] !== undefined);
        if (type === undefined || tenant || facts.of('aadsts').length === 0) return undefined;
        return {
          strength: 'fair',
          at: type.span,
          says: `The bot is ${type.values[0]}, and no tenant id stands in its settings`,
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const call = facts.calls.find(
          (it) =>
            it.status === 401 &&
            it.request !== null &&
            /smba\.trafficmanager\.net|\.botframework\./.test(it.request.host ?? '') &&
            !/token\./.test(it.request.host ?? ''),
        );
        return call?.request == null
          ? undefined
          : {
              strength: 'strong',
              at: call.request.span,
              says: 'The 401 comes from the Bot Connector: the bot’s own token was refused',
            };
      },
    },
    {
      // The bot in Azure and the program that answers for it must be of one type.
      kind: 'facts',
      onlyWith: { settings: ['bot-app-type'] },
      test: (facts) => {
        const types = facts.of('setting').filter((item) => item.name === 'bot-app-type');
        const distinct = new Set(
          types.flatMap((item) => item.values.map((value) => value.toLowerCase().replace(/[- ]/, ''))),
        );
        return distinct.size === 2 && facts.of('aadsts').length === 0
          ? {
              strength: 'strong',
              at: types[0]?.span,
              says: `Two types of bot stand in this: ${[...distinct].join(' and ')}`,
            }
          : undefined;
      },
    },
    told('bot-password-absent', {
      when: (facts) => facts.status === 401 || isBot(facts),
      says: 'The app id or password of the bot is said to be missing or wrong where it runs',
    }),
  ],
  headline: (facts) => {
    const type = facts.of('setting').find((item) => item.name === 'bot-app-type')?.values[0];
    if (facts.of('aadsts').some((code) => APP_TYPE.test(code.message)))
      return `The bot ${facts.values.botAppId ?? facts.values.clientId ?? ''} runs as MultiTenant, but it is registered ${type === undefined || /^multi/i.test(type) ? 'as SingleTenant or with a managed identity' : `as ${type}`}.`.replace(
        '  ',
        ' ',
      );
    const id = facts.values.botAppId ?? facts.values.clientId;
    return `The ${id === undefined ? 'bot’s own credentials' : `credentials of the bot ${id}`} (app id, secret, type, tenant or trusted address) are refused by the Bot Framework.`;
  },
  steps: (facts) => [
    {
      text: 'In the Azure portal, Azure Bot, Configuration: note the Microsoft App ID, the type and the app tenant id.',
    },
    {
      text: 'Give the program the same four settings (names as the SDK reads them):',
      value: `MicrosoftAppType=SingleTenant\nMicrosoftAppId=${facts.values.botAppId ?? facts.values.clientId ?? 'YOUR_BOT_APP_ID'}\nMicrosoftAppTenantId=${facts.values.tenant ?? 'YOUR_TENANT_ID'}\nMicrosoftAppPassword=(the value of the client secret, from a secret store)`,
    },
    {
      text: 'Where the secret is old, make a new one (App registrations, Certificates & secrets), use its Value, and restart.',
    },
    {
      text: 'For messages that do not answer one (timers), use continueConversationAsync with the bot’s app id and the stored conversation reference: it asks for the token and trusts the service address of that reference.',
    },
  ],
  patches: ['bot-settings'],
  check: () => ({ text: 'Azure Bot, Test in Web Chat: the bot answers.' }),
  sources: [
    {
      title: 'Troubleshoot Bot Framework authentication',
      url: 'https://learn.microsoft.com/azure/bot-service/bot-service-troubleshoot-authentication-problems',
    },
    {
      title: 'Bot identity information',
      url: 'https://learn.microsoft.com/azure/bot-service/bot-builder-authentication',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        "AADSTS700016: Application with identifier 'a1c83f10-58b0-4e93-8d8c-0c53e0f3a6f1' was not found in the directory 'Bot Framework'",
      verdict: 'certain',
    },
    {
      paste:
        '"MicrosoftAppType": "MultiTenant"\nAzure Bot > Configuration > Bot Type: Single Tenant\nGetSignInResource: 401 Unauthorized',
    },
    {
      paste:
        'az bot show: "msaAppType": "SingleTenant"\n.env: MicrosoftAppType=MultiTenant\nthe bot does not answer, 401',
    },
    { paste: 'BotFrameworkAdapter: 401 Unauthorized. MicrosoftAppPassword is not set in the web app' },
    { paste: 'POST /api/messages 401 { "jwt-auth-error": "Audience mismatch" }' },
    { paste: 'Warning: 0 : Service url smba.example.com is not trusted and JwtToken cannot be sent to it.' },
    {
      paste:
        "Microsoft.Bot.Connector.ErrorResponseException: Operation returned an invalid status code 'Unauthorized'\n   at Microsoft.Bot.Connector.Conversations.ReplyToActivityWithHttpMessagesAsync",
    },
    {
      paste:
        'Error: BotFrameworkAdapter.processActivity(): 401 ERROR - Error: Unauthorized. Invalid AppId passed on token: 11112222-3333-4444-8555-666677778888',
      verdict: 'certain',
    },
    {
      paste:
        "[onTurnError] AADSTS700016: Application with identifier '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' was not found in the directory 'Bot Framework'.",
      verdict: 'certain',
    },
    {
      paste:
        'POST https://smba.trafficmanager.net/emea/v3/conversations/a%3A1x/activities -> 401\nError: Authorization has been denied for this request.',
    },
    { paste: "The bot's MSA app ID or password is incorrect. Edit the bot configuration to correct it." },
    {
      paste:
        'Microsoft.Bot.Connector.Authentication.JwtTokenValidation: Unauthorized. Invalid AppId passed on token: 7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22',
    },
  ],
  nearMisses: [
    {
      paste: 'services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'MicrosoftAppCredentials.trustServiceUrl(reference.serviceUrl);\nawait adapter.continueConversation(reference, logic);',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' was not found in the directory 'Contoso'.",
      cause: 'app-not-found',
    },
    { paste: 'DialogContextError: Could not find Connection Setting with name graph', cause: 'bot-oauth-connection' },
  ],
};
