/** What is used of express, which brings no types. */
declare module 'express' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  export interface Response extends ServerResponse {
    status(code: number): this;
    send(body: unknown): this;
  }
  type Handler = (req: IncomingMessage, res: Response) => Promise<void> | void;
  interface Application {
    use(middleware: unknown): void;
    post(path: string, handler: Handler): void;
    listen(port: number, host: string, onListening: () => void): Server;
  }
  interface Express {
    (): Application;
    json(): unknown;
  }
  const express: Express;
  export default express;
}
