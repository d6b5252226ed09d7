/** How people tell which of two failures is the one that stands; the second is. */
export const TELLINGS: readonly {
  readonly telling: string;
  readonly made: (over: string, stands: string) => string;
}[] = [
  {
    telling: 'first and now',
    made: (over, stands) => `At first we got:\n${over}\n\nThat is fixed. Now we get:\n${stands}`,
  },
  {
    telling: 'now and before',
    made: (over, stands) => `Now we get:\n${stands}\n\nBefore that we had this one, which is fixed:\n${over}`,
  },
  {
    telling: 'first and now in German',
    made: (over, stands) => `Zuerst kam:\n${over}\n\nDas ist behoben. Jetzt kommt:\n${stands}`,
  },
  {
    telling: 'an example before it',
    made: (over, stands) => `The documentation has this example:\n${over}\n\nWhat we get:\n${stands}`,
  },
  {
    telling: 'an example behind it',
    made: (over, stands) => `Our error:\n${stands}\n\nExample from the docs:\n${over}`,
  },
  { telling: 'yesterday and today', made: (over, stands) => `Yesterday:\n${over}\n\nToday:\n${stands}` },
  {
    telling: 'an older mail below',
    made: (over, stands) => `It is another one now: ${stands}\n\nOn Mon, 4 May 2026 Lena wrote:\n${over}`,
  },
];
