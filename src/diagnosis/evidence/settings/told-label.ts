/** What stands between the name of something that people tell and its value, as part of a pattern; a line break, too. */
export const IS = String.raw`(?:[ \t]{0,3}(?:is|ist|est|es|=|:|->|→))?[ \t\r]{0,3}\n?[ \t"'(]{0,3}$`;
