import { describe, expect, it } from 'vitest';
import { deskCommandOf } from '../../../../src/bot/triage/commands/desk-command.ts';

describe('deskCommandOf', () => {
  it.each([
    ['take 17', { kind: 'take', subject: { what: 'case', number: 17 } }],
    ['Take case #17.', { kind: 'take', subject: { what: 'case', number: 17 } }],
    ['take incident 3', { kind: 'take', subject: { what: 'incident', number: 3 } }],
    ['take', { kind: 'take', subject: null }],
    ['take it', { kind: 'take', subject: null }],
    ['please resolve 17', { kind: 'resolve', subject: { what: 'case', number: 17 } }],
    ['reopen 17', { kind: 'reopen', subject: { what: 'case', number: 17 } }],
    ['assign 17 <at>Adele Vance</at>', { kind: 'assign', subject: { what: 'case', number: 17 }, to: 'mentioned' }],
    [
      'assign incident 3 to <at>Adele</at>',
      { kind: 'assign', subject: { what: 'incident', number: 3 }, to: 'mentioned' },
    ],
    ['assign 17', { kind: 'assign', subject: { what: 'case', number: 17 }, to: 'mentioned' }],
    ['assign it to Adele', { kind: 'assign', subject: null, to: 'mentioned' }],
    ['assign to me', { kind: 'assign', subject: null, to: 'me' }],
    ['needs more 17 from the admin', { kind: 'wait', subject: { what: 'case', number: 17 }, for: 'tenant-admin' }],
    ['needs more', { kind: 'wait', subject: null, for: 'end-user' }],
    ['waiting for Microsoft', { kind: 'wait', subject: null, for: 'microsoft' }],
    ['wait 17 for godot', { kind: 'wait', subject: { what: 'case', number: 17 }, for: null }],
    ['case 17', { kind: 'show', subject: { what: 'case', number: 17 } }],
    ['incident 3', { kind: 'show', subject: { what: 'incident', number: 3 } }],
    ['cases', { kind: 'cases', mine: false }],
    ['cases mine', { kind: 'cases', mine: true }],
    ['board', { kind: 'board' }],
    ['stats 7d', { kind: 'stats', period: { ms: 604_800_000, words: '7 days' } }],
    ['stats', { kind: 'stats', period: { ms: 604_800_000, words: '7 days' } }],
    ['stats last week', { kind: 'stats', period: { ms: 604_800_000, words: '7 days' } }],
    ['show open cases', { kind: 'cases', mine: false }],
    ['list', { kind: 'cases', mine: false }],
    ['board please', { kind: 'board' }],
    ['could you take 17, please?', { kind: 'take', subject: { what: 'case', number: 17 } }],
    ['status?', { kind: 'show', subject: null }],
    ['who has it?', { kind: 'show', subject: null }],
    ['stats soon', { kind: 'stats', period: null }],
    ['mute here', { kind: 'mute' }],
    ['unmute here', { kind: 'unmute' }],
    ['quiet this thread', { kind: 'quiet' }],
    ['speak in this thread', { kind: 'unquiet' }],
    ['agents', { kind: 'agents' }],
    ['agents add <at>Adele</at>', { kind: 'agents-add', who: 'mentioned' }],
    ['agents add <at>Adele</at> and <at>Megan</at>', { kind: 'agents-add', who: 'mentioned' }],
    ['agents add Adele Vance', { kind: 'agents-add', who: 'mentioned' }],
    ['agents add', { kind: 'agents-add', who: 'mentioned' }],
    ['agents remove me', { kind: 'agents-remove', who: 'me' }],
  ])('reads «%s»', (text, command) => {
    expect(deskCommandOf(text)).toEqual(command);
  });

  it.each([
    'take a look at AADSTS50011',
    'I take 17 pills',
    'resolve the redirect URI please',
    'assign the app role to <at>Ben</at>',
    'assign 17 roles to the app',
    'case closed',
    'wait, what?',
    'stats of the last sign-ins are odd today',
    'agents of our tenant cannot sign in',
    'cancel 2',
    'help',
    'x'.repeat(200),
  ])('leaves «%s» alone', (text) => {
    expect(deskCommandOf(text)).toBeNull();
  });
});
