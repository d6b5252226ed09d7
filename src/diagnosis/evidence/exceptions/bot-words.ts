import type { LibraryWords } from './library-words.ts';

/** Bot Framework, its connector and its token service; the Agents SDK says the same words. */
export const BOT_FRAMEWORK: LibraryWords = {
  library: 'bot-framework',
  types: [
    'DialogContextError',
    'BotFrameworkAdapterError',
    {
      type: 'ErrorResponseException',
      namespace: /Microsoft\.(?:Bot|Agents)/,
      around: /botbuilder|microsoft\.bot|connectorclient|smba\.trafficmanager/,
    },
  ],
  codes: ['botnotinconversationroster'],
  codeType: 'BotError',
  phrases: [
    { phrase: 'could not find connection setting with name', type: 'RestError' },
    { phrase: '[onturnerror]', type: 'onTurnError' },
    {
      phrase: 'authorization has been denied for this request',
      type: 'RestError',
      when: /bot|smba\.trafficmanager|conversations?|connector/,
    },
    { phrase: 'unauthorized access. request is not authorized', type: 'BotFrameworkAuthentication' },
    { phrase: 'unauthorized. invalid appid passed on token', type: 'JwtTokenValidation' },
    { phrase: 'invalid appid passed on token', type: 'JwtTokenValidation' },
    { phrase: 'no valid identity', type: 'JwtTokenValidation', when: /bot/ },
    { phrase: 'agent returned unsuccessful status code', type: 'BotError', code: /status code ([A-Za-z]{3,40})/ },
    { phrase: 'bot returned unsuccessful status code', type: 'BotError', code: /status code ([A-Za-z]{3,40})/ },
    { phrase: 'returned unsuccessful status code', type: 'BotError', code: /status code ([A-Za-z]{3,40})/ },
    { phrase: 'the bot is unable to exchange token', type: 'TokenExchangeInvokeResponse' },
    { phrase: 'unable to exchange token', type: 'TokenExchangeInvokeResponse' },
    {
      phrase: 'the bot received an invokeactivity that is missing a tokenexchangeinvokerequest',
      type: 'TokenExchangeInvokeResponse',
    },
    { phrase: 'connectionname that does not match the connectionname expected', type: 'TokenExchangeInvokeResponse' },
    { phrase: 'oauthprompt.getusertoken()', type: 'OAuthPrompt' },
    { phrase: 'oauthprompt is not supported by the current adapter', type: 'OAuthPrompt' },
    { phrase: 'failed to get access token for', type: 'AppCredentials', when: /bot/ },
    { phrase: 'signin/tokenexchange', type: 'signin/tokenExchange', code: '412', when: /\b412\b|preconditionfailed/ },
    {
      phrase: 'signin/tokenexchange',
      type: 'signin/tokenExchange',
      code: 'notimplemented',
      when: /notimplemented|\b501\b/,
    },
    {
      phrase: "operation returned an invalid status code 'unauthorized'",
      type: 'ErrorResponseException',
      when: /bot|connector/,
    },
    {
      phrase: "operation returned an invalid status code 'forbidden'",
      type: 'ErrorResponseException',
      when: /bot|connector/,
    },
  ],
};

/**
 * The Teams client library and the codes of a `signin/failure` invoke
 * (https://learn.microsoft.com/microsoftteams/platform/teams-sdk/teams/user-authentication/troubleshooting-sso).
 */
export const TEAMS_JS: LibraryWords = {
  library: 'teams-js',
  types: [],
  codes: [
    'authrequestfailed',
    'cancelledbyuser',
    'failedtoopenwindow',
    'installappfailed',
    'installedappnotfound',
    'oauthcardnotvalid',
    'resourcedisabled',
    'resourcematchfailed',
    'resourcerequiresconsent',
    'resourcerequiresmfa',
    'userconsentrequired',
  ],
  codeType: 'TeamsAuthError',
  phrases: [
    { phrase: 'app resource defined in manifest and iframe origin do not match', type: 'getAuthToken' },
    { phrase: 'signin/failure', type: 'signin/failure', code: 'invokeerror', when: /invokeerror/ },
    { phrase: 'signin/failure', type: 'signin/failure', code: 'tokenmissing', when: /tokenmissing/ },
    { phrase: 'signin/failure', type: 'signin/failure', code: 'interactionrequired', when: /interactionrequired/ },
    { phrase: 'getauthtokenforapp: failed with error', type: 'getAuthTokenForApp' },
    { phrase: 'sdk initialization timed out', type: 'app.initialize', when: /teams/ },
    { phrase: 'the library has not yet been initialized', type: 'app.initialize', when: /teams/ },
  ],
};
