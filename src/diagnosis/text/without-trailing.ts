/**
 * A text without the given characters at its end: what a sentence puts behind an address or a value.
 *
 * From the end backwards, in linear time: `/[.,;]+$/` begins anew at each dot of a long run that is not the end.
 *
 * @param characters each of them one UTF-16 unit
 */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
