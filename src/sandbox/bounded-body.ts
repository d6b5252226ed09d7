import type { IncomingMessage } from 'node:http';

/**
 * The body of a request, never more than `limit` bytes of it in memory.
 *
 * @param tooLarge what the protocol answers to a longer one
 */
export async function boundedBody(req: IncomingMessage, limit: number, tooLarge: () => Error): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
