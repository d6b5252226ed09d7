import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const APP = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const WRONG = `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${APP}'.`;
const EXPIRED = `AADSTS7000222: The provided client secret keys for app '${APP}' are expired.`;

function answer(paste: string) {
  const { fix } = diagnose(paste, { now: NOW });
  return {
    steps: fix?.steps.map(({ text, value }) => `${text} ${value ?? ''}`).join('\n') ?? '',
    patches: fix?.patches ?? [],
  };
}

describe('the secret of a pipeline', () => {
  test.each([
    ['Run azure/login@v2', 'gh secret set AZURE_CREDENTIALS', 'id-token: write'],
    ['##[error]Task: Azure App Service deploy', 'Service connections', '«Convert»'],
    ['with provider["registry.terraform.io/hashicorp/azurerm"]', 'ARM_CLIENT_SECRET', 'use_oidc = true'],
    ['cluster-autoscaler: azure_manager.go', `--service-principal ${APP}`, '--enable-managed-identity'],
  ])('%s', (mark, put, without) => {
    for (const refusal of [WRONG, EXPIRED]) {
      const { steps, patches } = answer(`${mark}\n${refusal}`);
      expect(steps).toContain(put);
      expect(steps).toContain(without);
      expect(patches).toEqual([]);
    }
  });

  test('a program has its settings, and code', () => {
    const { steps, patches } = answer(`msal.exceptions: ${WRONG}`);
    expect(steps).toContain('Put the value into the setting');
    expect(patches).not.toEqual([]);
  });
});
