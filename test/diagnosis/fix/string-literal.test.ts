import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csharp,
  java,
  javascript,
  json,
  powershell,
  python,
  shell,
} from '../../../src/diagnosis/fix/string-literal.ts';
import { anyText } from '../../any-text.ts';
import { codeSkeleton } from './patches/code-skeleton.ts';
import { HOSTILE } from './patches/sample-values.ts';

const SPECIAL = fc.constantFrom(
  ...['"', "'", '`', '\\', '$', '(', ')', '{', '}', '#', '\n', '\r', '\t', '\u0000', '\u0007', '\u0085'],
  ...[
    '\u2028',
    '\u2029',
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\ude00',
    '😀',
    'u0022',
    'é',
  ],
);
const text = fc.array(fc.oneof(SPECIAL, anyText({ maxLength: 3 })), { maxLength: 24 }).map((p) => p.join(''));
const WELL_FORMED = text.map((value) => value.toWellFormed());

describe('string literals', () => {
  it('JavaScript and JSON read back what was written', () => {
    const context = vm.createContext({});
    fc.assert(
      fc.property(text, (value) => {
        expect(vm.runInContext(javascript(value), context)).toBe(value);
        expect(JSON.parse(json(value))).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['python', 'node', 'csharp', 'java', 'powershell', 'curl'] as const)(
    '%s: one literal, and it ends',
    (language) => {
      const write = { python, node: javascript, csharp, java, powershell, curl: shell }[language];
      fc.assert(
        fc.property(text, (value) => {
          // In a shell a quote inside is `'\''`: three pieces of one word.
          expect(codeSkeleton(language, write(value))).toMatch(language === 'curl' ? /^S+$/ : /^S$/);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('Java has no unicode escape, which would be resolved before the literal is read', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(java(value)).not.toMatch(/(?<!\\)(?:\\\\)*\\u/);
      }),
    );
    expect(java('\\u0022')).toBe('"\\\\u0022"');
    expect(java('a\nb\u0007c')).toBe('"a\\nb\\007c"');
  });

  it('PowerShell doubles the typographic quotes that it takes for quotes', () => {
    expect(powershell('it’s $(x)')).toBe("'it’’s $(x)'");
  });

  it('bash reads back what was written', () => {
    const values = [HOSTILE, ...fc.sample(WELL_FORMED, 100)].map((value) => value.replaceAll('\u0000', ''));
    const { stdout, error } = spawnSync('bash', [
      '-c',
      values.map((value) => `printf '%s\\0' ${shell(value)}`).join('\n'),
    ]);
    if (error !== undefined) return console.info(`bash is not here: ${error.message}`);
    expect(stdout.toString().split('\u0000').slice(0, -1)).toEqual(values);
  });

  it('Python reads back what was written', () => {
    const values = [HOSTILE, ...fc.sample(WELL_FORMED, 100)];
    const program = `import json\nprint(json.dumps([${values.map(python).join(', ')}]))`;
    const { stdout, error } = spawnSync('python3', ['-I', '-'], { input: program });
    if (error !== undefined) return console.info(`python3 is not here: ${error.message}`);
    expect(JSON.parse(stdout.toString())).toEqual(values);
  });
});
