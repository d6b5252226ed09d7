import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import { toldGranted } from './told-permissions.ts';

const SELECTED = /^Sites\.Selected$/i;
const ANY_SITE = /^Sites\.(?!Selected$)/i;
/** Not the list of all sites, nor a search, which Sites.Selected does not open. */
const IN_A_SITE = /(?:^|\/)(?:sites\/(?!getAllSites|delta)|drives\/|_api\/(?!search)|_vti_bin\/)/i;
const NAMED_BY_API = 'missing role permissions on the request';

/**
 * Whether the app holds Sites.Selected alone, and calls into a site: each site must be granted to it by itself.
 * learn.microsoft.com/graph/permissions-selected-overview
 */
export function opensSelectedSites(facts: Facts): boolean {
  if (facts.actor === 'user' || !IN_A_SITE.test(facts.values.path ?? '')) return false;
  if (facts.phrase(NAMED_BY_API) !== undefined) return false;
  const held = [...(facts.claims.roles ?? []), ...toldGranted(facts, 'application-permissions')];
  if (held.some((role) => ANY_SITE.test(role))) return false;
  return held.some((role) => SELECTED.test(role)) || facts.phrase('sites.selected') !== undefined;
}

function role(facts: Facts): string {
  return /POST|PATCH|PUT|DELETE/.test(facts.values.method ?? '') ? 'write' : 'read';
}

/** learn.microsoft.com/graph/api/site-post-permissions */
export function siteGrant(facts: Facts): FixStep {
  return {
    text: 'With Sites.Selected: have an administrator grant the site to the app',
    value: `POST https://graph.microsoft.com/v1.0/sites/{site-id}/permissions {"roles":["${role(facts)}"],"grantedToIdentities":[{"application":{"id":"YOUR_CLIENT_ID","displayName":"YOUR_APP"}}]}`,
  };
}

export function siteGrantSteps(facts: Facts): FixStep[] {
  return [
    siteGrant(facts),
    {
      text: 'Where it was granted before, look at it: roles must not be empty, and must hold write where the app writes',
      value: 'GET https://graph.microsoft.com/v1.0/sites/{site-id}/permissions',
    },
    {
      text: 'Name the site by its id or by its whole address: what lies above a site (search, all sites) is not granted with it.',
    },
  ];
}
