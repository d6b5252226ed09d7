import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/diagnosis/permissions/grant-covers.ts';
import { ownPermissions } from '../../../src/diagnosis/permissions/own-permissions.ts';

// Facts beside the checkout, where they are present; they are no part of the project.
const OPERATIONS = new URL('../../../../shared/facts/graph-permissions.tsv', import.meta.url);
const NAMES = new URL('../../../../shared/facts/graph-permission-names.tsv', import.meta.url);
const WAYS = ['work', 'personal', 'app'] as const;

interface Fact {
  readonly least: readonly string[];
  readonly all: readonly string[];
}

function factsByOperation(): Map<string, Record<(typeof WAYS)[number], Fact>> {
  const facts = new Map<string, Record<(typeof WAYS)[number], Fact>>();
  for (const line of readFileSync(OPERATIONS, 'utf8').split('\n').slice(1)) {
    const [method, path, work = '', personal = '', app = ''] = line.split('\t');
    facts.set(`${method} ${path}`, { work: factOf(work), personal: factOf(personal), app: factOf(app) });
  }
  return facts;
}

function factOf(cell: string): Fact {
  const [least = '', others = ''] = cell.split('|');
  const split = (text: string): string[] => text.split(',').filter((name) => name !== '');
  return { least: split(least), all: [...split(least), ...split(others)] };
}

/** Resource-specific consent, and what the table's own rule of order puts second. */
const SECOND = /\.(?:Chat|Group|User|WhereInstalled)$|^(?:Calendars|Mail)\.ReadBasic/;

/**
 * Where the table differs on purpose. A permission that is really granted and not listed would be called missing,
 * so the pages of the permissions reference count beside the facts.
 */
const ON_PURPOSE: readonly RegExp[] = [
  // The reference has Mail.ReadBasic as an application permission too.
  /: Mail\.ReadBasic is not enough/,
  // One permission for a single property of groups, and one for events where a message is meant.
  /: lacks Group-NestingSupport\.ReadWrite\.All$/,
  /\/messages\/\{id\}\/attachments\/createuploadsession \w+: lacks Calendars\.ReadWrite$/,
  // The pages of these operations name them.
  /^GET \/chats\/\{id\} app: Chat\.ReadBasic\.WhereInstalled/,
  /^GET \/groups\/\{id\}\/drive\/root \w+: Sites\./,
  /createuploadsession app: Files\.ReadWrite\.All is not enough/,
  // OneNote takes no app since March 2025; the permissions still exist.
  /\/onenote\/\S+ app: /,
  // Both are needed at once there, and the other one by itself is not enough.
  /\/approleassign(?:ments|edto) \w+: lacks Application\.Read\.All$/,
  /^(?:POST|PATCH|DELETE) \/identity\/conditionalaccess\/policies\S* \w+: lacks (?:Application\.Read\.All, )?Policy\.Read\.All$/,
  /^Mail\.ReadBasic: uua/,
  // Importing old messages makes no sense for a personal account; the facts have a slip there.
  /^Teamwork\.Migrate\.All: /,
];

function byMistake(differences: readonly string[]): string[] {
  return differences.filter((one) => !ON_PURPOSE.some((known) => known.test(one)));
}

if (!existsSync(OPERATIONS)) {
  console.info('own-permissions.facts.test: ../shared/facts is not present, so the table is not compared with it');
}

describe.runIf(existsSync(OPERATIONS))('the own table beside the facts', () => {
  it('is possible in the same ways and grants nothing more', () => {
    const facts = factsByOperation();
    const wrong: string[] = [];
    let compared = 0;
    for (const [template, methods] of ownPermissions().operations) {
      for (const need of methods.values()) {
        const fact = facts.get(`${need.method} ${template}`);
        if (fact === undefined) continue;
        compared++;
        for (const way of WAYS) {
          const at = `${need.method} ${template} ${way}`;
          if ((need[way].length === 0) !== (fact[way].all.length === 0)) wrong.push(`${at}: possible or not`);
          for (const name of need[way]) {
            if (!covers([name], fact[way].all)) wrong.push(`${at}: ${name} is not enough by the facts`);
          }
          const missing = fact[way].least.filter((name) => !SECOND.test(name) && !need[way].includes(name));
          if (missing.length > 0) wrong.push(`${at}: lacks ${missing.join(', ')}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(250);
    expect(byMistake(wrong)).toEqual([]);
  });

  it('spells the names and their consent as the facts do', () => {
    const facts = new Map<string, string>();
    for (const line of readFileSync(NAMES, 'utf8').split('\n').slice(1)) {
      const [name = '', work = '', personal = '', app = ''] = line.split('\t');
      facts.set(name, [work, personal, app].map((consent) => consent[0] ?? '-').join(''));
    }
    const letter = { user: 'u', admin: 'a' } as const;
    const wrong: string[] = [];
    for (const { name, delegated, personal, app } of ownPermissions().kinds.values()) {
      const fact = facts.get(name);
      if (fact === undefined) {
        if (name.includes('.')) wrong.push(`${name} is not in the facts`);
        continue;
      }
      const own = [delegated, personal].map((consent) => (consent === null ? '-' : letter[consent])).join('');
      if (`${own}${app ? 'a' : '-'}` !== fact) wrong.push(`${name}: ${own}${app ? 'a' : '-'}, the facts say ${fact}`);
    }
    expect(byMistake(wrong)).toEqual([]);
  });
});
