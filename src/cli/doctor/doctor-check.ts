import type { Settings } from '../../settings.ts';
import type { DoctorCheckId, DoctorFinding } from './doctor-report.ts';
import type { Installation } from './installation.ts';

/** One thing that an installation must have right. */
export interface DoctorCheck {
  readonly id: DoctorCheckId;
  /** Whether it has a meaning for these settings. */
  applies(settings: Settings): boolean;
  run(installation: Installation): Promise<DoctorFinding>;
}

export const always = (): boolean => true;

/** Where there are credentials, or would be if they were right. */
export function isConnected(settings: Pick<Settings, 'sandbox'>): boolean {
  return settings.sandbox === null;
}
