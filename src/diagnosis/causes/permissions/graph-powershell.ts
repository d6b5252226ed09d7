import type { Facts } from '../../facts/facts.ts';

/** «Microsoft Graph Command Line Tools» and «Microsoft Azure PowerShell»: nobody else can add a permission to these. */
const OWN_APPS: ReadonlySet<string> = new Set([
  '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  '1950a258-227b-4e31-a9cf-717495945fc2',
]);

/** Cmdlets of the Graph module, where no app registration is named: then the module signs in by one of Microsoft's. */
export function inGraphPowershell(facts: Facts): boolean {
  return (
    facts.language === 'powershell' &&
    (facts.values.clientId === undefined || OWN_APPS.has(facts.values.clientId.toLowerCase())) &&
    facts.of('request').some((request) => request.host !== null && !/^\/(?:v1\.0|beta)\//.test(request.path))
  );
}
