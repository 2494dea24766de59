import { reportOf } from '../../report';
import type { Report } from '../../report/reported';
import { versionOfPackage } from '../version';
import type { World } from '../world';
import type { Settings } from './settings';
import { SummaryReport } from './summary';

/** The report that is asked for. */
export function reportFor({ summary, format, color }: Settings, { cwd }: World): Report {
  return summary ? new SummaryReport() : reportOf(format, { color, toolVersion: versionOfPackage(), folder: cwd });
}
