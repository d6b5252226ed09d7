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

/**
 * JSON with nothing but ASCII in it (RFC 8259, section 7): a string of one byte a character is copied between threads
 * and written to the socket in a fraction of the time.
 */
export function asciiJson(json: string): string {
  if (!BEYOND_ASCII.test(json)) return json;
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const BEYOND_ASCII = /[\u007f-\uffff]/;

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
