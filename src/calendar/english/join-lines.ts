/** What Teams, Zoom, Meet and Webex write into an invitation below the thing itself. */
const JOINING =
  /^[*_\s]{0,8}(?:microsoft teams (?:meeting|need help)|teams meeting$|join (?:on your|the meeting|microsoft teams|zoom|with google|by (?:phone|video)|from|a meeting|conversation|conference)|join\s?:|joining (?:info|instructions)|(?:video call|meeting) link\s?:|click here to join|need help|meeting (?:id|options|number|password)|passcode|password\s?:|dial[- ]in|phone conference id|one tap mobile|find a local number|download teams|learn more|for organizers|or dial|[_=*-]{8,}|https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:teams\.(?:microsoft|live)|zoom|meet\.google|webex)\.)/i;
const HINT = /teams\.(?:microsoft|live)\.com|zoom\.us|meet\.google\.com|webex\.com|meeting id|passcode/i;
const MOST_LINES = 80;

/** A pasted invitation without the lines that say how to join; any other message as it is. */
export function withoutJoinLines(message: string): string {
  if (!message.includes('\n') || !HINT.test(message)) return message;
  const lines = message.split('\n');
  if (lines.length > MOST_LINES) return message;
  // Spaces in their place: every place in the text stays where it was.
  const left = lines.map((line) => (JOINING.test(line.slice(0, 200)) ? ' '.repeat(line.length) : line));
  return left.every((line) => line.trim() === '') ? message : left.join('\n');
}
