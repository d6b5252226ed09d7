import { describe, expect, it } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { inPlayground } from './in-playground.ts';
import type { PlaygroundPage } from './playground-page.ts';

describe.skipIf(chromiumPath === undefined)('a person in the Agents Playground', () => {
  let chat: PlaygroundPage;
  inPlayground((opened) => {
    chat = opened;
  });

  it('is welcomed', async () => {
    await chat.answer(/Paste/);
    await chat.picture('01-welcome');
  });

  it('reads a redirect URI mismatch', async () => {
    await chat.say(
      "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.",
    );
    await chat.answer('The redirect URI http://localhost:5000/callback is not registered');
    await chat.picture('02-redirect-uri');
  });

  it('names the missing permission from status, address and claims', async () => {
    await chat.say(
      'GET https://graph.microsoft.com/v1.0/me/events -> 403\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read Mail.Read","idtyp":"user","appid":"2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21","tid":"5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77"}',
    );
    await chat.answer('The token lacks the delegated permission Calendars.Read');
    await chat.picture('03-missing-scope');
  });

  it('shows the code patch behind its button', async () => {
    await chat.press('Show the code');
    await chat.answer('https://graph.microsoft.com/Calendars.Read');
    await chat.picture('04-patch');
  });

  it('writes the code in another language where it is asked for', async () => {
    await chat.press('Show it');
    await chat.answer(/^The code in /);
    await chat.picture('04-another-language');
  });

  it('reads a claims challenge aloud', async () => {
    await chat.say(
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzc3ODkwMDAwIn19fQ=="',
    );
    await chat.answer(/claims challenge/);
    await chat.picture('05-claims-challenge');
  });

  it('warns of a live secret and never shows it', async () => {
    const secret = 'Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';
    await chat.say(
      `{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}\nclient_secret=${secret}`,
    );
    await chat.answer(/client secret/i);
    await chat.picture('06-secret');
    expect(await chat.cards()).not.toContain(secret);
  });

  it('takes feedback by a button', async () => {
    await chat.press('This fixed it');
    await chat.answer(/Noted that this fixed it/);
    await chat.picture('07-feedback');
  });

  it('says what to paste when nothing is there', async () => {
    await chat.say('why 401?');
    await chat.answer('A 401 alone has many causes');
    await chat.picture('08-why-401');
  });

  it('does not invent a Microsoft cause for GitHub', async () => {
    await chat.say('forget');
    await chat.say(
      'HTTP/2 401\nserver: github.com\nx-github-media-type: github.v3; format=json\n\n{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}',
    );
    await chat.answer(/GitHub/);
    await chat.picture('09-other-vendor');
  });

  it('adds up what comes in several messages, until it is told to forget', async () => {
    await chat.say('forget');
    await chat.say('POST https://graph.microsoft.com/v1.0/me/events\n\nHTTP/1.1 403 Forbidden');
    await chat.answer('graph.microsoft.com answered 403, and nothing in the paste says why.');
    await chat.say('good morning');
    await chat.answer(/^Hello! Paste/);
    await chat.say('{"aud":"https://graph.microsoft.com","scp":"User.Read Tasks.Read","idtyp":"user"}');
    await chat.answer('I put this together with your earlier messages here');
    await chat.answer(/lacks the delegated permission Calendars.ReadWrite .*Tasks\.Read/);
    await chat.picture('10-added-up');
    await chat.say('forget');
    await chat.answer('Forgotten: what I had read from 2 messages');
    await chat.say('{"aud":"https://graph.microsoft.com","scp":"User.Read Notes.Read","idtyp":"user"}');
    await chat.answer('looks usable by itself');
    await chat.picture('11-forgotten');
    expect(await chat.lastCard()).not.toContain('earlier messages');
  });

  it('explains a code without taking it for an error', async () => {
    await chat.say('forget');
    await chat.say('explain AADSTS50105');
    await chat.answer('EntitlementGrantsNotFound');
    await chat.picture('12-explain');
    await chat.say('forget');
    await chat.answer('There was nothing to forget');
  });

  it('answers in a group chat where it is mentioned, and there only', async () => {
    await chat.openChat('Calendar outage');
    await chat.post('AADSTS7000222: nobody asked the bot about this');
    await chat.say(
      "AADSTS50011: The redirect URI 'http://localhost:5000/group' does not match the redirect URIs configured.",
      { mention: true },
    );
    await chat.answer('The redirect URI http://localhost:5000/group is not registered');
    await chat.picture('13-group-chat');
    expect(await chat.cards()).not.toContain('has expired');
  });

  it('warns of a live secret in a group chat privately, also where it is not mentioned', async () => {
    const mentioned = 'Yy48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';
    await chat.say(`AADSTS7000215: Invalid client secret provided. client_secret=${mentioned}`, { mention: true });
    await chat.answer('AADSTS7000215: Invalid client secret provided.');
    await chat.post('our config: client_secret=Ww48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH');
    expect(await chat.cards()).not.toContain('live credential');
    await chat.picture('14-group-chat-secret');
    await chat.openChat('Personal Chat');
    await expect.poll(() => chat.count('Your message in a group chat holds a live credential')).toBe(2);
    await chat.picture('15-private-warning');
    const cards = await chat.cards();
    for (const secret of [mentioned, 'Ww48Q']) expect(cards).not.toContain(secret);
  });

  it('answers in the thread of a team channel', async () => {
    await chat.openChannel('Helpdesk - General');
    const before = await chat.threads();
    await chat.say(
      "AADSTS50011: The redirect URI 'http://localhost:5000/team' does not match the redirect URIs configured.",
      { mention: true, newPost: true },
    );
    await chat.answer('The redirect URI http://localhost:5000/team is not registered');
    await chat.say('why 401?', { mention: true });
    await chat.answer('A 401 alone has many causes');
    await chat.picture('16-team-channel');
    // One post more: the answers stand in threads, and none started one of its own.
    expect(await chat.threads()).toBe(before + 1);
  });
});
