import { readParameters, readTemplate } from './arm/template.ts';

export const SSO_APP = '7d0c1f4e-52ab-4c0e-9d53-6a0b3f1c9e27';

/** Made up, and of the form that each has to have. */
export const SECURE = {
  databasePassword: 'made-Up/for?tests@1#',
  ssoAppSecret: 'made~Up.For_Tests-0123456789abcdefghijkl',
  tokenKeys: Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64'),
  metricsToken: 'made-up-for-tests-0123456789',
  webhookUrl: '',
  webhookSecret: '',
} as const;

export const SIZES = ['small', 'large'] as const;
export type Size = (typeof SIZES)[number];

export const azuredeploy = readTemplate('azuredeploy.json');
export const newResourceGroup = readTemplate('new-resource-group.json');

/** The values of a parameters file, filled in as somebody would. */
export function filledIn(template: 'azuredeploy' | 'new-resource-group', size: Size): Record<string, unknown> {
  const { parameters } = readParameters(`${template}.parameters.${size}.json`);
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  return { ...values, ssoAppId: SSO_APP, ...SECURE };
}
