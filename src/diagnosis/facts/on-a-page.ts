import type { Evidence } from '../evidence/evidence.ts';
import type { Facts } from './facts.ts';

/**
 * Whether the paste shows what a person saw, and nothing of a program: a page of the sign-in, an entry of the log, a window
 * of Office. Code for an app is no use to them.
 */
export function isOnAPage(facts: Facts): boolean {
  return facts.evidence.some(showsAPage) && everyOfAPage(facts, false);
}

/** The same, and where only the words of a page stand in it; of them a program could have said some, too. */
export function isSeenByAPerson(facts: Facts): boolean {
  return facts.language === null && everyOfAPage(facts, true);
}

/** A sentence alone may come from anywhere. */
function showsAPage(item: Evidence): boolean {
  return item.kind === 'aadsts' || item.kind === 'exception' || (item.kind === 'setting' && item.name === 'app-name');
}

function everyOfAPage({ evidence, of }: Facts, words: boolean): boolean {
  // «Server message: AADSTS…» below the number of the broker.
  const window = of('exception').some(({ library }) => library === 'windows-broker');
  return evidence.length > 0 && evidence.every((item) => isOfAPage(item, words, window));
}

function isOfAPage(item: Evidence, words: boolean, window: boolean): boolean {
  switch (item.kind) {
    case 'aadsts':
      // A program gets a code with its prefix.
      return item.where === 'page' || item.where === 'log' || window || (words && item.where === 'words');
    case 'exception':
      return item.library === 'windows-broker';
    case 'setting':
      // The app's id and name stand among the details of a page; a person and a policy's result are read of the log alone.
      return (
        item.name === 'client-id' ||
        item.name === 'app-name' ||
        item.name === 'person' ||
        item.name === 'failed-policy' ||
        /^told-(?:client-id|tenant|person|mailbox|permission|redirect)$/.test(item.name)
      );
    case 'phrase':
    case 'told':
    case 'instant':
      return true;
    default:
      return false;
  }
}
