import { flushCompileCache } from 'node:module';
import { createMsalSignIn } from '../../../../src/identity/msal/create-msal-sign-in.ts';
import type { MsalApp } from '../../../../src/identity/msal/msal-app.ts';
import type { Person } from '../../../../src/identity/person.ts';
import type { Invitation } from '../../../../src/identity/sign-in.ts';
import type { SandboxPerson } from '../../../../src/sandbox/world/world.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/sqlite-store.ts';
import { Browser } from '../../../sandbox/trials/browser.ts';
import { walkThroughSignIn } from '../browser-walk.ts';

/** What the parent says on the command line. */
export interface ChildTask {
  readonly file: string;
  readonly key: string;
  readonly entraAt: string;
  readonly app: MsalApp;
  readonly people: readonly {
    readonly person: Person;
    readonly account: Pick<SandboxPerson, 'userPrincipalName' | 'password'>;
  }[];
  /** Renew without end those who are signed in, or sign in those who are not. */
  readonly work: 'sign-in' | 'renew';
}

const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
const publicUrl = new URL(task.app.redirectUri).origin;
const signIn = await createMsalSignIn({
  app: () => task.app,
  publicUrl,
  tokenKeys: [Buffer.from(task.key, 'base64url')],
  store: openSqliteStore(task.file),
  now: Date.now,
  entraAt: task.entraAt,
});

const say = (word: string): void => void process.stdout.write(`${word}\n`);

/** All of it in this process: the browser's two requests to the service are handed over by hand. */
async function signInOne({ person, account }: ChildTask['people'][number]): Promise<void> {
  const { signInLink } = (await signIn.invite(person)) as Invitation;
  say('invited');
  const started = await signIn.start({ query: new URL(signInLink).searchParams, cookies: undefined });
  if (started.kind !== 'redirect') throw new Error(started.kind);
  const browser = new Browser((url) => url.origin === publicUrl);
  const landed = await walkThroughSignIn(started.location, account as SandboxPerson, undefined, browser);
  if (landed.kind !== 'landing') throw new Error(landed.text);
  const cookies = `${started.cookie.name}=${started.cookie.value}`;
  say('at the callback');
  const page = await signIn.callback({ query: landed.url.searchParams, cookies });
  if (page.kind !== 'code') throw new Error(page.kind);
  say('completed');
  const redeemed = await signIn.redeem(person, page.code);
  say(redeemed.kind);
}

// It is killed, and then nothing is kept by itself.
flushCompileCache();
say('ready');
for (;;) {
  await Promise.all(
    task.people.map(async (one) => {
      if (task.work === 'sign-in') return signInOne(one);
      say('renewing');
      const answer = await signIn.token(one.person, { refresh: true });
      say(answer.kind);
      if (answer.kind !== 'token') await signInOne(one);
    }),
  );
}
