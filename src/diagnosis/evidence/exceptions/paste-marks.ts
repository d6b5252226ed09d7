/** What the whole paste says about whose names these are; each is looked for once, and only when asked. */
export interface PasteMarks {
  has(mark: string): boolean;
}

/** Each mark is searched for once, by whichever reader asks first. */
export function pasteMarks(lower: string): PasteMarks {
  const known = new Map<string, boolean>();
  return {
    has(mark) {
      let present = known.get(mark);
      if (present === undefined) {
        present = lower.includes(mark);
        known.set(mark, present);
      }
      return present;
    },
  };
}
