import type { Facts } from '../../facts/facts.ts';

/** Cmdlets of the Graph module, where no app registration is named: then the module signs in by one of Microsoft's. */
export function inGraphPowershell(facts: Facts): boolean {
  return (
    facts.language === 'powershell' &&
    facts.values.clientId === undefined &&
    facts.of('request').some((request) => request.host !== null && !/^\/(?:v1\.0|beta)\//.test(request.path))
  );
}
