import { asciiJson } from '../presentation/cards/json/ascii-json.ts';

export { asciiJson };

/**
 * An Adaptive Card that is JSON already. Where the HTTP answer is written by this project it goes out as it is; every
 * other way of sending sees the object, by `toJSON`.
 */
export class WrittenCard {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): unknown {
    return JSON.parse(this.json) as unknown;
  }
}

/** Stands for a card while the rest is written; no JSON text of ours holds these characters unescaped. */
const PLACE = '\u0001card';
const WRITTEN_PLACE = JSON.stringify(PLACE);

/** An HTTP answer whose activities may hold written cards, as JSON in ASCII. */
export function writtenBody(body: unknown): string {
  const cards: WrittenCard[] = [];
  const outline = withPlaces(body, cards);
  if (cards.length === 0) return asciiJson(JSON.stringify(body));
  const pieces = asciiJson(JSON.stringify(outline)).split(WRITTEN_PLACE);
  // A body that brings the mark itself: then all of it is written the usual way.
  if (pieces.length !== cards.length + 1) return asciiJson(JSON.stringify(body));
  return pieces.map((piece, index) => piece + (cards[index]?.json ?? '')).join('');
}

/** Expected replies: `{ activities: [ { attachments: [ { content } ] } ] }`. */
function withPlaces(body: unknown, cards: WrittenCard[]): unknown {
  if (typeof body !== 'object' || body === null || !('activities' in body) || !Array.isArray(body.activities))
    return body;
  const activities = body.activities.map((activity: unknown) => {
    if (typeof activity !== 'object' || activity === null || !('attachments' in activity)) return activity;
    const { attachments } = activity;
    if (!Array.isArray(attachments)) return activity;
    return {
      ...activity,
      attachments: attachments.map((attachment: unknown) => {
        if (typeof attachment !== 'object' || attachment === null || !('content' in attachment)) return attachment;
        if (!(attachment.content instanceof WrittenCard)) return attachment;
        cards.push(attachment.content);
        return { ...attachment, content: PLACE };
      }),
    };
  });
  return { ...body, activities };
}
