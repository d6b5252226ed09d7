import type { PatchLanguage } from '../diagnosis.ts';

/** One of several patches that are shown together. */
export interface PatchPart {
  readonly title: string;
  readonly code: string;
}

/** JSON has no comments: its parts stay apart. */
const COMMENT: Readonly<Record<Exclude<PatchLanguage, 'json'>, string>> = {
  python: '#',
  node: '//',
  csharp: '//',
  java: '//',
  powershell: '#',
  curl: '#',
};

/** PEP 8: two blank lines before a definition at the margin, its comment and decorators included. */
const BEFORE_DEFINITION = /\n\n(?=(?:# [^-][^\n]*\n){0,4}(?:def|class|@))/g;

const NODE_IMPORT = /^import \{ ([^}]+) \} from '([^']+)';$/;

/**
 * Several patches of one language as one piece of code: imports first and once, paragraphs that an earlier part has to
 * the letter left out, a comment with its title before each part.
 */
export function joinPatches(language: Exclude<PatchLanguage, 'json'>, parts: readonly PatchPart[]): string {
  if (parts.length === 1) return parts[0]?.code ?? '';
  const split = parts.map((part) => ({ title: part.title, ...splitImports(language, part.code) }));
  const seen = new Set<string>();
  const bodies = split.map(({ title, body }) => {
    const fresh = paragraphs(body).filter((paragraph) => !seen.has(paragraph));
    for (const paragraph of fresh) seen.add(paragraph);
    return [`${COMMENT[language]} --- ${title} ---`, ...fresh].join('\n\n');
  });
  const imports = mergeImports(
    language,
    split.flatMap((part) => part.imports),
  );
  const joined = [...(imports.length > 0 ? [imports.join('\n')] : []), ...bodies].join('\n\n');
  return language === 'python' ? joined.replace(BEFORE_DEFINITION, '\n\n\n') : joined;
}

/** Code at the left margin that a blank line ends; indented lines belong to what is above them. */
function paragraphs(body: string): string[] {
  const found: string[] = [];
  for (const piece of body.split(/\n{2,}/)) {
    const last = found.at(-1);
    const continues = last !== undefined && (/^[ \t}]/.test(piece) || isOpen(last));
    if (continues) found[found.length - 1] = `${last}\n\n${piece}`;
    else if (piece !== '') found.push(piece);
  }
  return found;
}

/** A paragraph whose last line opens a block goes on after the blank line. */
function isOpen(paragraph: string): boolean {
  return /[{:(]\s*$/.test(paragraph);
}

/** Imports stand at the top, with blank lines between: only those lines are looked at. */
function splitImports(language: PatchLanguage, code: string): { imports: string[]; body: string } {
  const imports: string[] = [];
  let from = 0;
  while (from < code.length) {
    const end = code.indexOf('\n', from);
    const line = code.slice(from, end === -1 ? code.length : end);
    if (isImport(language, line)) imports.push(line);
    else if (line !== '') break;
    from = end === -1 ? code.length : end + 1;
  }
  return { imports, body: code.slice(from).trim() };
}

function isImport(language: PatchLanguage, line: string): boolean {
  switch (language) {
    case 'python':
      return /^(?:import|from) /.test(line);
    case 'node':
    case 'java':
      return line.startsWith('import ');
    case 'csharp':
      return /^using [A-Z][\w.]*;$/.test(line);
    default:
      return false;
  }
}

function mergeImports(language: PatchLanguage, lines: readonly string[]): string[] {
  if (language !== 'node') return [...new Set(lines)];
  const names = new Map<string, Set<string>>();
  for (const line of lines) {
    const [, listed = '', module = ''] = NODE_IMPORT.exec(line) ?? [];
    const known = names.get(module) ?? new Set<string>();
    for (const name of listed.split(',')) known.add(name.trim());
    names.set(module, known);
  }
  return [...names].map(([module, listed]) => `import { ${[...listed].sort().join(', ')} } from '${module}';`);
}
