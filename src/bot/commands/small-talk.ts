import type { Answer } from '../answer.ts';

export function greetingAnswer(): Answer {
  return {
    text:
      'Hello! Paste an error from Microsoft Graph, Outlook or the Microsoft sign-in, just as you have it: a response, a ' +
      'header, a stack trace, a token, a few lines of settings. I will say what is wrong and what to change. ' +
      'Say “help” for more.',
  };
}

export function thanksAnswer(): Answer {
  return { text: 'Glad to help. When the next error comes, paste it here.' };
}
