import type { AnyObject } from '../kinds/strategy';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import { effectiveName } from '../rules/metadata';
import type { Verdict } from '../verdict';
import { warnAt } from './warn-at';

const SUFFIX = '.static.k8s.io';

/**
 * WarningsForStaticSuffix, pkg/apis/admissionregistration/validation 1.36, where
 * ManifestBasedAdmissionControlConfig is off.
 */
export function warnOfStaticSuffix({ metadata = {} }: AnyObject, path: FieldPath, verdict: Verdict): void {
  if (verdict.minor >= 36) {
    verdict.apply(STATIC_SUFFIX, effectiveName(metadata), path.field('metadata', 'name'));
  }
}

export const STATIC_SUFFIX = defineRule<Rule<string>>({
  id: 'reserved-name',
  stage: 'warn',
  mistake: 'a name that is reserved for static configuration',
  suggestion: 'rename it',
  judge(name, path, verdict) {
    if (!name.endsWith(SUFFIX)) return;
    warnAt(
      path,
      `names ending with "${SUFFIX}" are reserved for static manifest-based configurations and cannot be managed via the API`,
      verdict,
      'rename it',
    );
  },
});
