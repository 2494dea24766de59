import { qualifiedName } from '../../apimachinery/labels';
import { quote } from '../../go/format';
import { DEPRECATED_KIND } from '../deprecated-kind';
import type { Field } from '../field';
import { FieldPath } from '../path';
import type { RawFinding } from '../collector';
import type { CustomKind } from './custom-kind';
import { compareVersions } from './version-order';

/** What a server says of a deprecated version (defaultDeprecationWarning, pkg/apiserver 1.36). */
export function deprecation({ crd, version }: CustomKind): RawFinding[] {
  if (!version.deprecated) return [];
  const { group, names, versions = [] } = crd.spec ?? {};
  const [newest] = versions
    .filter(
      ({ served, deprecated, name = '' }) =>
        served && !deprecated && compareVersions(version.name!, name) < 0,
    )
    .sort((a, b) => compareVersions(b.name!, a.name!));
  const instead = newest ? `; use ${group}/${newest.name} ${names?.kind}` : '';
  const usual = `${group}/${version.name} ${names?.kind} is deprecated${instead}`;
  return [
    {
      rule: DEPRECATED_KIND.id,
      level: 'warning',
      stage: 'warn',
      path: FieldPath.of('apiVersion'),
      message: version.deprecationWarning ?? usual,
      suggestion: newest && `use apiVersion ${group}/${newest.name}`,
    },
  ];
}

const STANDARD: ReadonlySet<string> = new Set(['orphan', 'foregroundDeletion', 'kubernetes']);

/** generateWarningsFromObj, pkg/registry/customresource 1.30 to 1.37. */
export function warnOfFinalizers(finalizers: readonly string[], at: Field): void {
  for (const finalizer of [...new Set(finalizers)].sort()) {
    const place = at.shownAt(at.index(finalizers.indexOf(finalizer)));
    const warn = (text: string) => place.warn(`metadata.finalizers: ${quote(finalizer)}: ${text}`);
    qualifiedName(finalizer, at.minor).forEach(warn);
    if (finalizer.includes('/') || STANDARD.has(finalizer)) continue;
    const path = finalizer.includes('.') && at.minor >= WITH_PATH ? ' including a path (/)' : '';
    warn(
      `prefer a domain-qualified finalizer name${path} to avoid accidental conflicts with other finalizer writers`,
    );
  }
}

/** First minor that asks for a path of a domain without one. */
const WITH_PATH = 32;
