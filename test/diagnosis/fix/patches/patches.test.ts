import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATCH_LANGUAGES } from '../../../../src/diagnosis/diagnosis.ts';
import { PLACEHOLDER, patchValues } from '../../../../src/diagnosis/fix/patch-values.ts';
import { PATCHES } from '../../../../src/diagnosis/fix/patches/index.ts';
import { PATCH_IDS } from '../../../../src/diagnosis/fix/patches/patch-id.ts';
import { anyText } from '../../../any-text.ts';
import { codeSkeleton } from './code-skeleton.ts';
import { HOSTILE, hostileValues, REAL, written } from './sample-values.ts';

const CODE = ['python', 'node', 'csharp', 'java', 'powershell', 'curl'] as const;
const MSAL = ['python', 'node', 'csharp', 'java'] as const;
const all = PATCH_LANGUAGES.flatMap((language) => written(language).map((patch) => ({ ...patch, language })));

describe('every patch', () => {
  it('has a title and is short', () => {
    for (const id of PATCH_IDS) expect(PATCHES[id].title.length, id).toBeGreaterThan(10);
    for (const { name, language, code } of all) {
      const lines = code.split('\n').length;
      expect(lines, `${name} ${language}`).toBeLessThanOrEqual(45);
      expect(
        Math.max(
          ...code
            .split('\n')
            .filter((line) => !/https?:/.test(line))
            .map((line) => line.length),
        ),
        `${name} ${language}`,
      ).toBeLessThanOrEqual(125);
      expect(code, `${name} ${language}`).toBe(code.trim());
      expect(code, `${name} ${language}`).not.toMatch(/undefined['"]|\[object|[^.]NaN|\t/);
    }
  });

  it('exists in Python and curl, unless it is done in one language', () => {
    for (const id of PATCH_IDS) {
      const { doneIn, python, curl } = PATCHES[id];
      expect(doneIn === undefined ? [python, curl] : [PATCHES[id][doneIn]], id).not.toContain(undefined);
    }
  });

  it.each(CODE)('%s: literals end and brackets pair', (language) => {
    for (const { name, code } of written(language)) {
      expect(() => codeSkeleton(language, code), name).not.toThrow();
    }
  });

  it('can be put together: one name at the margin means one thing', () => {
    const declared = {
      csharp: /^(?:using )?(?:var|string\[\]) (\w+)[\s\S]*?;$/gm,
      java: /^(?:var|String|Set<String>) (\w+)[\s\S]*?;$/gm,
    };
    for (const language of ['csharp', 'java'] as const) {
      const seen = new Map<string, string>();
      for (const { name, code, sample } of written(language)) {
        if (sample !== 'real') continue;
        for (const [text, variable = ''] of code.matchAll(declared[language])) {
          expect(seen.get(variable) ?? text, `${variable} of ${name}`).toBe(text);
          seen.set(variable, text);
        }
      }
    }
  });

  it('JSON can be parsed', () => {
    for (const { name, code } of written('json')) expect(() => JSON.parse(code), name).not.toThrow();
  });

  it('leaves the OpenID Connect scopes to MSAL and asks for them in raw HTTP', () => {
    for (const language of MSAL) {
      for (const { name, code } of written(language)) {
        expect(code, `${name} ${language}`).not.toMatch(/offline_access|['"](?:openid|profile)['"]/);
      }
    }
    for (const id of [
      'request-graph-scopes',
      'redirect-uri',
      'refresh-token',
      'token-cache',
      'pkce',
      'device-code',
    ] as const) {
      expect(PATCHES[id].curl!(patchValues(REAL)), id).toMatch(/scope='openid offline_access /);
    }
    expect(PATCHES['client-credentials'].curl!(patchValues(REAL))).not.toContain('offline_access');
    expect(PATCHES['on-behalf-of'].curl!(patchValues(REAL))).not.toContain('openid');
  });

  it('has none of the date mistakes', () => {
    for (const { name, code, language } of all) {
      expect(code, `${name} ${language}`).not.toMatch(/utcnow|isoformat\(\) \+ "Z"|toISOString\(\)[^.]/);
    }
  });

  it('takes secrets from the environment alone', () => {
    const secret = /(?:client_?secret|password)["']?\s*[:=]\s*["'](?!\])[^"'$]{3,}["']/i;
    for (const { name, code, language } of all) expect(code, `${name} ${language}`).not.toMatch(secret);
  });

  it('encodes form values and fails on refusals with curl', () => {
    for (const { name, code } of written('curl')) {
      expect(code, name).not.toMatch(/curl [^\n]* (?:-d|--data) /);
      const calls = code.match(/\bcurl --silent/g)?.length ?? 0;
      const kept = code.match(/--fail-with-body|--include|--dump-header|imaps:|TOKEN=\$\(curl/g)?.length ?? 0;
      expect(kept, name).toBeGreaterThanOrEqual(calls);
    }
  });

  it("carries the paster's values, and placeholders that can be seen without them", () => {
    const real = PATCHES['request-graph-scopes'].python!(patchValues(REAL));
    expect(real).toContain('"6731de76-14a6-49ae-97bc-6eba6914391e"');
    expect(real).toContain(
      '["https://graph.microsoft.com/Calendars.ReadWrite", "https://graph.microsoft.com/Mail.Send"]',
    );
    expect(real).toContain('authority="https://login.microsoftonline.com/organizations"');
    const empty = PATCHES['request-graph-scopes'].python!(patchValues({}));
    expect(empty).toContain(PLACEHOLDER.clientId);
    expect(empty).toContain(PLACEHOLDER.tenant);
  });

  it.each(CODE)('%s: whatever stands in a value, only the contents of strings change', (language) => {
    const expected = PATCH_IDS.map((id) => bare(language, id, hostileValues('plain')));
    const check = (text: string) => {
      const values = hostileValues(text);
      for (const [index, id] of PATCH_IDS.entries()) expect(bare(language, id, values), id).toBe(expected[index]);
    };
    check(HOSTILE);
    fc.assert(
      fc.property(
        anyText({ maxLength: 12 }).map((s) => s + HOSTILE.slice(0, s.length * 3)),
        check,
      ),
      {
        numRuns: 15,
      },
    );
  });
});

function bare(
  language: (typeof CODE)[number],
  id: (typeof PATCH_IDS)[number],
  values: ReturnType<typeof patchValues>,
): string {
  const skeleton = codeSkeleton(language, PATCHES[id][language]?.(values) ?? '');
  // In a shell a quote inside makes more pieces of one word; a long list stands on several lines.
  return skeleton.replace(/S+/g, 'S').replace(/\s/g, '');
}
