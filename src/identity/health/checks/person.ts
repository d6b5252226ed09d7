import { CONSUMER_TENANT } from '../../consumer-tenant.ts';
import { type HealthCheck, type Outcome, pass, skipped } from '../check-context.ts';
import { failed, foundInClaims } from '../graph-refused.ts';
import type { SightedClaims } from '../sighted-claims.ts';

/** Bot Framework's channel ids as people know them. */
const CHANNEL_NAMES: ReadonlyMap<string, string> = new Map([
  ['msteams', 'Teams'],
  ['slack', 'Slack'],
  ['webchat', 'Web Chat'],
  ['emulator', 'The Emulator'],
]);

export const person: HealthCheck = {
  id: 'person',
  run: (context) => {
    const { claims } = context;
    const { aadObjectId, tenantId, channelId } = context.person;
    if (claims === null) return skipped('The token cannot be decoded, so it does not say whom it is for.');
    if (claims.appOnly)
      return failed(
        'This is an app-only token: it speaks for the app itself, and for no person.',
        foundInClaims(context, 'GET', '/me'),
        context,
      );
    const account = claims.account ?? (claims.oid === null ? 'an unnamed account' : `the object id ${claims.oid}`);
    if (aadObjectId === null)
      return skipped(
        `${CHANNEL_NAMES.get(channelId) ?? 'This channel'} does not say who you are in Entra ID, so there is nothing to compare. The token is for ${account}: see that this is you.`,
      );
    if (claims.oid === null) return skipped(`The token names no object id (oid); it is for ${account}.`);
    if (claims.oid.toLowerCase() === aadObjectId.toLowerCase())
      return claims.guest ? guest(claims, account, true) : pass(`The token is for you, ${account}.`);
    const otherTenant = tenantId === null || claims.tid?.toLowerCase() !== tenantId.toLowerCase();
    if (claims.guest || otherTenant) return guest(claims, account, false);
    return {
      state: 'fail',
      says: `The token is for ${account} (oid ${claims.oid}), but in this chat you are another account of the same tenant (${aadObjectId}).`,
      advice: {
        owner: 'end-user',
        text: 'Sign out here, then sign in with the account that you use in this chat. On the sign-in page choose “Use another account”.',
      },
    };
  },
};

/** Every tenant gives a guest an object id of its own, so two ids for one person are no fault. */
function guest(claims: SightedClaims, account: string, sameId: boolean): Outcome {
  const lives = `your mailbox lives ${homeOf(claims)}.`;
  return {
    state: 'warn',
    says: sameId
      ? `You are a guest in this tenant, as ${account}; ${lives}`
      : `The token is for ${account}, under another object id than in this chat. Each tenant gives a guest an id of its own, so that is no fault; ${lives}`,
    advice: {
      owner: 'end-user',
      text: `If ${account} is not you, sign out and sign in with your own account.`,
    },
  };
}

function homeOf({ homeTenant, tid, guest: isGuest }: SightedClaims): string {
  // A guest whose token does not name the home tenant still has one, and it is not this.
  const home = homeTenant ?? (isGuest ? null : tid);
  if (home === null) return 'in your home tenant';
  return home.toLowerCase() === CONSUMER_TENANT ? 'in Outlook.com' : `in ${home}`;
}
