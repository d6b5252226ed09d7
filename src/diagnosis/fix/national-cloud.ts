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
  switch (name.slice(name.lastIndexOf('.'))) {
    case '.com':
      return PUBLIC.test(name) ? 'public' : null;
    case '.us':
    case '.net':
      return US_GOVERNMENT.test(name) ? 'us-government' : null;
    case '.cn':
      return CHINA.test(name) ? 'china' : null;
    case '.de':
      return GERMANY.test(name) ? 'germany' : null;
    default:
      return null;
  }
}

const PUBLIC = /(?:^|\.)(?:microsoftonline|microsoft|windows|office|office365)\.com$/;
const US_GOVERNMENT = /(?:^|\.)(?:(?:microsoftonline|microsoft|office365|usgovcloudapi|azure)\.us|usgovcloudapi\.net)$/;
const CHINA = /(?:^|\.)(?:microsoftonline|chinacloudapi|partner\.outlook|azure)\.cn$/;
const GERMANY = /(?:^|\.)(?:microsoftonline|cloudapi|microsoft|azure)\.de$/;
