import { quote } from '../../../go/format';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { Verdict } from '../../verdict';
import { warnAt } from '../warn-at';

interface ResourceSlice {
  readonly spec?: { readonly driver?: string };
}

/** WarningsOnCreate, pkg/registry/resource/resourceslice 1.35 and 1.36. */
export function warnOfResourceSlice({ spec }: ResourceSlice, path: FieldPath, verdict: Verdict): void {
  if (verdict.minor >= 35) verdict.apply(DRIVER, spec?.driver ?? '', path.child('spec', 'driver'));
}

export const DRIVER = defineRule<Rule<string>>({
  id: 'driver-case',
  stage: 'warn',
  mistake: 'a driver name with capitals',
  suggestion: 'write it in small letters',
  judge(driver, path, verdict) {
    if (driver === driver.toLowerCase()) return;
    warnAt(
      path,
      `driver names should be lowercase; ${quote(driver)} contains uppercase characters`,
      verdict,
      `write ${driver.toLowerCase()}`,
    );
  },
});
