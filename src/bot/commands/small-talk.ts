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
      'The steps stand under “What to do” in my answer above, and at its top who can do them. Where that is somebody ' +
      'else, send them “Message to forward”. If a step does not go, paste what it says, and I look at that.',
  };
}

/** After an answer that somebody doubts: what its verdict rests on. */
export function howSureAnswer(): Answer {
  return {
    text:
      'It stands at the top of my answer: “Certain” where the service’s own words or the token leave nothing else, ' +
      '“Likely” where they leave a little, “Possible” where it is a guess. Your own lines that I went by are quoted with ' +
      'what each of them tells. If you know of something that speaks against it, paste that, and I look again.',
  };
}

/** For somebody who wants a person. */
export function humanAnswer(): Answer {
  return {
    text:
      'I am a program, and nobody reads along here. What I can do for you: paste what you see, and I say who has to act, ' +
      'with a message for them that you can forward. For everything else ask the helpdesk of your organisation.',
  };
}

/** @param cards whether the client shows cards: elsewhere the code stands in the answer */
export function showCodeAnswer(cards: boolean): Answer {
  const where = cards
    ? 'Press “Show the code” in my answer above and choose the language: it has your own values in it. Where there is no ' +
      'such button, no change of code mends it.'
    : 'Where a change of code mends it, the code stands in my answer above, with your own values in it. For another ' +
      'language, paste the error once more together with a few lines of your program.';
  return { text: where };
}
