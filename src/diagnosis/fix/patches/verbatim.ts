/** A template whose backslashes are backslashes, as `String.raw` gives it, which takes five times as long. */
export function verbatim({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
  let text = raw[0] ?? '';
  for (let index = 0; index < values.length; index += 1) text += `${values[index]}${raw[index + 1]}`;
  return text;
}
