import type { FactRule, Strength } from '../root-cause.ts';

/**
 * A rule for numbers that single sign-on in Office add-ins gives (`getAccessToken`).
 * https://learn.microsoft.com/office/dev/add-ins/develop/troubleshoot-sso-in-office-add-ins
 */
export function officeAddIn(codes: readonly string[], strength: Strength, says: string): FactRule {
  return {
    kind: 'facts',
    onlyWith: { evidence: ['exception'] },
    test: (facts) => {
      const error = facts
        .of('exception')
        .find(({ library, code }) => library === 'office-js' && code !== null && codes.includes(code));
      return error === undefined || facts.of('aadsts').length > 0
        ? undefined
        : { strength, at: error.span, says: `${error.code}: ${says}` };
    },
  };
}
