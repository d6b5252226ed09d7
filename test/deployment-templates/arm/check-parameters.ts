import { isSecure, type Parameter, type ParametersFile, type Template } from './template.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
const SCRIPT_TYPES: Readonly<Record<string, string>> = { string: 'string', int: 'number', bool: 'boolean' };
/** Filled in by whoever deploys; said in angle brackets, and too short for what is wanted, so that nobody deploys it. */
const UNFILLED = /^<.+>$/;

/** What is wrong with a parameters file of a template, in words that name the place. */
export function checkParameters(file: ParametersFile, template: Template): readonly string[] {
  const given = Object.entries(file.parameters);
  const open = Object.entries(template.parameters).filter(
    ([name, parameter]) =>
      !isSecure(parameter) && !Object.hasOwn(parameter, 'defaultValue') && !Object.hasOwn(file.parameters, name),
  );
  return [
    ...(file.$schema === SCHEMA ? [] : ['$schema is not the one for parameters']),
    ...open.map(([name]) => `${name} is missing`),
    ...given.flatMap(([name, { value }]) => {
      const parameter = template.parameters[name];
      if (parameter === undefined) return [`${name} is no parameter of the template`];
      if (isSecure(parameter)) return value === undefined ? [] : [`${name} is secure and stands in the clear`];
      return valueProblem(parameter, value).map((problem) => `${name} ${problem}`);
    }),
  ];
}

function valueProblem(parameter: Parameter, value: unknown): string[] {
  const { type, allowedValues, minLength = 0, maxLength = Infinity, minValue, maxValue } = parameter;
  if (typeof value !== SCRIPT_TYPES[type]) return [`is not of the type ${type}`];
  if (allowedValues !== undefined && !allowedValues.includes(value)) return ['is not among the allowed values'];
  if (typeof value === 'string') {
    const fits = value.length >= minLength && value.length <= maxLength;
    if (UNFILLED.test(value)) return fits ? ['is not filled in, and Azure would not notice'] : [];
    return fits ? [] : ['is too short or too long'];
  }
  if (typeof value !== 'number') return [];
  return value < (minValue ?? value) || value > (maxValue ?? value) ? ['is too small or too large'] : [];
}
