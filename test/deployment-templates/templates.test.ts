import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DeploymentTemplate, newResourceGroup as written } from '../../scripts/deployment/new-resource-group.ts';
import { checkParameters } from './arm/check-parameters.ts';
import { checkTemplate } from './arm/check-template.ts';
import { deploy } from './arm/deployed.ts';
import { readParameters } from './arm/template.ts';
import { azuredeploy, filledIn, newResourceGroup, SIZES } from './templates-in-hand.ts';

const FILES = readdirSync(new URL('../../deploymentTemplates/', import.meta.url)).toSorted();

test('a template each for an existing and a new resource group, with two sizes', () => {
  expect(FILES).toEqual([
    'azuredeploy.json',
    'azuredeploy.parameters.large.json',
    'azuredeploy.parameters.small.json',
    'new-resource-group.json',
    'new-resource-group.parameters.large.json',
    'new-resource-group.parameters.small.json',
  ]);
});

describe.each(SIZES)('%s', (size) => {
  test('the template for an existing resource group is right', () => {
    expect(checkTemplate(azuredeploy, filledIn('azuredeploy', size))).toEqual([]);
  });

  test('the template for a new resource group is right, and so is the one inside', () => {
    expect(checkTemplate(newResourceGroup, filledIn('new-resource-group', size), 'subscription')).toEqual([]);
  });

  test('the parameters files fit, and leave out what is secret', () => {
    expect(checkParameters(readParameters(`azuredeploy.parameters.${size}.json`), azuredeploy)).toEqual([]);
    expect(checkParameters(readParameters(`new-resource-group.parameters.${size}.json`), newResourceGroup)).toEqual([]);
  });

  test('both say the same', () => {
    const { parameters } = readParameters(`new-resource-group.parameters.${size}.json`);
    const { resourceGroupName: _group, location: _location, ...rest } = parameters;
    expect(rest).toEqual(readParameters(`azuredeploy.parameters.${size}.json`).parameters);
  });
});

test('the template for a new resource group is written from the other', () => {
  expect(newResourceGroup).toEqual(written(azuredeploy as unknown as DeploymentTemplate));
});

test('what is asked for after a deployment is put out', () => {
  const { outputs } = deploy(azuredeploy, filledIn('azuredeploy', 'small'));
  expect(outputs).toMatchObject({
    botAppId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
    identifierUri: 'api://botid-2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
    redirectUri: 'https://token.botframework.com/.auth/web/redirect',
    publicUrl: 'https://my-why401.azurewebsites.net',
    webAppName: 'my-why401',
  });
  const redirectUri = (more: object): unknown =>
    deploy(azuredeploy, { ...filledIn('azuredeploy', 'small'), ...more }).outputs.redirectUri;
  expect(redirectUri({ botLocation: 'westeurope' })).toBe('https://europe.token.botframework.com/.auth/web/redirect');
  expect(redirectUri({ botLocation: 'centralindia' })).toBe('https://india.token.botframework.com/.auth/web/redirect');
  expect(redirectUri({ signIn: 'msal' })).toBe('https://my-why401.azurewebsites.net/auth/callback');
});
