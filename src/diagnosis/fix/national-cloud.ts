import type { Cloud } from '../facts/facts.ts';

/** The addresses of one national cloud, https://learn.microsoft.com/graph/deployments */
export interface CloudHosts {
  readonly login: string;
  readonly graph: string;
  /** The name that `Connect-MgGraph -Environment` takes. */
  readonly graphEnvironment: string;
  readonly portal: string;
  /** The member of MSAL's `AzureCloudInstance`. */
  readonly msalInstance: string;
}

export const CLOUD_HOSTS: Readonly<Record<Cloud, CloudHosts>> = {
  public: {
    login: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    graphEnvironment: 'Global',
    portal: 'entra.microsoft.com',
    msalInstance: 'AzurePublic',
  },
  'us-government': {
    login: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    graphEnvironment: 'USGov',
    portal: 'entra.microsoft.us',
    msalInstance: 'AzureUsGovernment',
  },
  china: {
    login: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    graphEnvironment: 'China',
    portal: 'entra.microsoftonline.cn',
    msalInstance: 'AzureChina',
  },
  // Closed on 29 October 2021: its tenants moved to the public cloud.
  germany: {
    login: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    graphEnvironment: 'Global',
    portal: 'entra.microsoft.com',
    msalInstance: 'AzurePublic',
  },
};

/** The cloud that a login or API host belongs to; `null` for hosts of no cloud of Microsoft's. */
export function cloudOfHost(host: string): Cloud | null {
  const name = host.toLowerCase();
  if (/(?:^|\.)(?:microsoftonline|microsoft|office365|usgovcloudapi|azure)\.(?:us|net)$/.test(name)) {
    return name.endsWith('.us') || name.endsWith('usgovcloudapi.net') ? 'us-government' : null;
  }
  if (/(?:^|\.)(?:microsoftonline|chinacloudapi|partner\.outlook|azure)\.cn$/.test(name)) return 'china';
  if (/(?:^|\.)(?:microsoftonline|cloudapi|microsoft|azure)\.de$/.test(name)) return 'germany';
  if (/(?:^|\.)(?:microsoftonline|microsoft|windows|office|office365)\.com$/.test(name)) return 'public';
  return null;
}
