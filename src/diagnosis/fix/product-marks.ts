import type { Facts } from '../facts/facts.ts';

/** Products by what stands in their own logs and traces: whatever language they are written in, nobody there changes it. */
const OF_A_PRODUCT = [
  'org.keycloak.',
  'oauthproxy.go',
  'n8n-core',
  'n8n-nodes-base',
  'homeassistant.components',
  'homeassistant/components',
  'custom_components/',
  'vaultwarden::',
  'logger=oauth.',
  'logger=authn.',
  'argocd-server',
  'com.sonarsource',
  'hudson.',
] as const;

/** Names of products and tools that are configured; a program of one's own may be named beside them. */
const NAMES_A_PRODUCT = [
  'registry.terraform.io',
  'terraform',
  'pulumi',
  'azure/login',
  '##[error]',
  'azure-apim.net',
  '.azconn-',
  'power automate',
  'logic app',
  'zapier',
  'thunderbird',
  'nextcloud',
  'home assistant',
  'grafana',
  'argocd',
  'oauth2-proxy',
  'keycloak',
  'jenkins',
  'zammad',
  'vaultwarden',
  'n8n credential',
  'n8n oauth',
  'n8n cloud',
] as const;

/** In the one index of phrases: see `causes/phrases.ts`. */
export const PRODUCT_MARKS: readonly string[] = [...OF_A_PRODUCT, ...NAMES_A_PRODUCT];

/**
 * Whether the paste is of a product or tool that is set up and not programmed: then the command that tries the same by hand
 * helps more than code.
 */
export function isOfAProduct(facts: Facts): boolean {
  if (facts.anyPhrase(...OF_A_PRODUCT) !== undefined) return true;
  return facts.language === null && facts.anyPhrase(...NAMES_A_PRODUCT) !== undefined;
}
