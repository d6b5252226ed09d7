import { describe, expect, it } from 'vitest';
import { type Intent, intentOf } from '../../src/bot/intents.ts';

const CASES: readonly (readonly [string, Intent | null])[] = [
  ['help', 'help'],
  ['Help!', 'help'],
  ['/help', 'help'],
  ['???', 'help'],
  ['What can you do?', 'help'],
  ['Hilfe', 'help'],
  ['forget', 'forget'],
  ['Forget everything, please.', 'forget'],
  ['delete my data', 'forget'],
  ['I forget my password', null],
  ['Hi', 'greeting'],
  ['Good morning, team! 👋', 'greeting'],
  ['你好', 'greeting'],
  ['こんにちは', 'greeting'],
  ['hello AADSTS50011', null],
  ['thanks a lot!', 'thanks'],
  ['It works now', 'thanks'],
  ['👍', 'thanks'],
  ['👎', null],
  ['🤔', null],
  ['😡', null],
  ['🙏', 'thanks'],
  ['why 401?', 'what-to-paste'],
  ['Why 401', 'what-to-paste'],
  ['why401?', 'what-to-paste'],
  ['Why do I get a 401 Unauthorized from Microsoft Graph?', 'what-to-paste'],
  ['401', 'what-to-paste'],
  ['I keep getting 403 forbidden', 'what-to-paste'],
  ['why am I getting 401 on /me/events', null],
  ['HTTP/1.1 401 Unauthorized', null],
  ['401 InvalidAuthenticationToken', null],
  ['{"status": 401}', null],
  ['', null],
  ['...', null],
  ['why', null],
];

describe('intentOf', () => {
  it.each(CASES)('%s is %s', (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  it('reads anything long as a paste', () => {
    expect(intentOf(`help ${'me '.repeat(60)}`)).toBeNull();
  });
});
