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

/** What Slack makes a call or a link of: `<!channel>`, `<@U…>`, `<#C…>`, `<https://…|label>`. */
const CONTROL = /<(?=[!@#]|https?:|mailto:)/gu;

/**
 * Text for Slack in which nothing that somebody pasted calls people or hides where a link leads. Escaping would show: how
 * much of it the Bot Framework does by itself is not documented, and it does not keep to `plain`
 * (https://github.com/microsoft/botframework-sdk/issues/1152). A space of no width behind the bracket is harmless both ways.
 */
export function inertInSlack(text: string): string {
  return text.includes('<') ? text.replace(CONTROL, '<\u200B') : text;
}

function addressOf(address: string): string {
  return address.startsWith('mailto:') ? address.slice('mailto:'.length) : address;
}
