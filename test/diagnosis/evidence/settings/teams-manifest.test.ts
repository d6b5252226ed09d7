import { describe, expect, it } from 'vitest';
import type { AddSetting } from '../../../../src/diagnosis/evidence/settings/add-setting.ts';
import { teamsManifest } from '../../../../src/diagnosis/evidence/settings/teams-manifest.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const APP = '6F0F9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e';

function read(paste: string): unknown[] {
  const found: unknown[] = [];
  const { text } = unwrap(paste);
  const add: AddSetting = (name, key, values, start, end) => {
    found.push([name, key, values, text.text.slice(start, end)]);
  };
  teamsManifest(text, add);
  return found;
}

describe('webApplicationInfo of a Teams manifest', () => {
  it('gives the app and the resource, as written', () => {
    expect(read(`"webApplicationInfo": {\n  "id": "${APP}",\n  "resource": "api://Rota.example/${APP}"\n}`)).toEqual([
      ['client-id', 'webApplicationInfo.id', [APP], `"id": "${APP}"`],
      [
        'sso-resource',
        'webApplicationInfo.resource',
        [`api://Rota.example/${APP}`],
        `"resource": "api://Rota.example/${APP}"`,
      ],
    ]);
  });

  it('gives the page of a tab', () => {
    expect(read('"contentUrl": "https://tab.example/home"')).toEqual([
      ['tab-page', 'contentUrl', ['https://tab.example/home'], 'contentUrl": "https://tab.example/home'],
    ]);
    expect(read('"contentUrl": "{{TAB}}"')).toEqual([]);
  });

  it('is read out of escaped JSON', () => {
    const escaped = JSON.stringify({
      manifest: JSON.stringify({ webApplicationInfo: { id: APP, resource: 'api://x.example' } }),
    });
    expect(read(escaped)).toHaveLength(2);
  });

  it.each([
    ['a sentence that names it', 'webApplicationInfo or resource not defined in manifest'],
    ['a placeholder', '"webApplicationInfo": { "id": "{{BOT_ID}}", "resource": "{{APP_URI}}" }'],
    ['the id of something else', '"webApplicationInfo": {}, "id": "6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e"'],
  ])('leaves %s', (_, paste) => {
    expect(read(paste)).toEqual([]);
  });
});
