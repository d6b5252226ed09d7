import type { DiagnoseOptions } from '../../diagnosis/diagnose.ts';
import type { PatchLanguage } from '../../diagnosis/diagnosis.ts';
import { PermissionFileError } from '../../diagnosis/permissions/permission-table.ts';
import { importedPermissions } from '../../permissions-import/permission-file.ts';
import type { CliIo } from '../cli-io.ts';
import { UsageError } from '../usage-error.ts';

/**
 * What every command hands to the engine: the instant, the language asked for, and the imported table of permissions.
 *
 * @throws {UsageError} where the imported table cannot be used
 */
export async function engineOptions(io: CliIo, language: PatchLanguage | null): Promise<DiagnoseOptions> {
  try {
    const permissions = await importedPermissions(io.env);
    return {
      now: io.now(),
      ...(language === null ? {} : { language }),
      ...(permissions === undefined ? {} : { permissions }),
    };
  } catch (error) {
    throw error instanceof PermissionFileError ? new UsageError(error.message) : error;
  }
}
