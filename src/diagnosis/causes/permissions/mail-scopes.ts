import type { Facts } from '../../facts/facts.ts';
import { MAIL_PROTOCOL_WORDS, MAIL_REFUSALS, mailRefusal, scopeOfProtocol } from '../audience/mail-protocol.ts';
import type { FactRule } from '../root-cause.ts';

const OUTLOOK = /^https:\/\/outlook\.office(?:365)?\.com\/?$|^00000002-0000-0ff1-ce00-000000000000$/i;

interface MailScope {
  readonly scope: string;
  readonly held: boolean;
}

/** The scope of the protocol that refused, where the token of a person is for Exchange, and whether the token holds it. */
export function mailScope(facts: Facts): MailScope | undefined {
  const { aud, scp } = facts.claims;
  if (scp === undefined || aud === undefined || !OUTLOOK.test(aud)) return undefined;
  const scope = mailRefusal(facts) === undefined ? undefined : scopeOfProtocol(facts);
  if (scope === undefined) return undefined;
  return { scope, held: scp.some((held) => held.toLowerCase() === scope.toLowerCase()) };
}

export function missingMailScope(facts: Facts): string | undefined {
  const asked = mailScope(facts);
  return asked?.held === false ? asked.scope : undefined;
}

export const MAIL_SCOPE_RULE: FactRule = {
  kind: 'facts',
  phrases: [...MAIL_REFUSALS, ...MAIL_PROTOCOL_WORDS],
  onlyWith: { phrases: MAIL_REFUSALS },
  test: (facts) => {
    const scope = missingMailScope(facts);
    return scope === undefined
      ? undefined
      : {
          strength: 'decisive',
          at: mailRefusal(facts)!,
          says: `The protocol that refused takes ${scope}, and scp of the token has only ${facts.claims.scp!.join(', ')}`,
        };
  },
};
