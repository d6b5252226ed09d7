import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedDelivery {
  readonly id: string;
  readonly type: string;
  /** `case 17`. */
  readonly about: string;
  readonly version: number;
  readonly body: string;
  readonly signature: string;
  /** What it was answered. */
  readonly status: number;
}

export interface ReceiverAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedDelivery[];
  /** Those that were answered 2xx. */
  taken(): readonly ReceivedDelivery[];
  /** What comes next is answered so. */
  answer: (delivery: Omit<ReceivedDelivery, 'status'>) => ReceiverAnswer | Promise<ReceiverAnswer>;
  close(): Promise<void>;
}

/** A ticket system on loopback. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedDelivery[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString();
    const payload = JSON.parse(body);
    const [what, subject] =
      'case' in payload ? (['case', payload.case] as const) : (['incident', payload.incident] as const);
    const delivery = {
      id: payload.id,
      type: payload.type,
      about: `${what} ${subject.number}`,
      version: subject.version,
      body,
      signature: String(request.headers['why401-signature']),
    };
    const { status, headers } = await receiver.answer(delivery);
    received.push({ ...delivery, status });
    // restify, where it runs in the same process, makes writeHead return nothing.
    response.writeHead(status, headers);
    response.end('an answer that nobody reads');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/why401?sig=query-of-the-address`,
    received,
    taken: () => received.filter(({ status }) => status >= 200 && status < 300),
    answer: () => ({ status: 204 }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}
