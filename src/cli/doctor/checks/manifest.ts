import { readFile } from 'node:fs/promises';
import type { DoctorCheck } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, skipped } from '../finding.ts';
import type { Installation } from '../installation.ts';
import { isObject, objectsIn, textsIn } from '../is-object.ts';

/** Whether the Teams manifest names the same apps and hosts as the settings. */
export const manifestCheck: DoctorCheck = {
  id: 'manifest',
  applies: ({ bot }) => bot !== null,
  async run({ settings, manifestFile }) {
    const manifest = await readManifest(manifestFile);
    if (manifest === null) return skipped(`There is no manifest in ${manifestFile}; --manifest names another file.`);
    if (manifest === 'unreadable') {
      return {
        state: 'fail',
        says: `${manifestFile} is no JSON object.`,
        owner: 'app-developer',
        steps: [{ text: `Mend ${manifestFile}: Teams would refuse it.` }],
      };
    }
    const wanted = wantedValues(manifest, settings);
    const wrong = wanted.filter(({ found, fits }) => !isPlaceholder(found) && !fits);
    const open = wanted.filter(({ found }) => isPlaceholder(found));
    if (wrong.length > 0) return mismatch(manifestFile, wrong);
    if (open.length === 0) return pass(`${manifestFile} names the apps and hosts of the settings.`);
    return pass(
      `${manifestFile} is a template. When it is packed, ${open.map(({ name, value }) => `${name} must be ${value}`).join(', ')}.`,
    );
  },
};

interface Wanted {
  readonly name: string;
  readonly found: unknown;
  readonly value: string;
  readonly fits: boolean;
}

function wantedValues(
  manifest: Readonly<Record<string, unknown>>,
  { bot, signIn }: Installation['settings'],
): Wanted[] {
  const botId = bot?.appId ?? '';
  const found = objectsIn(manifest.bots)[0]?.botId;
  const values: Wanted[] = [{ name: 'bots[0].botId', found, value: botId, fits: sameId(found, botId) }];
  if (signIn === null) return values;
  const info = isObject(manifest.webApplicationInfo) ? manifest.webApplicationInfo : {};
  values.push({
    name: 'webApplicationInfo.id',
    found: info.id,
    value: signIn.ssoAppId,
    fits: sameId(info.id, signIn.ssoAppId),
  });
  if (signIn.way === 'msal' && signIn.appIdUri !== undefined) {
    const { appIdUri } = signIn;
    values.push({
      name: 'webApplicationInfo.resource',
      found: info.resource,
      value: appIdUri,
      fits: info.resource === appIdUri,
    });
  }
  const host = signIn.way === 'msal' ? new URL(signIn.publicUrl).host : 'token.botframework.com';
  const domains = textsIn(manifest.validDomains);
  const placeholder = domains.find(isPlaceholder);
  const listed = domains.includes(host);
  values.push({
    name: 'validDomains',
    found: listed ? host : (placeholder ?? domains.join(', ')),
    value: host,
    fits: listed,
  });
  return values;
}

function mismatch(file: string, wrong: readonly Wanted[]): DoctorFinding {
  return {
    state: 'fail',
    says: wrong.map(({ name, found, value }) => `In ${file}, ${name} is ${shown(found)} and not ${value}.`).join(' '),
    cause: 'bot-sso-misconfigured',
    owner: 'app-developer',
    steps: [
      ...wrong.map(({ name, value }) => ({ text: `Set ${name} in ${file}.`, value })),
      { text: 'Raise its version, pack it again and upload it: Teams keeps the old one until then.' },
    ],
  };
}

function shown(found: unknown): string {
  return typeof found === 'string' && found !== '' ? found.slice(0, 80) : 'absent';
}

function sameId(found: unknown, id: string): boolean {
  return typeof found === 'string' && found.toLowerCase() === id.toLowerCase();
}

/** `${{BOT_ID}}` is how the Microsoft 365 Agents Toolkit marks what it fills in. */
function isPlaceholder(found: unknown): boolean {
  return typeof found === 'string' && /\$?\{\{[^}]{1,100}\}\}/.test(found);
}

async function readManifest(file: string): Promise<Readonly<Record<string, unknown>> | 'unreadable' | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const manifest: unknown = JSON.parse(text);
    return isObject(manifest) ? manifest : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
