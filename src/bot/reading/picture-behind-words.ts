/**
 * What somebody wrote, and behind it what a machine read in their pictures: only what stands from `pictureFrom` on is
 * mended.
 */
export function pictureBehindWords(
  words: string,
  picture: string,
): { readonly text: string; readonly pictureFrom: number } {
  const lead = words === '' || picture === '' ? words : `${words}\n\n`;
  return { text: lead + picture, pictureFrom: lead.length };
}
