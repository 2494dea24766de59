import { goString } from '../../../go/format';
import { list } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceDefinitionVersion } from '../../schema/types';
import { isPrintable } from '../../../go/printable';
import type { InternalSpec } from './moved';
import { judgeLabel } from './names';
import { shownVersions } from './shown';

/** The name of a version and what it says if it is deprecated. */
export const VERSION = defineRule<Rule<CustomResourceDefinitionVersion>>({
  id: 'crd-version',
  stage: 'judge',
  mistake:
    'a version of a custom resource with a malformed name, without a schema, or with a deprecation warning that a server does not take',
  suggestion: 'use a name such as v1, and set `deprecationWarning` with `deprecated: true` only',
  judge: ({ name = '' }, at) => judgeLabel(name, at.field('name')),
});

/** validateCustomResourceDefinitionSpec, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const SCHEMA_MISSING: Rule<InternalSpec> = {
  id: VERSION.id,
  judge({ versions = [], shared, parts }, at) {
    if (shared.schema?.value.openAPIV3Schema) return;
    versions.forEach((_, index) => {
      if (parts[index].schema?.value.openAPIV3Schema) return;
      at.index(index)
        .field('schema', 'openAPIV3Schema')
        .required(at.minor >= 34 ? '' : 'schemas are required', {
          suggestion:
            'set the schema, at least "type: object" with "x-kubernetes-preserve-unknown-fields: true"',
        });
    });
  },
};

/** validateDeprecationWarning, 1.30 to 1.37. */
export const DEPRECATION_WARNING: Rule<CustomResourceDefinitionVersion> = {
  id: VERSION.id,
  field: 'deprecationWarning',
  judge({ deprecated, deprecationWarning: text }, at) {
    if (text === undefined) return;
    const problems = deprecated ? problemsOf(text) : ['can only be set for deprecated versions'];
    at.field('deprecationWarning').invalidEach(goString(text), problems, {
      suggestion: deprecated ? undefined : 'set deprecated: true, or remove deprecationWarning',
    });
  },
};

function problemsOf(text: string): string[] {
  const problems: string[] = [];
  if (Buffer.byteLength(text) > 256) problems.push('must be <= 256 characters long');
  if (text === '') problems.push('must not be an empty string');
  const at = [...text].findIndex((character) => !isPrintable(character));
  if (at >= 0) {
    const index = Buffer.byteLength([...text].slice(0, at).join(''));
    problems.push(
      `must only contain printable UTF-8 characters; non-printable character found at index ${index}`,
    );
  }
  return problems;
}

/** One version is stored, and names are not used twice. */
export const STORAGE_VERSION = defineRule<Rule<InternalSpec>>({
  id: 'crd-storage-version',
  stage: 'judge',
  mistake: 'versions of a custom resource of which not exactly one is stored, or with the same name',
  suggestion: 'set `storage: true` for exactly one version',
  judge({ versions }, at) {
    const all = versions ?? [];
    const names = all.map(({ name = '' }) => name);
    const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
    if (repeated >= 0) {
      at.shownAt(at.index(repeated).field('name')).invalid(
        shownVersions(versions),
        'must contain unique version names',
        { suggestion: 'rename or remove one of them' },
      );
    }
    const stored = all.filter(({ storage }) => storage);
    if (stored.length !== 1) {
      const detail = 'must have exactly one version marked as storage version';
      at.invalid(shownVersions(versions), detail, storageHint(stored.length));
    }
  },
});

/** The name of the first version once more, where a server has it. */
export const FIRST_VERSION: Rule<InternalSpec> = {
  id: VERSION.id,
  judge({ versions = [] }, at) {
    const name = versions[0]?.name;
    if (name) judgeLabel(name, at, { follows: [at.root().field('spec', 'versions').index(0).field('name')] });
  },
};

const storageHint = (stored: number) => ({
  suggestion: stored ? 'keep storage: true in one version only' : 'set storage: true for one version',
});

/**
 * What a server fills in as the stored versions: PrepareForCreate, pkg/registry/customresourcedefinition, and
 * ValidateCustomResourceDefinitionStoredVersions, 1.30 to 1.37.
 */
export const STORED_VERSIONS: Rule<InternalSpec> = {
  id: STORAGE_VERSION.id,
  judge({ versions = [] }, at) {
    const first = versions.find(({ storage }) => storage);
    const hint = { follows: [at.root().field('spec', 'versions')] };
    if (!first) {
      at.invalid(list(undefined, 'string'), 'must have at least one stored version', hint);
      return;
    }
    const known = new Set([first.name ?? '']);
    for (const { name = '', storage } of versions) {
      if (storage && !known.has(name)) {
        const stored = list([first.name ?? ''], 'string');
        at.invalid(stored, `must have the storage version ${name}`, hint);
      }
      known.delete(name);
    }
  },
};
