/** The id of the prompt inside the sign-in dialog, whichever way people sign in. It stands in the store. */
export const PROMPT = 'prompt';
