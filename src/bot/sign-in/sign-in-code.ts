const CODE = /^(?:(?:(?:my|the) )?(?:sign-?in )?code(?: is|:)? )?(\d{3})[ -]?(\d{3})\.?$/i;

/** The six digits of a message that is nothing else; `undefined` for a paste that happens to hold six digits. */
export function signInCodeIn(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 40) return undefined;
  const found = CODE.exec(text.trim().replace(/\s+/g, ' '));
  return found === null ? undefined : `${found[1]}${found[2]}`;
}
