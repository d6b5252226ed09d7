import { ADAL, AZURE_IDENTITY, GRAPH_SDK } from './azure-words.ts';
import { BOT_FRAMEWORK, TEAMS_JS } from './bot-words.ts';
import type { LibraryWords } from './library-words.ts';
import { MSAL_JS, MSAL_NODE } from './msal-js-words.ts';
import { MSAL_JAVA, MSAL_MOBILE, MSAL_NET, MSAL_PYTHON } from './msal-words.ts';
import { EXCHANGE, JOSE } from './token-library-words.ts';
import { ASPNET, IDENTITY_MODEL, NEXT_AUTH, PASSPORT, SPRING } from './web-framework-words.ts';

export const LIBRARIES: readonly LibraryWords[] = [
  MSAL_JS,
  MSAL_NODE,
  MSAL_PYTHON,
  MSAL_NET,
  MSAL_JAVA,
  MSAL_MOBILE,
  ADAL,
  AZURE_IDENTITY,
  GRAPH_SDK,
  BOT_FRAMEWORK,
  TEAMS_JS,
  SPRING,
  ASPNET,
  IDENTITY_MODEL,
  PASSPORT,
  NEXT_AUTH,
  EXCHANGE,
  JOSE,
];
