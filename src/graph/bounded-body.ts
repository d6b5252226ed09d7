/** An answer was longer than what is read of one. */
export class AnswerTooLongError extends Error {
  static readonly code = 'ERR_ANSWER_TOO_LONG';
  readonly code = AnswerTooLongError.code;
  readonly limit: number;

  constructor(limit: number) {
    super(`The answer is longer than ${limit} bytes`);
    this.name = 'AnswerTooLongError';
    this.limit = limit;
  }
}

/** The body as text, at most `limit` bytes; whatever follows is never read. */
export async function boundedText(response: Response, limit: number, tooLong: 'cut' | 'throw'): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let room = limit;
  for await (const chunk of response.body) {
    if (chunk.byteLength > room) {
      // Leaving the loop cancels the stream, and with it the connection.
      if (tooLong === 'throw') throw new AnswerTooLongError(limit);
      return text + decoder.decode(chunk.subarray(0, room));
    }
    room -= chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
