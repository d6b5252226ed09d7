import { shapeOf } from './lookalikes.ts';
import type { FindRepairs, Repair } from './repair.ts';

/** `https://` with a letter or a stroke misread, or a space in it; a name of a host follows. */
const SCHEME = /(?<![A-Za-z])[hH][tTfil1]{2}p([sS5]?)\s?[:;.]?\s?\/\s?[/fl|I]\s?(?=[A-Za-z0-9{<[])/g;

/** Hosts that rules ask for. */
const HOSTS: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.windows.net',
  'login.live.com',
  'sts.windows.net',
  'graph.microsoft.com',
  'graph.microsoft.us',
  'graph.windows.net',
  'microsoftgraph.chinacloudapi.cn',
  'outlook.office.com',
  'outlook.office365.com',
  'management.azure.com',
  'api.botframework.com',
  'token.botframework.com',
];
const BY_SHAPE: ReadonlyMap<string, string> = new Map(HOSTS.map((host) => [hostShape(host), host]));
/** Something like a host of at least two dots, with a space at a dot at most. */
const HOST = /(?<![\w.@-])(?:[\w|!-]{2,20}\s?[.,]\s?){1,3}(?:[cC][o0O]m|net|us|cn)(?![\w-])/g;

/** Schemes and the names of Microsoft's hosts. */
export const addressRepairs: FindRepairs = (text) => {
  const repairs: Repair[] = [];
  const add = (start: number, read: string, by: string): void => {
    if (by !== read) repairs.push({ kind: 'address', start, end: start + read.length, by });
  };
  for (const match of text.matchAll(SCHEME)) add(match.index, match[0], match[1] === '' ? 'http://' : 'https://');
  for (const match of text.matchAll(HOST)) {
    const host = BY_SHAPE.get(hostShape(match[0]));
    // Hosts are the same in upper case.
    if (host !== undefined && match[0].toLowerCase() !== host) add(match.index, match[0], host);
  }
  return repairs.sort((a, b) => a.start - b.start);
};

/** `rn` is read as `m`, `vv` as `w`, and the other way round. */
function hostShape(host: string): string {
  return shapeOf(
    host.toLowerCase().replace(/\s/g, '').replaceAll(',', '.').replaceAll('rn', 'm').replaceAll('vv', 'w'),
  );
}
