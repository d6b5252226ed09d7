import { describe, expect, it } from 'vitest';
import { terraformProvider } from '../../../../src/diagnosis/evidence/settings/terraform-provider.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function signsInAsApp(text: string): boolean {
  let found = false;
  terraformProvider(original(text), () => {
    found = true;
  });
  return found;
}

describe('a provider of Terraform that signs in as an app', () => {
  it.each([
    'provider "azuread" {\n  client_id = "a"\n  client_secret = var.secret\n}',
    'provider "azurerm" {\n  features {}\n  use_oidc = true\n}',
    'provider "azapi" {}\nprovider "azuread" {\n  use_msi = true\n}',
  ])('%s', (text) => {
    expect(signsInAsApp(text)).toBe(true);
  });

  it.each([
    'provider "azuread" {\n  tenant_id = "a"\n}',
    'provider "azuread" {\n  use_oidc = false\n}',
    'provider "azuread" {\n}\nresource "x" "y" {\n  client_secret = "a"\n}',
    'provider "aws" {\n  client_secret = "a"\n}',
  ])('not %s', (text) => {
    expect(signsInAsApp(text)).toBe(false);
  });
});
