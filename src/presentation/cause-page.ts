import type { CauseId } from '../diagnosis/cause-id.ts';
import type { RootCause, Rule } from '../diagnosis/causes/root-cause.ts';
import type { Fix, Patch } from '../diagnosis/diagnosis.ts';
import { fenced, inlineCode, markdownText } from './markdown.ts';
import { LANGUAGE_WORDS, OWNER_WORDS } from './words.ts';

/** Everything that a cause's page is written from. */
export interface CausePageInput {
  readonly cause: RootCause;
  /** The fix for a paste that says nothing of its own: placeholders stand for the reader's values. */
  readonly fix: Fix;
  /** The patches to show; the documentation has every language, the terminal one. */
  readonly patches: readonly Patch[];
  /** Codes of Entra ID that mean this cause, with their names. */
  readonly codes: readonly { readonly code: number; readonly name: string | null }[];
  /** A paste that shows it, secrets masked. */
  readonly example: string | null;
}

const PHRASES_SHOWN = 14;

/** The whole page of a root cause, as Markdown: the same text in docs/causes and in `why401 explain`. */
export function causePage({ cause, fix, patches, codes, example }: CausePageInput): string {
  const sections = [
    `# ${markdownText(cause.title)}`,
    `${inlineCode(cause.id)} · for ${OWNER_WORDS[cause.owner].label} · last checked ${cause.lastChecked}`,
    markdownText(cause.explanation),
    section('How it shows', cause.symptoms.map((symptom) => `- ${markdownText(symptom)}`).join('\n')),
    section('How it is told', told(cause.rules, codes)),
    section('What to do', `${OWNER_WORDS[fix.owner].line}\n\n${steps(fix)}`),
    section(
      'Code',
      patches
        .map((patch) => `${LANGUAGE_WORDS[patch.language]}:\n\n${fenced(patch.code, FENCES[patch.language])}`)
        .join('\n\n'),
    ),
    section('Check that it worked', checked(fix)),
    fix.forward === undefined ? '' : section('Message to forward', fenced(fix.forward, 'text')),
    section('Easily taken for', neighbours(cause)),
    example === null ? '' : section('Example', fenced(example, 'text')),
    section('Read more', fix.sources.map(({ title, url }) => `- [${markdownText(title)}](${url})`).join('\n')),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const FENCES: Readonly<Record<Patch['language'], string>> = {
  python: 'python',
  node: 'js',
  csharp: 'csharp',
  java: 'java',
  powershell: 'powershell',
  curl: 'sh',
  json: 'json',
};

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`;
}

function told(rules: readonly Rule[], codes: CausePageInput['codes']): string {
  const phrases = [...new Set(rules.flatMap((rule) => (rule.kind === 'phrase' ? rule.phrases : [])))];
  const lines: string[] = [];
  if (codes.length > 0) {
    const named = codes.map(({ code, name }) => (name === null ? `AADSTS${code}` : `AADSTS${code} ${name}`));
    lines.push(`- Codes: ${named.map(inlineCode).join(', ')}`);
  }
  if (phrases.length > 0) {
    const shown = phrases.slice(0, PHRASES_SHOWN).map(inlineCode).join(', ');
    const more = phrases.length - PHRASES_SHOWN;
    lines.push(`- Words: ${shown}${more > 0 ? ` and ${more} more` : ''}`);
  }
  const crossChecks = rules.filter((rule) => rule.kind === 'facts').length;
  if (crossChecks > 0) {
    lines.push(
      '- Cross-checks of what stands together in the text: token against request, header against body, settings against both',
    );
  }
  return lines.join('\n');
}

function steps(fix: Fix): string {
  return fix.steps
    .map(({ text, value, link }, index) => {
      const parts = [`${index + 1}. ${markdownText(text)}`];
      if (value !== undefined) parts.push(indented(fenced(value, 'text')));
      if (link !== undefined) parts.push(indented(`[${markdownText(link.title)}](${link.url})`));
      return parts.join('\n\n');
    })
    .join('\n');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '   ');
}

function checked(fix: Fix): string {
  const text = markdownText(fix.check.text);
  return fix.check.command === undefined ? text : `${text}\n\n${fenced(fix.check.command, 'sh')}`;
}

function neighbours(cause: RootCause): string {
  const ids = [...new Set([...cause.nearMisses.map((miss) => miss.cause), ...(cause.explains ?? [])])];
  return ids
    .filter((id) => id !== cause.id && id !== 'not-enough-evidence')
    .map((id) => `- [${id}](${id}.md)`)
    .join('\n');
}

/** The index of docs/causes: every cause by its room, with a line for what it is. */
export function causeIndex(
  groups: readonly {
    readonly title: string;
    readonly causes: readonly { readonly id: CauseId; readonly title: string; readonly owner: string }[];
  }[],
): string {
  const parts = groups.map(
    ({ title, causes }) =>
      `## ${title}\n\n| Root cause | What it is | Who acts |\n| --- | --- | --- |\n${causes
        .map((cause) => `| [${cause.id}](${cause.id}.md) | ${markdownText(cause.title)} | ${cause.owner} |`)
        .join('\n')}`,
  );
  return `# Root causes

Each page says how a cause shows, how it is told from its neighbours, what to do, and how to check that it worked. The same text comes from ${inlineCode('npm run -s why401 -- explain <id>')}. The pages are generated from src/diagnosis/causes by ${inlineCode('npm run docs:causes')}.

${parts.join('\n\n')}
`;
}
