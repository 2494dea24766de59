import { quote } from '../../../go/format';
import { defineRule } from '../../rule';
import type { Lint, LintedContainer } from '../pod';
import { mayBeOutdated } from '../predicates';
import type { KnownProgram } from './known';
import { type Outdated, oldImage } from './old-image';
import type { Fix } from './program';
import { isAtLeast, versionOf } from './version';

/** A helper is copied from manifest to manifest with its image, and outlives it. */
export const IMAGE_OUTDATED = defineRule<Lint>({
  id: 'image-outdated',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake:
    'an image that has moved, is gone or at its end of life, or a version of a proxy or log shipper without an important fix',
  why: 'it gets no fixes, cannot be pulled, or lets attackers in',
  suggestion: 'use the image or the version that has replaced it',
  when: [mayBeOutdated],
  judge({ containers }, report) {
    for (const container of containers) {
      const found = oldImage(container.spec.image) ?? missingFixes(container);
      if (found) report(container.path.field('image'), found.message, found.suggestion);
    }
  },
});

function missingFixes({ knownProgram, spec }: LintedContainer): Outdated | undefined {
  const missing = knownProgram ? fixesBeyond(knownProgram) : [];
  if (!missing.length) return undefined;
  const about = missing.map((fix) => `${fix.cve} (${fix.about})`).join('; ');
  const newest = missing.reduce((a, b) => (isAtLeast(versionOf(a.version)!, b.version) ? a : b));
  const { name } = knownProgram!.program;
  return {
    message: `${quote(spec.image!)} lacks the fix of ${about}`,
    suggestion: `use ${name} ${newest.version} or later`,
  };
}

/** The fixes that are certain to be missing in a version. */
const fixesBeyond = ({ program: { fixes = [] }, version }: KnownProgram): readonly Fix[] =>
  version
    ? fixes.filter((fix) => !isAtLeast(version, fix.version) && (!fix.from || isAtLeast(version, fix.from)))
    : [];
