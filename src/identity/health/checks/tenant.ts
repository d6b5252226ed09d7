import { CONSUMER_TENANT } from '../../consumer-tenant.ts';
import { type HealthCheck, type Outcome, pass, skipped } from '../check-context.ts';

export const tenant: HealthCheck = {
  id: 'tenant',
  run: ({ claims, person }) => {
    if (claims === null) return skipped('The token cannot be decoded, so its tenant is not known.');
    const { tid } = claims;
    if (tid === null) return skipped('The token names no tenant (tid).');
    if (tid.toLowerCase() === CONSUMER_TENANT) return personal(person.tenantId);
    if (person.tenantId === null) return pass(`The token is of the tenant ${tid}; this chat names none to compare.`);
    if (tid.toLowerCase() === person.tenantId.toLowerCase()) return pass(`The token is of this chat’s tenant, ${tid}.`);
    return {
      state: 'warn',
      says: `The token is of the tenant ${tid}, this chat of ${person.tenantId}. That is right where you are a guest in this chat: your mailbox lives in ${tid}.`,
      advice: {
        owner: 'end-user',
        text: `If you belong to ${person.tenantId}, sign out and sign in with your account there.`,
      },
    };
  },
};

function personal(chatTenant: string | null): Outcome {
  const says = 'You signed in with a personal Microsoft account: its mailbox lives in Outlook.com, in no organisation.';
  if (chatTenant === null || chatTenant.toLowerCase() === CONSUMER_TENANT) return pass(says);
  return {
    state: 'warn',
    says,
    advice: {
      owner: 'end-user',
      text: 'To use the calendar of your organisation, sign out and sign in with your work account.',
    },
  };
}
