import type { SecretNotice } from '../../answer.ts';
import { type CardElement, container, dataText, ownText } from '../elements.ts';

/** The warning about live credentials: what it is, until when it works, how to make it useless. Never its text. */
export function secretNotice(notices: readonly SecretNotice[], where: string): CardElement {
  const live = notices.some((notice) => notice.live);
  const title = live ? `${where} holds a live credential` : `${where} holds a credential that has expired`;
  return container(
    [
      ownText(title, { weight: 'Bolder', style: 'heading' }),
      ...notices.map((notice) =>
        dataText(`${capital(notice.what)}. ${notice.until} ${notice.revoke}`.trim(), {}, { spacing: 'Small' }),
      ),
      ownText(
        live
          ? 'Treat it as known to others: delete the message, then revoke it. why401 did not keep, log or send it.'
          : 'Delete the message all the same. why401 did not keep, log or send it.',
        { size: 'Small', isSubtle: true, spacing: 'Small' },
      ),
    ],
    { style: live ? 'attention' : 'warning' },
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
