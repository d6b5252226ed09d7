import type { CircumstanceWords } from './circumstances.ts';
import { TOLD_OF_APPS } from './retold/of-apps.ts';
import { TOLD_OF_PEOPLE } from './retold/of-people.ts';
import { TOLD_OF_TOKENS } from './retold/of-tokens.ts';

/**
 * What people say that the sign-in or Graph told them, in a few sentences of their own: nobody who writes to a colleague
 * copies the page. Each by the words that the telling cannot do without; see {@link CircumstanceWords}.
 */
export const RETOLD_WORDS: readonly CircumstanceWords[] = [...TOLD_OF_PEOPLE, ...TOLD_OF_APPS, ...TOLD_OF_TOKENS];
