import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSecure } from './arm/template.ts';
import { azuredeploy, newResourceGroup } from './templates-in-hand.ts';

const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');

/** What stands in blocks of commands. */
const commands = [...page.matchAll(/```\n([\s\S]*?)```/g)].map(([, block]) => block ?? '').join('\n');

const named = (pattern: RegExp): string[] => [...new Set([...page.matchAll(pattern)].map(([, name]) => name ?? ''))];

describe('docs/deploy.md says what the templates have', () => {
  test.each([
    ['an existing resource group', azuredeploy, /az deployment group create [\s\S]*?--query/],
    ['a new one', newResourceGroup, /az deployment sub create [\s\S]*?--query/],
  ])('every secure parameter is given, for %s', (_, template, command) => {
    const given = [...(command.exec(commands)?.[0] ?? '').matchAll(/(\w+)=(?:"\$\w+"|'')/g)].map(([, name]) => name);
    const secure = Object.keys(template.parameters).filter((name) => isSecure(template.parameters[name]!));
    expect(given.toSorted()).toEqual(secure.toSorted());
  });

  test('the outputs that it asks for', () => {
    const asked = named(/\bout (\w+)\b/g).filter((name) => name !== 'of');
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !Object.hasOwn(azuredeploy.outputs, name))).toEqual([]);
  });

  test('the secrets that it reads from the vault', () => {
    const secrets = azuredeploy.resources
      .filter(({ type }) => type === 'Microsoft.KeyVault/vaults/secrets')
      .map(({ name }) => /'\/([\w-]+)'/.exec(name)?.[1]);
    const read = named(/\$\(secret ([\w-]+)\)/g);
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((name) => !secrets.includes(name))).toEqual([]);
  });

  test('parameters in its words', () => {
    const words = named(/`(\w+)` (?:false|`SameZone`)|\(`(\w+)`\)/g).filter((name) => name !== '');
    expect(words.filter((name) => !Object.hasOwn(azuredeploy.parameters, name))).toEqual([]);
  });

  test('the files that it names are there', () => {
    const files = named(/(deploymentTemplates\/[\w.-]+\.json)/g);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(() => readFileSync(new URL(`../../${file}`, import.meta.url))).not.toThrow();
  });

  test('the zip holds what the image holds', () => {
    const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
    for (const step of [
      /^RUN (npm prune .*?) --no-audit/m,
      /^RUN (npm run build)$/m,
      /^RUN (find node_modules .*)$/m,
    ]) {
      const command = step.exec(dockerfile)?.[1] ?? 'a step that is gone';
      expect(commands).toContain(command);
    }
    expect(commands).toContain('zip -qr ../why401.zip package.json dist scripts/run.mjs node_modules');
  });
});

describe('what it costs', () => {
  test.each(['small', 'large'])('the lines of %s make its sum', (size) => {
    const [, table = ''] = new RegExp(`\\*\\*${size}\\*\\*:[\\s\\S]*?\\n\\n(\\|[\\s\\S]*?)\\n\\n`).exec(page) ?? [];
    const lines = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const amounts = lines.map((cells) => cells[4] ?? '');
    const sum = amounts.filter((amount) => /^\d+$/.test(amount)).reduce((total, amount) => total + Number(amount), 0);
    const told = Number(/about (\d+)/.exec(amounts.at(-1) ?? '')?.[1]);
    expect(Math.abs(sum - told)).toBeLessThanOrEqual(told * 0.01);
  });
});
