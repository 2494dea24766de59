import { quote } from '../../../go/format';
import type { FieldPath } from '../../path';
import type { Rule } from '../../rule';
import type { Verdict } from '../../verdict';
import { warnAt } from '../warn-at';

interface ResourceSlice {
  readonly spec?: { readonly driver?: string };
}

/** WarningsOnCreate, pkg/registry/resource/resourceslice 1.35 and 1.36. */
export function warnOfResourceSlice({ spec }: ResourceSlice, path: FieldPath, verdict: Verdict): void {
  if (verdict.minor >= 35) verdict.apply(DRIVER, spec?.driver ?? '', path.child('spec', 'driver'));
}

const DRIVER: Rule<string> = {
  id: 'driver-case',
  judge(driver, path, verdict) {
    if (driver === driver.toLowerCase()) return;
    warnAt(
      path,
      `driver names should be lowercase; ${quote(driver)} contains uppercase characters`,
      verdict,
      `write ${driver.toLowerCase()}`,
    );
  },
};
