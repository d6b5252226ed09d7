import type { Patch } from '../../../diagnosis/diagnosis.ts';
import { plainData } from '../../plain-data.ts';
import { LANGUAGE_WORDS } from '../../words.ts';
import { type AdaptiveCard, adaptiveCard, heading } from '../elements.ts';
import { codeElement } from './code-element.ts';

const LONGEST_CODE = 6000;

/** The same fix in another language, as a message of its own. */
export function codeCard({ language, code }: Patch): AdaptiveCard {
  const title = `The code in ${LANGUAGE_WORDS[language]}`;
  return adaptiveCard(title, [heading(title), codeElement(plainData(code, LONGEST_CODE), language)]);
}

/** The same for a channel without cards. */
export function codeText({ language, code }: Patch): string {
  return `The code in ${LANGUAGE_WORDS[language]}:\n\n${plainData(code, LONGEST_CODE)}`;
}
