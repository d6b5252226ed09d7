import { describe, expect, it } from 'vitest';
import { choosePatches } from '../../../src/diagnosis/fix/choose-patches.ts';
import { REAL } from './patches/sample-values.ts';

const languages = (...chosen: Parameters<typeof choosePatches>) =>
  choosePatches(...chosen).map(({ language }) => language);

describe('choosePatches', () => {
  it("puts the paste's language first", () => {
    expect(languages(['client-credentials'], {}, 'java')).toEqual([
      'java',
      'python',
      'node',
      'csharp',
      'powershell',
      'curl',
    ]);
  });

  it('puts Python and curl first where the language is not known', () => {
    expect(languages(['client-credentials'], {}, null)).toEqual([
      'python',
      'curl',
      'node',
      'csharp',
      'java',
      'powershell',
    ]);
  });

  it('leaves out languages in which a patch makes no sense', () => {
    expect(languages(['mailbox-policy'], {}, 'node')).toEqual(['powershell', 'python', 'curl']);
  });

  it.each([null, 'python', 'powershell'] as const)('puts first what an administrator runs, for a paste in %s', (of) => {
    expect(languages(['mailbox-policy'], {}, of)[0]).toBe('powershell');
  });

  it('puts JSON last, or first where the paste is JSON', () => {
    expect(languages(['event-body'], {}, null).at(-1)).toBe('json');
    expect(languages(['event-body'], {}, 'json')[0]).toBe('json');
    expect(languages(['event-body', 'bot-settings'], {}, 'json').slice(0, 2)).toEqual(['json', 'json']);
  });

  it('gives nothing for no ids', () => {
    expect(choosePatches([], REAL, 'python')).toEqual([]);
  });

  it('joins several under their titles, imports and equal paragraphs once', () => {
    const [node] = choosePatches(
      ['redirect-uri', 'refresh-token', 'redirect-uri', 'silent-then-interactive'],
      REAL,
      'node',
    );
    const code = node?.code ?? '';
    expect(code.split('\n')[0]).toBe(
      "import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError } from '@azure/msal-node';",
    );
    expect(code.match(/^\/\/ --- .* ---$/gm)).toHaveLength(3);
    expect(code.match(/const cca = /g)).toHaveLength(1);
    expect(code.match(/^import /gm)).toHaveLength(1);
    const python = choosePatches(['request-graph-scopes', 'refresh-token'], REAL, 'python')[0]?.code ?? '';
    expect(python.match(/^import msal$/gm)).toHaveLength(1);
    expect(python.match(/^cca = /gm)).toHaveLength(1);
  });

  it('gives patches that serialise and copy', () => {
    const [first] = choosePatches(['pkce'], REAL, 'curl');
    expect(JSON.parse(JSON.stringify(first))).toEqual({ language: 'curl', code: first?.code });
    expect({ ...first }).toEqual({ language: 'curl', code: first?.code });
  });

  it('adds no title to a patch that stands alone', () => {
    expect(choosePatches(['pkce'], REAL, 'python')[0]?.code).not.toContain('# ---');
  });
});
