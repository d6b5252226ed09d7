import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const OVER =
  "AADSTS7000222: The provided client secret keys for app '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' are expired.";
const first = (paste: string) =>
  diagnose(`${paste}\n${OVER}`, { now: Date.UTC(2026, 10, 22) }).fix?.patches[0]?.language;

it.each([
  'Zammad, channel Microsoft 365',
  'Grafana, data source Azure Monitor',
  '    at ExecuteContext.requestOAuth2 (/usr/local/lib/node_modules/n8n-core/src/x.ts:1071:23)',
  '\tat org.keycloak.broker.oidc.OIDCIdentityProvider.verifyAccessToken(OIDCIdentityProvider.java:557)',
])('a product that is set up is tried by hand: %s', (paste) => expect(first(paste)).toBe('curl'));

it.each([
  ['Our dashboards are in Grafana.\n   at Rota.Api.Program.Main() in /src/Program.cs:line 12', 'csharp'],
  ['Traceback (most recent call last):\n  File "app.py", line 3', 'python'],
  ['the nightly job', 'python'],
])('a program keeps its own language: %s', (paste, language) => expect(first(paste)).toBe(language));
