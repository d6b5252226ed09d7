import { afterEach, beforeEach, expect, it } from 'vitest';
import { tellsSignInTrouble } from '../../../src/bot/commands/sign-in-trouble.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ diagnose: diagnoseAndRemember });
});
afterEach(() => bot.close());

it.each([
  ["I can't log in", true],
  ['I cannot log in since this morning', true],
  ['sign-in to Teams does not work', true],
  ['reset my password please', true],
  ["j'ai une erreur de connexion à teams", true],
  ['ich kann mich nicht anmelden', true],
  ['no puedo iniciar sesión en Outlook', true],
  ['the login page of https://app.contoso.com shows nothing', false],
  ['{"login": true}', false],
  ['what is the weather', false],
  ['the blog in our wiki', false],
])('%s: %s', (text, tells) => {
  expect(tellsSignInTrouble({ text, html: null })).toBe(tells);
});

it('who tells so without an error is asked for the page, and not for headers', async () => {
  const [said] = await bot.say("I can't log in");
  expect(said?.text).toContain('What does the page say? Send me its whole text, or a screenshot of it.');
  expect(said?.text).toContain('https://aka.ms/sspr');
  const [inCrowd] = await bot.say("<at>why401</at> I can't log in", { ...inGroup(), entities: [MENTION] });
  expect(inCrowd?.text).toContain('Send me its whole text.');
});

it('an error beside it is diagnosed as ever', async () => {
  const [said] = await bot.say("I can't log in: AADSTS50105");
  expect(said?.summary).toContain('not assigned');
});
