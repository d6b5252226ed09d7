import type { Facts } from '../facts/facts.ts';

/** What only MSAL.js in a page has; and a public client, which in JavaScript is a page unless MSAL for Node stands beside it. */
const OF_A_PAGE = [
  'msal-browser',
  'msal-react',
  'msal-angular',
  'usemsal(',
  'msalinterceptor',
  'acquiretokenpopup',
  'acquiretokenredirect',
  'loginpopup(',
  'loginredirect(',
  'ssosilent(',
  'handleredirectpromise',
] as const;
const PUBLIC = ['publicclientapplication', 'pca.acquiretoken'] as const;
const OF_NODE = ['msal-node', 'electron', 'acquiretokenbydevicecode'] as const;

/** Calls that open a window on the person's own machine: a public client in Python and .NET. */
const OF_A_DESKTOP = [
  'acquire_token_interactive',
  'acquiretokeninteractive(',
  'msal.publicclientapplication',
  'publicclientapplicationbuilder',
] as const;
const BLAZOR_IN_A_PAGE = [
  'blazor wasm',
  'blazor webassembly',
  'components.webassembly',
  'authentication.webassembly',
] as const;

/** MSAL of a phone: it has libraries of its own, for which no patch is written, and no secret. */
const OF_A_PHONE = [
  'com.microsoft.identity.client',
  'msalerrordomain',
  'msalpublicclientapplication',
  'react-native-msal',
  'package:msal_auth',
  'package:aad_oauth',
] as const;

/** In the one index of phrases: see `causes/phrases.ts`. */
export const BROWSER_MARKS: readonly string[] = [
  ...OF_A_PAGE,
  ...PUBLIC,
  ...OF_NODE,
  ...OF_A_DESKTOP,
  ...BLAZOR_IN_A_PAGE,
  ...OF_A_PHONE,
];

/** Codes that Entra ID gives to single-page applications alone. */
const CODES_OF_A_PAGE: ReadonlySet<number> = new Set([9002326, 9002325, 9002327, 700084]);

/** Whether the program of the paste signs people in from a page in the browser, where no secret may stand. */
export function signsInFromAPage(facts: Facts): boolean {
  if (facts.language !== 'node') return false;
  if (facts.anyPhrase(...OF_A_PAGE) !== undefined) return true;
  if (facts.anyPhrase(...OF_NODE) !== undefined) return false;
  return (
    facts.of('exception').some((item) => item.library === 'msal-js') ||
    facts.of('aadsts').some(({ code }) => CODES_OF_A_PAGE.has(code)) ||
    facts.anyPhrase(...PUBLIC) !== undefined
  );
}

/** Whether it signs in the person at whose machine it runs. */
export function signsInOnADesktop(facts: Facts): boolean {
  return (facts.language === 'python' || facts.language === 'csharp') && facts.anyPhrase(...OF_A_DESKTOP) !== undefined;
}

/** Whether it runs on a phone, where no secret may stand. */
export function signsInOnAPhone(facts: Facts): boolean {
  return facts.language !== 'csharp' && facts.anyPhrase(...OF_A_PHONE) !== undefined;
}

/** Blazor in a page has a library of its own, and no secret. */
export function isBlazorInAPage(facts: Facts): boolean {
  return facts.language === 'csharp' && facts.anyPhrase(...BLAZOR_IN_A_PAGE) !== undefined;
}
