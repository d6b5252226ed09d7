import { isLoopbackHost } from '../settings.ts';

/**
 * True where the `Host` header (RFC 9110, section 7.2) names this machine. A bot without authentication answers no
 * other: a web page whose name was made to point to 127.0.0.1 (DNS rebinding) would reach it with its own name.
 */
export function namesThisMachine(hostHeader: string | undefined): boolean {
  const url = `http://${hostHeader ?? ''}`;
  return hostHeader !== undefined && URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}
