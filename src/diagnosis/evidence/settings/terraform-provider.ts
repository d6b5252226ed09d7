import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const MARK = literal('provider "azure');
const LONGEST = 1200;
const MOST = 6;
/** With one of these the provider signs in as an app; without, as the person of the Azure CLI. */
const CREDENTIAL =
  /^[ \t]{0,20}(?:client_secret(?:_file_path)?|client_certificate(?:_path)?|use_oidc|use_msi|use_aks_workload_identity)[ \t]{0,20}=[ \t]{0,4}(?!false\b)\S/m;

/**
 * `provider "azuread" { client_id = … client_secret = … }`: Terraform signs in as the app itself.
 * registry.terraform.io/providers/hashicorp/azuread/latest/docs (Authenticating to Entra ID)
 */
export function terraformProvider(text: MappedText, add: AddSetting): void {
  let seen = 0;
  for (const at of placesOf(text, MARK)) {
    if (++seen > MOST) return;
    const block = text.text.slice(at, at + LONGEST);
    const end = block.indexOf('\n}');
    const credential = CREDENTIAL.exec(end === -1 ? block : block.slice(0, end));
    if (credential === null) continue;
    const start = at + credential.index;
    add('grant', 'provider', ['client_credentials'], start, start + credential[0].length);
    return;
  }
}
