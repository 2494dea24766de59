import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type {
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { quantity } from '../../apimachinery/quantity';
import { isOn } from '../gates/gates';
import { GoValue } from '../../go/format';
import { named } from '../../go/value';
import { judgeLabelSelector } from './labels';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

/** A claim: of its own kind, of a StatefulSet's templates, or of an ephemeral volume. */
export const judgeClaimSpec = (spec: PersistentVolumeClaimSpec, path: FieldPath, verdict: Verdict): void =>
  verdict.apply(CLAIM_SPEC, spec, path);

/** ValidatePersistentVolumeClaimSpec, 1.36. */
export const CLAIM_SPEC = defineRule<Rule<PersistentVolumeClaimSpec>>({
  id: 'volume-claim',
  stage: 'judge',
  mistake: 'a claim without an access mode or storage request, or with conflicting access modes',
  suggestion: 'set `accessModes` and `resources.requests.storage`',
  judge(spec, path, verdict) {
    const { accessModes = [], selector, storageClassName, volumeMode } = spec;
    if (!accessModes.length) {
      verdict.required(path.field('accessModes'), 'at least 1 access mode is required', {
        suggestion: 'add ReadWriteOnce',
      });
    }
    if (selector) judgeLabelSelector(selector, path.field('selector'), verdict);
    judgeAccessModes(accessModes, path.field('accessModes'), verdict);
    judgeStorage(spec, path.field('resources'), verdict);
    judgeClassName(storageClassName, path.field('storageClassName'), verdict);
    judgeVolumeMode(volumeMode, path.field('volumeMode'), verdict);
    judgeDataSources(spec, path, verdict);
    if (hasAttributesClass(verdict)) {
      judgeClassName(spec.volumeAttributesClassName, path.field('volumeAttributesClassName'), verdict);
    }
  },
});

/** Whether the server judges classes of volume attributes. */
export const hasAttributesClass = ({ minor }: Verdict): boolean => isOn('VolumeAttributesClass', minor);

/** Access modes of claims and volumes. */
export function judgeAccessModes(modes: readonly string[], path: FieldPath, verdict: Verdict): void {
  modes.forEach((mode, index) => {
    if (!ACCESS_MODES.includes(mode)) {
      verdict.notSupported(path, named(mode), ACCESS_MODES, { at: path.index(index) });
    }
  });
  const known = new Set(modes.filter((mode) => ACCESS_MODES.includes(mode)));
  if (known.size > 1 && known.has('ReadWriteOncePod')) {
    verdict.forbidden(path, 'may not use ReadWriteOncePod with other access modes', {
      suggestion: 'keep ReadWriteOncePod or the others',
    });
  }
}

export function judgeVolumeMode(mode: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) {
    verdict.notSupported(path, named(mode), VOLUME_MODES);
  }
}

/** ValidateClassName, 1.36; none and an empty one are well. */
export function judgeClassName(name: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (name) verdict.invalidEach(path, name, dnsSubdomain(name));
}

/** The server names neither requests nor limits. */
function judgeStorage(
  { resources: { requests = {} } = {} }: PersistentVolumeClaimSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  const place = path.key('storage');
  if (!Object.hasOwn(requests, 'storage')) {
    return verdict.required(place, '', {
      at: path.field('requests'),
      suggestion: 'set resources.requests.storage, such as "1Gi"',
    });
  }
  const amount = quantity(requests.storage).inMilli();
  if (amount.sign() <= 0) {
    verdict.invalid(place, amount.toString(), 'must be greater than zero', {
      at: path.field('requests').key('storage'),
    });
  }
}

function judgeDataSources(
  { dataSource, dataSourceRef }: PersistentVolumeClaimSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (dataSource) judgeDataSource(dataSource, path.field('dataSource'), verdict);
  if (!dataSourceRef) return;
  judgeDataSource(dataSourceRef, path.field('dataSourceRef'), verdict);
  const { namespace } = dataSourceRef;
  if (namespace) {
    verdict.invalidEach(path.field('dataSourceRef', 'namespace'), namespace, dnsLabel(namespace));
  }
  if (!dataSource) return;
  const hint = { at: path.field('dataSource'), suggestion: 'remove dataSource' };
  if (namespace) {
    verdict.invalid(
      path,
      DATA_SOURCE_PATH,
      'may not be specified when dataSourceRef.namespace is specified',
      hint,
    );
  } else if (!isSame(dataSource, dataSourceRef)) {
    verdict.invalid(path, DATA_SOURCE_PATH, 'must match dataSourceRef', hint);
  }
}

/** The server shows the path in place of the value. */
const DATA_SOURCE_PATH = new GoValue(
  {},
  'field.Path{name:"dataSource", index:"", parent:(*field.Path)(0xc000000000)}',
);

/** validateDataSource and the same part of validateDataSourceRef, 1.36. */
function judgeDataSource(
  { name, kind = '', apiGroup }: TypedLocalObjectReference,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!name) verdict.required(path.field('name'));
  if (!kind) verdict.required(path.field('kind'));
  if (!apiGroup && kind !== 'PersistentVolumeClaim') {
    verdict.invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup", {
      suggestion: `set the apiGroup of ${kind || 'the kind'}`,
    });
  }
  if (apiGroup) verdict.invalidEach(path.field('apiGroup'), apiGroup, dnsSubdomain(apiGroup));
}

/** isDataSourceEqualDataSourceRef, 1.36: no group is not an empty one. */
const isSame = (source: TypedLocalObjectReference, ref: TypedObjectReference) =>
  source.apiGroup === ref.apiGroup &&
  (source.kind ?? '') === (ref.kind ?? '') &&
  (source.name ?? '') === (ref.name ?? '');
