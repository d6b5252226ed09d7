/** Emoji, stickers and animations of the client are elements of the same name. */
const PICTURE = /<img\b(?![^<>]{0,2000}schema\.skype\.com\/(?:Emoji|Giphy|Sticker))/i;

/** Whether the HTML of a message shows a picture that somebody put there. */
export function showsPicture(html: string): boolean {
  return html.includes('<img') && PICTURE.test(html);
}
