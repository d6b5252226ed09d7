/** Where `npm run package` puts the Teams app, and where it is looked for. */
export const APP_PACKAGE_FILE = 'build/why401-teams.zip';

/** A Teams app package, or the folder that one is made of, as far as it was read. */
export interface AppPackage {
  /** Its path, for people. */
  readonly file: string;
  /** A package is filled in; a template is what `npm run package` fills in. */
  readonly kind: 'package' | 'template';
  readonly manifest: Readonly<Record<string, unknown>>;
  /** By their path inside the package. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What is wrong with a package: as with settings, what to change and how. */
export interface PackageProblem {
  /** The variable, the file, or the place in the manifest. */
  readonly name: string;
  readonly problem: string;
  readonly fix: string;
}

/** `${{BOT_ID}}` is how the Microsoft 365 Agents Toolkit marks what it fills in. */
export function isPlaceholder(found: unknown): boolean {
  return typeof found === 'string' && /\$?\{\{[^}]{1,100}\}\}/.test(found);
}
