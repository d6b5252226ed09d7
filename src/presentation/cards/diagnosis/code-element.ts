import type { PatchLanguage } from '../../../diagnosis/diagnosis.ts';
import { type CardElement, monospace } from '../elements.ts';

/** The language names of Teams' CodeBlock. */
const CODE_BLOCK_LANGUAGE: Readonly<Record<PatchLanguage, string>> = {
  python: 'Python',
  node: 'JavaScript',
  csharp: 'CSharp',
  java: 'Java',
  powershell: 'PowerShell',
  curl: 'Bash',
  json: 'Json',
};

/**
 * Code as Teams' CodeBlock (colours and a copy button; an extension to the schema), with monospace text for every
 * client that does not know it: the code stands there twice.
 */
export function codeElement(code: string, language: PatchLanguage): CardElement {
  return { type: 'CodeBlock', codeSnippet: code, language: CODE_BLOCK_LANGUAGE[language], fallback: monospace(code) };
}
