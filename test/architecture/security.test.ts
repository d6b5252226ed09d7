import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** What is run; the engine's own patches and examples are text, and the arrows keep it from all of this anyway. */
const programs = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    file: relative(SRC, path).replaceAll(sep, '/'),
    source: withoutComments(readFileSync(path, 'utf8')),
  }))
  .filter(({ file }) => !/^(?:diagnosis|calendar)\//.test(file));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function filesWith(pattern: RegExp): readonly string[] {
  return programs.filter(({ source }) => pattern.test(source)).map(({ file }) => file);
}

describe('what is pasted goes nowhere unseen', () => {
  it('nothing is said past the masking logger but by what speaks to the person who started it', () => {
    expect(filesWith(/\bconsole\.\w+\(|\bprocess\.(?:stdout|stderr)\.write\b/)).toEqual(['main.ts']);
  });

  it('only these files reach the network: an address from a paste has no way there', () => {
    const calls = /(?<![.\w])fetch(?:[(,)]| \})|\.fetch\(|\bfrom 'node:https'|\bfrom 'undici'/;
    expect(filesWith(calls).toSorted()).toEqual([
      // From allowed hosts, at every hop.
      'bot/attachments/download.ts',
      'bot/create-bot.ts',
      // Microsoft's own services, as an operator's settings name them.
      'cli/doctor/network.ts',
      'cli/sandbox/control-client.ts',
      'graph/graph-client.ts',
      'identity/msal/entra-network.ts',
      'identity/msal/id-token.ts',
      // The sandbox's own servers speak to each other and to the bot beside them.
      'sandbox/client-transport.ts',
      'sandbox/console/chat/bot-endpoint.ts',
      'sandbox/console/chat/mount-relay.ts',
      'sandbox/token-service/entra-client.ts',
      // To the address in the settings.
      'triage/webhook/post-delivery.ts',
      'wiring/tenant-sign-in.ts',
    ]);
  });

  it('nothing is executed: one file starts a program, Microsoft’s Playground', () => {
    expect(filesWith(/\bfrom 'node:(?:child_process|vm|repl)'/)).toEqual(['local-chat/agents-playground.ts']);
    expect(filesWith(/\beval\(|\bnew Function\(|\bFunction\(/)).toEqual([]);
  });
});

describe('errors', () => {
  it('of our own have a stable code', () => {
    const classes = programs.flatMap(({ file, source }) =>
      [...source.matchAll(/class (\w+) extends Error \{([\s\S]*?)\n\}/g)].map(([, name, body]) => ({
        file,
        name,
        body,
      })),
    );
    expect(classes.length).toBeGreaterThan(20);
    const without = classes.filter(({ body }) => !/\b(?:code|aadsts)\b/.test(body ?? ''));
    expect(without.map(({ file, name }) => `${name} in ${file}`)).toEqual([]);
  });
});
