import { ABOUT_ERRORS } from './about-errors.ts';
import { ANNOUNCEMENTS } from './announcements.ts';
import { CODE_REVIEWS } from './code-reviews.ts';
import { KNOWN_CODES } from './known-codes.ts';
import { LINKS } from './links.ts';
import { LOGS } from './logs.ts';
import { MEETINGS } from './meetings.ts';
import { OTHER_PRODUCTS } from './other-products.ts';
import { OTHER_VENDORS } from './other-vendors.ts';
import { REACTIONS } from './reactions.ts';
import { SHOP_TALK } from './shop-talk.ts';
import { SMALL_TALK } from './small-talk.ts';
import { THANKS } from './thanks.ts';
import { TICKETS } from './tickets.ts';

/** What kind of talk it is, for the table of misses. */
export type TalkKind =
  | 'small-talk'
  | 'thanks'
  | 'meetings'
  | 'links'
  | 'other-products'
  | 'announcements'
  | 'reactions'
  | 'tickets'
  | 'code-reviews'
  | 'logs'
  | 'other-vendors'
  | 'about-errors'
  | 'known-codes'
  | 'shop-talk';

interface Talk {
  readonly templates: readonly string[];
  /** How much of a day it is, beside the others. */
  readonly share: number;
}

/** What is said in a day beside reports. Reactions stand below reports, everything else begins a thread or goes on in one. */
export const TALK: Readonly<Record<TalkKind, Talk>> = {
  'small-talk': { templates: SMALL_TALK, share: 14 },
  thanks: { templates: THANKS, share: 9 },
  meetings: { templates: MEETINGS, share: 8 },
  links: { templates: LINKS, share: 7 },
  'other-products': { templates: OTHER_PRODUCTS, share: 12 },
  announcements: { templates: ANNOUNCEMENTS, share: 4 },
  reactions: { templates: REACTIONS, share: 13 },
  tickets: { templates: TICKETS, share: 9 },
  'code-reviews': { templates: CODE_REVIEWS, share: 6 },
  logs: { templates: LOGS, share: 6 },
  'other-vendors': { templates: OTHER_VENDORS, share: 5 },
  'about-errors': { templates: ABOUT_ERRORS, share: 6 },
  'known-codes': { templates: KNOWN_CODES, share: 1 },
  'shop-talk': { templates: SHOP_TALK, share: 4 },
};

export const TALK_KINDS = Object.keys(TALK) as readonly TalkKind[];
