/** How a look-up went, where not all of it went well. */
export function lookUpNote(
  resolved: { readonly signIn?: unknown; readonly refusal?: unknown; readonly cannotAsk?: boolean },
  signedIn: boolean,
): string | undefined {
  if (resolved.cannotAsk === true)
    return 'I cannot look people up by name here (the connection of this bot does not ask for the permission People.Read): give the address.';
  if (resolved.refusal !== undefined) return 'I could not look people up just now. Give the address.';
  if (resolved.signIn !== undefined)
    return 'To look people up by name I need the permission People.Read; I ask you for it when you press Create. With an address it is not needed.';
  return signedIn
    ? undefined
    : 'Names are looked up once you are signed in; you see the addresses before anybody is invited.';
}
