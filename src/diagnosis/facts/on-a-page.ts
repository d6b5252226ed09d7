import type { Evidence } from '../evidence/evidence.ts';
import type { Facts } from './facts.ts';

/** Where a code stands that a person reads off a page or an administrator in the log; a program gets it with its prefix. */
const READ_OFF: ReadonlySet<string> = new Set(['page', 'log']);

/**
 * Whether the paste shows what a person saw, and nothing of a program: a page of the sign-in, an entry of the log, a window
 * of Office. Code for an app is no use to them.
 */
export function isOnAPage(facts: Facts): boolean {
  return facts.evidence.some(showsAPage) && facts.evidence.every(isOfAPage);
}

/** A sentence alone may come from anywhere. */
function showsAPage(item: Evidence): boolean {
  return item.kind === 'aadsts' || item.kind === 'exception' || (item.kind === 'setting' && item.name === 'app-name');
}

function isOfAPage(item: Evidence): boolean {
  switch (item.kind) {
    case 'aadsts':
      return READ_OFF.has(item.where);
    case 'exception':
      return item.library === 'windows-broker';
    case 'setting':
      // The app's id and name stand among the details of a page.
      return item.name === 'client-id' || item.name === 'app-name';
    case 'phrase':
    case 'told':
    case 'instant':
      return true;
    default:
      return false;
  }
}
