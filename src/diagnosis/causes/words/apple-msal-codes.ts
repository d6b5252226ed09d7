/**
 * MSAL for Apple platforms gives numbers, often nothing else: MSALErrorDomain, and within -50000 a second one under
 * MSALInternalErrorCodeKey (MSALError.h of microsoft-authentication-library-for-objc). The spellings in which they are
 * logged: NSError's description, a dictionary, and the sentence of the operating system.
 */
export function appleError(...codes: readonly number[]): string[] {
  return codes.flatMap((code) => [
    `msalerrordomain code=${code}`,
    `msalerrordomain error ${code}`,
    `msalerrordomain, ${code}`,
  ]);
}

/** The second number, which tells what -50000 was. */
export function appleInternalError(...codes: readonly number[]): string[] {
  return codes.flatMap((code) => [
    `msalinternalerrorcodekey=${code}`,
    `msalinternalerrorcodekey = "${code}`,
    `msalinternalerrorcodekey = ${code}`,
    `msalinternalerrorcodekey: ${code}`,
  ]);
}
