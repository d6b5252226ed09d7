import { isObject } from '../../src/cli/json-parts.ts';
import type { AppValues } from './app-values.ts';
import { authorizationOf, type TeamPermission } from './listen-permissions.ts';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * The manifest of a package: every `${{NAME}}` replaced. What a value that is not there stands in is left out: an entry of
 * a list, a property, and `webApplicationInfo` as a whole, for half of it means nothing.
 *
 * @param permissions what the owners of a team are asked for
 */
export function fillManifest(template: Manifest, values: AppValues, permissions: readonly TeamPermission[]): Manifest {
  const filled = fill(template, values);
  const manifest: Record<string, unknown> = isObject(filled) ? { ...filled } : {};
  if (values.SSO_APP_ID === null || values.SSO_APP_ID_URI === null) delete manifest.webApplicationInfo;
  if (permissions.length > 0) manifest.authorization = authorizationOf(permissions);
  return manifest;
}

function fill(value: unknown, values: AppValues): unknown {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((item) => fill(item, values)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => [key, fill(child, values)] as const)
      .filter(([, child]) => child !== undefined),
  );
}

/** A name that is not known stays as it stands, and the check of the package tells of it. */
function fillText(text: string, values: AppValues): string | undefined {
  let complete = true;
  const filled = text.replace(/\$\{\{(\w{1,60})\}\}/g, (placeholder, name: string) => {
    if (!Object.hasOwn(values, name)) return placeholder;
    const value = values[name as keyof AppValues];
    complete &&= value !== null;
    return value ?? '';
  });
  return complete ? filled : undefined;
}
