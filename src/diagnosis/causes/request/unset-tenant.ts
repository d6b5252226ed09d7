import type { Facts } from '../../facts/facts.ts';
import type { Span } from '../../text/span.ts';
import { isNeverSet } from './unfilled-value.ts';

/** A tenant or authority of the settings with an unset variable in it. */
export function unsetInSettings(facts: Facts): { tenant: string; at: Span } | undefined {
  for (const item of facts.of('setting')) {
    if (item.name !== 'authority' && item.name !== 'tenant') continue;
    const value = item.values[0] ?? '';
    const tenant = item.name === 'tenant' ? value : /^https?:\/\/[^/\s]{3,100}\/([^/\s?]{1,100})/.exec(value)?.[1];
    if (tenant !== undefined && isUnset(tenant)) return { tenant, at: item.span };
  }
  return undefined;
}

/** Nothing is hidden by these, so they are what was sent; `<tenant>` can be the paster's own mask. */
export function isUnset(tenant: string): boolean {
  return isNeverSet(tenant) || /^(?:\{\{|%7b%7b)/i.test(tenant);
}
