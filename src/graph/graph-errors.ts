/** Graph answers in JSON; a proxy or a captive portal answers 200 with a page of its own. */
export class AnswerNotJsonError extends Error {
  static readonly code = 'ERR_ANSWER_NOT_JSON';
  readonly code = AnswerNotJsonError.code;

  constructor() {
    super('The answer is not JSON: a proxy may stand in between');
    this.name = 'AnswerNotJsonError';
  }
}

/** Holds nothing of the token. */
export class UnsendableTokenError extends Error {
  static readonly code = 'ERR_TOKEN_UNSENDABLE';
  readonly code = UnsendableTokenError.code;

  constructor() {
    super('The access token holds characters that no Authorization header takes');
    this.name = 'UnsendableTokenError';
  }
}
