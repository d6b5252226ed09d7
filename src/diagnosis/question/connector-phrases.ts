/** Power Automate and Logic Apps, by the gateway of their connections and by name. */
export const CONNECTOR_PHRASES = [
  'x-ms-apihub',
  '.azure-apim.net',
  '.azconn-',
  'power automate',
  'logic apps',
  'flow checker',
] as const;
