import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { findCauses, MOST_FOUND } from '../../../src/bot/extension/find-causes.ts';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

const found = (query: string): string[] =>
  findCauses(query).map((it) => (it.kind === 'cause' ? it.id : `${it.family}${it.code}`));

describe('finding', () => {
  test.each([
    ['50011', 'AADSTS50011'],
    ['AADSTS50011', 'AADSTS50011'],
    ['aadsts 65001', 'AADSTS65001'],
    ['AADB2C90118', 'AADB2C90118'],
    ['wrong-audience', 'wrong-audience'],
    ['wrong audience', 'wrong-audience'],
    ['Wrong_Audience', 'wrong-audience'],
    ['redirect', 'redirect-uri-mismatch'],
    ['redir uri', 'redirect-uri-mismatch'],
    ['token expired', 'token-expired'],
    ['UserStrongAuthClientAuthNRequired', 'AADSTS50076'],
  ])('%s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('every cause by its id', () => {
    for (const id of Object.keys(ROOT_CAUSES)) expect(found(id)[0], id).toBe(id);
  });

  test('a code before those that begin with it', () => {
    const codes = found('50057');
    expect(codes[0]).toBe('AADSTS50057');
    expect(codes.every((code) => code.includes('50057'))).toBe(true);
    expect(found('500').length).toBe(MOST_FOUND);
  });

  test('titles before symptoms', () => {
    const causes = found('secret');
    expect(causes.slice(0, 2).every((id) => id.includes('secret'))).toBe(true);
  });

  test('bounded, whatever is typed', () => {
    for (const query of ['', ' ', 'a', 'e', 'the', '5', 'x'.repeat(100_000), '(((', '\\', '9'.repeat(5_000)])
      expect(found(query).length, query.slice(0, 10)).toBeLessThanOrEqual(MOST_FOUND);
  });

  test.each(['banana', 'AADSTS9999999', '999999', 'wrong-audience-qqq', 'zz top'])('nothing for %s', (query) => {
    expect(found(query)).toEqual([]);
  });
});

describe('the search command', () => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBotUnderTest();
  });
  afterEach(() => bot.close());

  interface Results {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly contentType: string;
      readonly content: object;
      readonly preview: {
        readonly contentType: string;
        readonly content: { readonly title: string; readonly text: string };
      };
    }[];
  }

  async function search(parameters: unknown, commandId = 'causes'): Promise<Results> {
    const { status, body } = await bot.post({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId, parameters, queryOptions: { skip: 0, count: 25 } },
    });
    expect(status).toBe(200);
    return (body as { composeExtension: Results }).composeExtension;
  }

  it('begins with what is asked most', async () => {
    const { type, attachments } = await search([{ name: 'initialRun', value: 'true' }]);
    expect(type).toBe('result');
    expect(attachments?.length).toBe(MOST_FOUND);
    expect(attachments?.map(({ preview }) => preview.content.title)).toContain(ROOT_CAUSES['wrong-audience'].title);
  });

  it('inserts the page of a cause, and shows its title before', async () => {
    const { attachments } = await search([{ name: 'search', value: 'wrong-audience' }]);
    const [first] = attachments ?? [];
    expect(first?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(first?.content)).toContain('How it shows');
    expect(first?.preview).toEqual({
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: ROOT_CAUSES['wrong-audience'].title, text: 'wrong-audience · for the app’s developer' },
    });
  });

  it('inserts a code under what it says', async () => {
    const { attachments } = await search([{ name: 'search', value: '50011' }]);
    expect(attachments?.[0]?.preview.content.title).toMatch(/^AADSTS50011/);
    expect(JSON.stringify(attachments?.[0]?.content)).toContain('AADSTS50011');
  });

  it('keeps its answer small', async () => {
    for (const query of ['500', 'token', 'the']) {
      const results = await search([{ name: 'search', value: query }]);
      expect(JSON.stringify(results).length).toBeLessThan(220_000);
    }
  });

  it.each([
    ['AADSTS9999999', 'My table has no code AADSTS9999999'],
    ['banana', 'I know no root cause or code like “banana”'],
    ['<at>x</at>', '‹at'],
  ])('says honestly that it has none: %s', async (query, words) => {
    const { type, text } = await search([{ name: 'search', value: query }]);
    expect(type).toBe('message');
    expect(text).toContain(words);
  });

  it('never says back a credential that was pasted for a word', async () => {
    const secret = 'Kq28Q~vT3mZxW0pLr7Ys5NbHd1Gc9JfUeAoSiXwE';
    const { text } = await search([{ name: 'search', value: secret }]);
    expect(text).toContain('I know no root cause');
    expect(text).not.toContain('vT3mZxW0pLr7');
  });

  it.each([undefined, null, 'x', [null], [{ name: 'search', value: 7 }]])(
    'takes parameters of another form %j',
    async (parameters) => {
      expect((await search(parameters)).type).toBe('result');
    },
  );

  it('has no other search', async () => {
    expect((await search([], 'other')).text).toContain('no such search');
  });
});
