import { describe, expect, test } from 'vitest';
import { deleteDataCard } from '../../../src/presentation/cards/delete-data-card.ts';
import { diagnosisText } from '../../../src/presentation/cards/diagnosis/diagnosis-text.ts';
import { feedbackThanksText } from '../../../src/presentation/cards/diagnosis/feedback-words.ts';
import { secretWarningCard, secretWarningText } from '../../../src/presentation/cards/diagnosis/secret-warning-card.ts';
import { factsCard, factsText } from '../../../src/presentation/cards/facts-card.ts';
import { faultsCard, faultsText, type ListedFault } from '../../../src/presentation/cards/faults-card.ts';
import { helpCard, helpText } from '../../../src/presentation/cards/help-card.ts';
import { SAMPLE_PASTE } from '../../../src/presentation/cards/sample-paste.ts';
import { signInCard } from '../../../src/presentation/cards/sign-in/sign-in-card.ts';
import { signInWords } from '../../../src/presentation/cards/sign-in/sign-in-words.ts';
import { welcomeCard, welcomeText } from '../../../src/presentation/cards/welcome-card.ts';
import { whatToPasteCard, whatToPasteText } from '../../../src/presentation/cards/what-to-paste-card.ts';
import { CERTAIN } from '../diagnosis-samples.ts';
import { cardProblems } from './adaptive-card-rules.ts';

const fault = (cause: string, on: boolean, group: ListedFault['group'] = 'token'): ListedFault => ({
  cause,
  group,
  title: `The title of ${cause}`,
  tryIt: 'Say “check my sign-in” in the chat.',
  on,
});

describe('every card is valid and small', () => {
  test.each([
    ['help', helpCard()],
    ['help beside a sandbox', helpCard({ signIn: true, sandbox: true, files: true })],
    ['welcome where people can sign in', welcomeCard(false, true)],
    ['sign in', signInCard('Sign in, and I can look.', 'https://why401.example/auth/start?state=a.b.c')],
    ['delete my data', deleteDataCard()],
    ['who am I', factsCard('You are signed in.', [{ label: 'Tenant', value: '4f6b2a10' }])],
    ['faults', faultsCard([fault('wrong-audience', true), fault('throttled', false, 'service')])],
    ['welcome', welcomeCard()],
    ['welcome where others read along', welcomeCard(true)],
    ['what to paste, after a message without evidence', whatToPasteCard('I found nothing.')],
    ['what to paste', whatToPasteCard()],
    ['secret warning', secretWarningCard(CERTAIN.secrets, 'the channel Helpdesk')],
  ])('%s', (_, card) => {
    expect(cardProblems(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(8_000);
    expect(card.fallbackText).not.toBe('');
  });
});

test('what to paste is said in three lines', () => {
  expect(
    whatToPasteText()
      .split('\n')
      .filter((line) => /^\d\./.test(line)),
  ).toHaveLength(3);
});

test('the welcome has the sample to try', () => {
  expect(welcomeText()).toContain(SAMPLE_PASTE);
  expect(JSON.stringify(welcomeCard())).toContain('Invalid audience');
  expect(JSON.stringify(welcomeCard())).not.toContain('mention me');
  expect(welcomeText(true)).toContain('when you mention me');
  for (const shared of [false, true]) expect(welcomeText(shared)).toContain('Write “help” to see what else');
});

test('help names what can be written', () => {
  for (const word of ['why 401?', 'explain', 'forget', 'help']) expect(helpText()).toContain(word);
});

test('help names signing in and the sandbox only where there are any', () => {
  expect(helpText()).not.toMatch(/check my sign-in|break wrong/);
  expect(helpText()).not.toContain('.har');
  expect(helpText({ files: true })).toContain('.har');
  expect(helpText({ signIn: true })).toContain('check my sign-in');
  expect(helpText({ signIn: true, sandbox: true })).toContain('break wrong-audience');
  expect(welcomeText()).not.toContain('check my sign-in');
  expect(welcomeText(false, true)).toContain('check my sign-in');
});

test('a sign-in says why it is asked for, and what a challenge may take', () => {
  const scopes = ['https://graph.microsoft.com/People.Read'];
  expect(signInWords('more-scopes', { carriesClaims: true, scopes })).toContain('Asked for: People.Read.');
  expect(signInWords('claims-challenge', { carriesClaims: false, scopes: [] })).toContain('the MSAL way');
  expect(signInWords('claims-challenge', { carriesClaims: true, scopes: [] })).not.toContain('MSAL');
});

test('the warning names kind, end, revocation and place, as data', () => {
  const text = secretWarningText(CERTAIN.secrets, 'the channel <at>all</at>');
  expect(text).toContain('an access token. It works until 2 Mar 2026, 10:30 UTC. Sign the person out');
  expect(text).toContain('Delete the message');
  expect(text).not.toContain('<at>');
  expect(secretWarningText([{ ...CERTAIN.secrets[0]!, expired: true }], null)).toContain('has expired');
});

test('the plain text begins with the headline and tells of secrets only when asked', () => {
  expect(diagnosisText(CERTAIN).startsWith(CERTAIN.headline)).toBe(true);
  expect(diagnosisText(CERTAIN)).not.toContain('live credential');
  expect(diagnosisText(CERTAIN, { showSecrets: true })).toContain('live credential');
});

test('thanks say what was noted', () => {
  expect(feedbackThanksText('fixed')).toContain('fixed it');
});

test('facts stand in lines of their own, and what a token says is data', () => {
  const facts = [
    { label: 'Permissions', value: 'User.Read, Calendars.ReadWrite' },
    { label: 'Tenant', value: '[click](https://evil.example)' },
  ];
  expect(factsText('You are signed in as ada@lumenworks.example.', facts).split('\n')).toHaveLength(3);
  const card = JSON.stringify(factsCard('You are signed in.', facts).body);
  expect(card).not.toMatch(/"type":"(?:TextBlock|FactSet)"/);
});

test('the faults say what is broken first, and list one group at a time', () => {
  const faults = [fault('wrong-audience', false), fault('throttled', true, 'service')];
  const card = faultsCard(faults);
  const open = JSON.stringify(card.body.filter((element) => element.isVisible !== false));
  expect(open).toContain('Broken now');
  expect(open).toContain('The title of throttled. Say “check my sign-in” in the chat.');
  expect(open).toContain('The token (1)');
  expect(open).not.toContain('The bot (');
  expect(card.body.find((element) => element.id === 'token')?.isVisible).toBe(false);
  expect(JSON.stringify(faultsCard([fault('a', false)]))).toContain('Nothing is broken now');
  expect(faultsText(faults)).toContain('- throttled: Say “check my sign-in” in the chat.');
});
