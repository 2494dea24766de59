import { quote } from '../../../go/format';
import { defineRule } from '../../rule';
import { type ImageName, imageNameOf } from '../images';
import type { Lint, LintedContainer } from '../pod';
import { OLD_IMAGES } from './facts/old-images';
import { endsInPath, type KnownProgram } from './known';
import type { Fix, OldImage } from './program';
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
  judge({ containers }, report) {
    for (const container of containers) {
      const found = oldImage(container) ?? missingFixes(container);
      if (found) report(container.path.field('image'), found.message, found.suggestion);
    }
  },
});

interface Outdated {
  readonly message: string;
  readonly suggestion: string;
}

/** A cheap look at what most images are not. */
const MAY_BE_OLD = new RegExp(OLD_IMAGES.map(({ path }) => path).join('|'));

function oldImage({ spec: { image } }: LintedContainer): Outdated | undefined {
  const name = image && MAY_BE_OLD.test(image) ? imageNameOf(image) : undefined;
  const old = name && OLD_IMAGES.find((candidate) => isOld(candidate, name));
  if (!old) return undefined;
  const tag = name.tag ? `:${name.tag}` : '';
  const rest = old.path.endsWith('/') ? `${name.base}${tag}` : tag;
  return { message: `${quote(image!)} ${old.problem}`, suggestion: old.instead.replace('*', rest) };
}

function isOld({ path, registries, versionsOnly }: OldImage, name: ImageName): boolean {
  if (versionsOnly && (!versionOf(name.tag) || name.digest)) return false;
  const { registry, repository } = name;
  if (!registries) return endsInPath(repository, path);
  const below = registry ? repository.slice(registry.length + 1) : repository;
  return registries.includes(registry) && (path.endsWith('/') ? below.startsWith(path) : below === path);
}

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
