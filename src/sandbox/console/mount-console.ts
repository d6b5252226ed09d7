import type { Request, Response, Server } from 'restify';
import { namesThisMachine } from '../../http/loopback-host.ts';
import type { World } from '../world/world.ts';
import { AttachedFiles } from './chat/attached-files.ts';
import { ChatLog } from './chat/chat-log.ts';
import { mountChat } from './chat/mount-chat.ts';
import { mountConnector } from './chat/mount-connector.ts';
import { mountRelay } from './chat/mount-relay.ts';
import { OtherChannels } from './chat/other-channels.ts';
import { cardRenderer, PAGE_FILES, type PageFile, pageFile } from './page-file.ts';

export interface ConsoleParts {
  readonly world: World;
  /** The address of the sandbox, without a slash at the end. */
  readonly origin: string;
  readonly now: () => number;
  /** Where the bot takes activities; `null` or absent while there is no bot. */
  readonly botEndpoint?: () => string | null;
}

/**
 * Inline style attributes are what Microsoft's card renderer writes through the style object, which needs no exception;
 * nothing is loaded from elsewhere, and no other page may frame this one.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page at `/`, the chat behind it, and the connector by which the bot answers in that chat.
 *
 * @returns the team channels of other clients, once the bot was seen there
 */
export function mountConsole(server: Server, parts: ConsoleParts): OtherChannels {
  const log = new ChatLog(parts.now);
  const files = new AttachedFiles();
  const channels = new OtherChannels(parts.origin, log);
  for (const name of PAGE_FILES)
    server.get(
      name === 'index.html' ? '/' : `/console/${name}`,
      serving(() => pageFile(name)),
    );
  server.get('/console/adaptivecards.js', serving(cardRenderer));
  mountConnector(server, { world: parts.world, log, files });
  mountRelay(server, log, channels);
  mountChat(server, { ...parts, log, files, channels, botEndpoint: parts.botEndpoint ?? (() => null) });
  return channels;
}

function serving(load: () => Promise<PageFile | undefined>): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    const file = namesThisMachine(req.headers.host) ? await load() : undefined;
    if (file === undefined) {
      res.writeHead(404).end();
      return;
    }
    res.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': file.content.length,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    res.end(file.content);
  };
}
