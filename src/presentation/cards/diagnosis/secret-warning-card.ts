import type { FoundSecret } from '../../../diagnosis/diagnosis.ts';
import { secretNotices } from '../../answer.ts';
import { plainLine } from '../../plain-data.ts';
import { type AdaptiveCard, adaptiveCard } from '../elements.ts';
import { secretNotice } from './secret-notice.ts';

/**
 * The private message to somebody who posted a live credential where others read.
 *
 * @param where the place in words, for example «the channel Helpdesk»; `null` where it has no name.
 */
export function secretWarningCard(secrets: readonly FoundSecret[], where: string | null): AdaptiveCard {
  return adaptiveCard(secretWarningText(secrets, where), [secretNotice(secretNotices(secrets), place(where))]);
}

/** The same for a channel without cards. */
export function secretWarningText(secrets: readonly FoundSecret[], where: string | null): string {
  const notices = secretNotices(secrets);
  const live = notices.some((notice) => notice.live);
  return [
    `${place(where)} holds ${live ? 'a live credential' : 'a credential that has expired'}.`,
    ...notices.map(({ what, until, revoke }) => `- ${what}. ${until} ${revoke}`.trim()),
    live ? 'Delete the message, then revoke it.' : 'Delete the message all the same.',
  ].join('\n');
}

function place(where: string | null): string {
  return where === null ? 'Your message' : `Your message in ${plainLine(where, 120)}`;
}
