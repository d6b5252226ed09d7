import { CONSUMER_TENANT } from '../consumer-tenant.ts';

/** Made-up ids that stay the same from start to start, so that a chat or a test may name them. */
export const SAMPLE_IDS = {
  tenant: '4f6b2a10-9d3e-4c57-8a21-5e0c7b914d36',
  partnerTenant: 'b81d4c62-70fa-4e19-9c35-2a6f08e3d741',
  consumers: CONSUMER_TENANT,
  /** The app that why401 signs people in with. */
  app: '2d5c8e94-31b7-4a60-bf02-96d1e7a4c853',
  /** An API of the company's own. */
  ordersApi: '7a90e3f5-c246-4d81-a5be-0f82d63b19c7',
  ada: '11c7d2e8-5b04-4f93-8e6a-d07f3a92b415',
  ben: '2390f6b1-c8d7-4e25-91ab-6f4e80d5c372',
  chloe: '36a1e5d4-0f72-4b8c-a9d3-81c26eb7f049',
  rosaAsGuest: '48f3b7c0-e619-4d52-bc07-95e2a1d86f31',
  rosaAtHome: '59d2c6a8-1e3b-4075-8f94-c3b7e0a5d26e',
  /** Object ids of personal accounts begin with zeros: the rest is the account's PUID. */
  noor: '00000000-0000-0000-03d4-8c1fa72e6b90',
} as const;

/** The clients that Microsoft Teams signs in with: desktop and mobile, then the web. */
export const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;

export const SAMPLE_DOMAINS = {
  company: 'lumenworks.example',
  partner: 'harbour.example',
  personal: 'personal.example',
} as const;
