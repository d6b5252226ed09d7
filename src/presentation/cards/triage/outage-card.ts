import { type AdaptiveCard, adaptiveCard, badge, dataText, linkText, ownText } from '../elements.ts';

/** A burst of one cause over several apps. */
export interface OutageView {
  /** «Probable outage: 9 people, 4 apps since 09:10 UTC, all with the same cause: …». */
  readonly headline: string;
  readonly pages: readonly { readonly title: string; readonly url: string; readonly forAdministrators: boolean }[];
}

const WHAT_NOW =
  'It is not one app: look at the status page before anybody changes settings. New reports of it are counted in their incidents.';

const LABEL = 'Probable outage';

export function outageCard(view: OutageView): AdaptiveCard {
  return adaptiveCard(outageText(view), [
    badge(LABEL, 'attention', 'Many people, several apps, one cause'),
    // The badge says what it is.
    dataText(
      view.headline.startsWith(`${LABEL}: `) ? view.headline.slice(LABEL.length + 2) : view.headline,
      { size: 'Medium', weight: 'Bolder' },
      { spacing: 'Small' },
    ),
    ownText(WHAT_NOW),
    ...view.pages.map(({ title, url, forAdministrators }) =>
      linkText(forAdministrators ? `${title}, for administrators` : title, url),
    ),
  ]);
}

/** The same for a channel without cards. */
export function outageText({ headline, pages }: OutageView): string {
  return [`${headline}.`, WHAT_NOW, ...pages.map(({ title, url }) => `${title}: ${url}`)].join('\n');
}
