import type { Field } from '../field';
import type { AnyObject } from '../kinds/strategy';
import { defineRule, type Rule } from '../rule';
import { effectiveName } from '../rules/metadata';
import { warnAt } from './warn-at';

const SUFFIX = '.static.k8s.io';

/**
 * WarningsForStaticSuffix, pkg/apis/admissionregistration/validation 1.36, where
 * ManifestBasedAdmissionControlConfig is off.
 */
export function warnOfStaticSuffix({ metadata = {} }: AnyObject, at: Field): void {
  if (at.minor === 36) {
    at.field('metadata', 'name').apply(STATIC_SUFFIX, effectiveName(metadata));
  }
}

/** ValidateStaticSuffix, 1.37, where the feature gate is on: the last of the rules for the kind. */
export function judgeStaticSuffix({ metadata = {} }: AnyObject, at: Field): void {
  if (at.minor >= 37) {
    at.field('metadata', 'name').apply(STATIC_SUFFIX_REFUSED, effectiveName(metadata));
  }
}

const TEXT = `names ending with "${SUFFIX}" are reserved for static manifest-based configurations and cannot be managed via the API`;

export const STATIC_SUFFIX = defineRule<Rule<string>>({
  id: 'reserved-name',
  stage: 'warn',
  mistake: 'a name that is reserved for static configuration',
  suggestion: 'rename it',
  judge(name, at) {
    if (name.endsWith(SUFFIX)) warnAt(at, TEXT, 'rename it');
  },
});

const STATIC_SUFFIX_REFUSED: Rule<string> = {
  id: STATIC_SUFFIX.id,
  judge(name, at) {
    if (name.endsWith(SUFFIX)) at.invalid(name, TEXT, { suggestion: 'rename it' });
  },
};
