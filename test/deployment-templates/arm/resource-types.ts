/** What is known of a type of resource. */
export interface ResourceType {
  /** Where this type at this version was seen in use: published templates and Microsoft's own samples. */
  readonly seenIn: string;
  /** What Azure takes as a name, the last segment of it where the type has a parent. */
  readonly name: RegExp;
  /** Whether the resource says where it is. */
  readonly location: 'own' | 'none';
}

/** Types with the versions of their API that we vouch for. Another version is another entry, looked up again. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'Microsoft.Resources/resourceGroups@2024-03-01': {
    seenIn: 'subscription templates of the Azure Developer CLI',
    name: /^[-\w.()]{1,89}[-\w()]$/,
    location: 'own',
  },
  'Microsoft.Resources/deployments@2022-09-01': {
    seenIn: 'Azure Verified Modules',
    name: /^[-\w.()]{1,64}$/,
    location: 'none',
  },
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31': {
    seenIn: 'templates of the Microsoft 365 Agents Toolkit',
    name: /^[A-Za-z0-9][-\w]{2,127}$/,
    location: 'own',
  },
  'Microsoft.OperationalInsights/workspaces@2022-10-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
    location: 'own',
  },
  'Microsoft.Insights/components@2020-02-02': {
    seenIn: 'Azure quickstart templates; the only stable version for workspace-based resources',
    name: /^[-\w.()]{1,260}$/,
    location: 'own',
  },
  'Microsoft.Insights/autoscalesettings@2022-10-01': {
    seenIn: 'the template reference of Microsoft.Insights',
    name: /^[^#<>%&:\\?/]{1,260}$/,
    location: 'own',
  },
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': {
    seenIn: 'Azure quickstart templates; no stable version has logs and metrics together',
    name: /^[^*<>%&:\\?+/]{1,260}$/,
    location: 'none',
  },
  'Microsoft.Network/virtualNetworks@2023-09-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z0-9][-\w.]{0,62}\w$/,
    location: 'own',
  },
  'Microsoft.Network/privateDnsZones@2020-06-01': {
    seenIn: 'Azure quickstart templates',
    name: /^(?:[a-z0-9-]{1,63}\.){2,33}[a-z0-9-]{1,63}$/,
    location: 'own',
  },
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01': {
    seenIn: 'Azure quickstart templates',
    name: /^\w[-\w.]{0,78}\w$/,
    location: 'own',
  },
  'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01': {
    seenIn: 'templates of the Azure Developer CLI',
    name: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    location: 'own',
  },
  'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01': {
    seenIn: 'Azure Verified Modules',
    name: /^[a-z_]\w{0,62}$/,
    location: 'none',
  },
  'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01': {
    seenIn: 'Azure Verified Modules',
    name: /^[a-z_.]{1,63}$/,
    location: 'none',
  },
  'Microsoft.KeyVault/vaults@2023-07-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
    location: 'own',
  },
  'Microsoft.KeyVault/vaults/secrets@2023-07-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z0-9-]{1,127}$/,
    location: 'none',
  },
  'Microsoft.Authorization/roleAssignments@2022-04-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    location: 'none',
  },
  'Microsoft.Web/serverfarms@2023-12-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z0-9-]{1,60}$/,
    location: 'own',
  },
  'Microsoft.Web/sites@2023-12-01': {
    seenIn: 'Azure quickstart templates',
    name: /^[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]$/,
    location: 'own',
  },
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01': {
    seenIn: 'templates of the Azure Developer CLI',
    name: /^(?:ftp|scm)$/,
    location: 'none',
  },
  'Microsoft.Web/sites/sitecontainers@2024-04-01': {
    seenIn: 'the App Service documentation, tutorial for sidecars of Linux apps',
    name: /^[a-z0-9-]{1,60}$/,
    location: 'none',
  },
  'Microsoft.BotService/botServices@2022-09-15': {
    seenIn: 'templates of the Microsoft 365 Agents Toolkit',
    name: /^[A-Za-z0-9][-\w.]{1,63}$/,
    location: 'own',
  },
  'Microsoft.BotService/botServices/channels@2022-09-15': {
    seenIn: 'templates of the Microsoft 365 Agents Toolkit',
    name: /^MsTeamsChannel$/,
    location: 'own',
  },
  'Microsoft.BotService/botServices/connections@2022-09-15': {
    seenIn: 'the Teams samples for single sign-on of bots',
    name: /^[A-Za-z0-9][-\w.]{1,63}$/,
    location: 'own',
  },
};
