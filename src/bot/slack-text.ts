/** `<https://…|label>`, `<mailto:ada@…|ada@…>`, `<https://…>`: what Slack makes of an address that somebody typed. */
const LINK = /<(https?:\/\/[^\s<>|]{1,8000}|mailto:[^\s<>|]{1,300})(?:\|[^<>\n]{0,8000})?>/gu;
const ENTITY = /&(amp|lt|gt);/gu;
const CHARACTER: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * The text of a message in Slack as its author typed it. Slack escapes three characters and puts every address into
 * brackets, with its shown form behind a bar.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function typedInSlack(text: string): string {
  const linked = text.includes('<') ? text.replace(LINK, (_, address: string) => addressOf(address)) : text;
  return linked.includes('&') ? linked.replace(ENTITY, (_, name: string) => CHARACTER[name] ?? '') : linked;
}

function addressOf(address: string): string {
  return address.startsWith('mailto:') ? address.slice('mailto:'.length) : address;
}
