import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

/** Beyond this much of a refused body the connection is cut instead of read to its end. */
const DRAINED_AT_MOST = 16 * 1024 * 1024;

/**
 * The body of a request as JSON.
 *
 * A body that is too large is refused as soon as that is known. Its rest is still read and thrown away, so that the
 * caller, who is busy sending, gets to see the answer.
 *
 * @param limit in bytes
 * @throws HttpError 400 for what is no JSON, 413 above the limit, 415 for another content type or an encoding
 */
export async function readJsonBody(req: IncomingMessage, limit: number): Promise<unknown> {
  assertPlainJson(req);
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    drain(req);
    throw tooLarge(limit);
  }
  const text = (await collect(req, limit)).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the body, which may hold a secret.
    throw new HttpError(400, 'InvalidJson', 'The body is not valid JSON.');
  }
}

/** Another content type than JSON is also what a web page can send across origins without asking. */
function assertPlainJson(req: IncomingMessage): void {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type.trim() !== 'application/json' || !utf8) {
    drain(req);
    throw new HttpError(415, 'UnsupportedMediaType', 'Send the activity as application/json in UTF-8.');
  }
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    drain(req);
    throw new HttpError(415, 'UnsupportedContentEncoding', 'Send the activity without a Content-Encoding.');
  }
}

function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      req.off('data', onData);
      drain(req);
      reject(tooLarge(limit));
    };
    req.on('data', onData);
    req.once('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    req.once('error', () => reject(new HttpError(400, 'RequestAborted', 'The request ended before its body did.')));
  });
}

function drain(req: IncomingMessage): void {
  let drained = 0;
  req.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAINED_AT_MOST) req.destroy();
  });
  req.on('error', () => {});
  req.resume();
}

function tooLarge(limit: number): HttpError {
  const megabytes = (limit / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });
  return new HttpError(413, 'BodyTooLarge', `The body is larger than ${megabytes} MB. Send a shorter paste.`);
}
