import type { Answer } from '../answer.ts';

/** What to send, to somebody who says hello. */
export function greetingAnswer(): Answer {
  return {
    text:
      'Hello! Paste an error from Microsoft Graph, Outlook or the Microsoft sign-in, just as you have it: a response, a ' +
      'header, a stack trace, a token, a few lines of settings. I will say what is wrong and what to change. ' +
      'Say “help” for more.',
  };
}

/** To somebody who says thank you. */
export function thanksAnswer(): Answer {
  return { text: 'Glad to help. When the next error comes, paste it here.' };
}

/**
 * After an answer that did not help. What was changed often has not arrived: a token keeps the permissions it was issued
 * with, a program the settings it read at its start, and Exchange Online and Entra ID take their time with policies and roles.
 */
export function stillFailingAnswer(): Answer {
  return {
    text:
      'Then paste what it says now, whole: the status line, the headers and the body. Other words than before mean that ' +
      'the next thing is wrong; the same words mean that the change has not arrived yet. Before you try again: sign in ' +
      'afresh (a token keeps the permissions that it was issued with), restart the program after a changed secret or ' +
      'setting, and give a changed policy or role up to an hour.',
  };
}

/** After an answer whose steps were not found. */
export function whatNowAnswer(): Answer {
  return {
    text:
      'The steps stand under “What to do” in my answer above, and above its headline who can do them. Where that is ' +
      'somebody else, send them “Message to forward”. If a step does not go, paste what it says, and I look at that.',
  };
}
