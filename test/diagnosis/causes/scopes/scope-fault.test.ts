import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminOnly, scopeFault, unknownName, workOnly } from '../../../../src/diagnosis/causes/scopes/scope-fault.ts';

const GRAPH = 'https://graph.microsoft.com';

describe('scopeFault', () => {
  it.each([
    [['Contacts.Read,', 'Mail.Read'], 'commas', 'Contacts.Read Mail.Read'],
    [['/.default', 'offline_access'], 'bare-default', `${GRAPH}/.default`],
    [['User.Read', `${GRAPH}/.default`], 'default-mixed', `${GRAPH}/.default`],
    [[`${GRAPH}/offline_access`, 'User.Read'], 'openid-with-address', 'offline_access'],
    [['https://management.azure.com/'], 'no-permission', 'https://management.azure.com/.default'],
    [['Mail.Reed'], 'unknown-name', `${GRAPH}/Mail.Read`],
    [['Chat.Read.All'], 'app-permission', undefined],
  ])('%j has the fault %s', (scopes, kind, better) => {
    const found = scopeFault(scopes, false);
    expect(found?.kind).toBe(kind);
    expect(found?.better).toBe(better);
  });

  it('asks an app that signs in as itself for everything', () => {
    expect(scopeFault(['Calendars.Read'], true)).toMatchObject({ kind: 'not-default', better: `${GRAPH}/.default` });
    expect(scopeFault([`${GRAPH}/.default`], true)).toBeNull();
  });

  it.each([
    [['openid', 'profile', 'offline_access', 'User.Read']],
    [[`${GRAPH}/Calendars.ReadWrite`]],
    [['api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/access_as_user']],
    // A family that the table does not hold: nothing can be said.
    [['Synchronization.Read.All']],
    [[]],
  ])('%j is sound', (scopes) => {
    expect(scopeFault(scopes, false)).toBeNull();
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.boolean(), (scopes, appOnly) => {
        const found = scopeFault(scopes, appOnly);
        if (found !== null) expect(found.says).not.toMatch(/undefined|null$/);
      }),
    );
  });
});

describe('unknownName', () => {
  it('names the permission that was probably meant', () => {
    expect(unknownName('Calender.Read').better).toBe(`${GRAPH}/Calendars.Read`);
    expect(unknownName('mcp.read').better).toBeUndefined();
  });
});

describe('who may consent', () => {
  it('tells permissions that only an administrator may grant', () => {
    expect(adminOnly(['User.Read', `${GRAPH}/User.Read.All`, 'openid'])).toEqual(['User.Read.All']);
  });

  it('tells permissions that a personal account cannot have', () => {
    expect(workOnly(['User.Read', 'Chat.Read'])).toEqual(['Chat.Read']);
  });
});
