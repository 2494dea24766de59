import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type {
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../schema/types';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { quantity } from '../../apimachinery/parse-quantity';
import { isOn } from '../gates/gates';
import { GoValue } from '../../go/format';
import { named } from '../../go/value';
import { judgeLabelSelector } from './labels';
import { judgeReference } from './renaming';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

/** A claim: of its own kind, of a StatefulSet's templates, or of an ephemeral volume. */
export const judgeClaimSpec = (spec: PersistentVolumeClaimSpec, at: Field): void =>
  at.apply(CLAIM_SPEC, spec);

/** ValidatePersistentVolumeClaimSpec, 1.36. */
export const CLAIM_SPEC = defineRule<Rule<PersistentVolumeClaimSpec>>({
  id: 'volume-claim',
  stage: 'judge',
  mistake: 'a claim without an access mode or storage request, or with conflicting access modes',
  suggestion: 'set `accessModes` and `resources.requests.storage`',
  judge(spec, at) {
    const { accessModes = [], selector, storageClassName, volumeMode } = spec;
    if (!accessModes.length) {
      at.field('accessModes').required('at least 1 access mode is required', {
        suggestion: 'add ReadWriteOnce',
      });
    }
    if (selector) judgeLabelSelector(selector, at.field('selector'));
    judgeAccessModes(accessModes, at.field('accessModes'));
    judgeStorage(spec, at.field('resources'));
    judgeClassName(storageClassName, at.field('storageClassName'));
    judgeVolumeMode(volumeMode, at.field('volumeMode'));
    judgeDataSources(spec, at);
    if (hasAttributesClass(at.minor)) {
      judgeClassName(spec.volumeAttributesClassName, at.field('volumeAttributesClassName'));
    }
  },
});

/** Whether the server judges classes of volume attributes. */
export const hasAttributesClass = (minor: number): boolean => isOn('VolumeAttributesClass', minor);

/** Access modes of claims and volumes. */
export function judgeAccessModes(modes: readonly string[], at: Field): void {
  modes.forEach((mode, index) => {
    if (!ACCESS_MODES.includes(mode)) {
      at.shownAt(at.index(index)).notSupported(named(mode), ACCESS_MODES);
    }
  });
  const known = new Set(modes.filter((mode) => ACCESS_MODES.includes(mode)));
  if (known.size > 1 && known.has('ReadWriteOncePod')) {
    at.forbidden('may not use ReadWriteOncePod with other access modes', {
      suggestion: 'keep ReadWriteOncePod or the others',
    });
  }
}

export function judgeVolumeMode(mode: string | undefined, at: Field): void {
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) {
    at.notSupported(named(mode), VOLUME_MODES);
  }
}

/** ValidateClassName, 1.36; none and an empty one are well. */
export function judgeClassName(name: string | undefined, at: Field): void {
  if (name) judgeReference(name, dnsSubdomain, at);
}

/** The server names neither requests nor limits. */
function judgeStorage({ resources: { requests = {} } = {} }: PersistentVolumeClaimSpec, at: Field): void {
  const place = at.key('storage');
  if (!Object.hasOwn(requests, 'storage')) {
    return place
      .shownAt(at.field('requests'))
      .required('', { suggestion: 'set resources.requests.storage, such as "1Gi"' });
  }
  const amount = quantity(requests.storage).inMilli();
  if (amount.sign() <= 0) {
    place
      .shownAt(at.field('requests').key('storage'))
      .invalid(amount.toString(), 'must be greater than zero');
  }
}

function judgeDataSources({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec, at: Field): void {
  if (dataSource) judgeDataSource(dataSource, at.field('dataSource'));
  if (!dataSourceRef) return;
  judgeDataSource(dataSourceRef, at.field('dataSourceRef'));
  const { namespace } = dataSourceRef;
  if (namespace) {
    judgeReference(namespace, dnsLabel, at.field('dataSourceRef', 'namespace'));
  }
  if (!dataSource) return;
  const place = at.shownAt(at.field('dataSource'));
  const hint = { suggestion: 'remove dataSource' };
  if (namespace) {
    place.invalid(DATA_SOURCE_PATH, 'may not be specified when dataSourceRef.namespace is specified', hint);
  } else if (!isSame(dataSource, dataSourceRef)) {
    place.invalid(DATA_SOURCE_PATH, 'must match dataSourceRef', hint);
  }
}

/** The server shows the path in place of the value. */
const DATA_SOURCE_PATH = new GoValue(
  {},
  'field.Path{name:"dataSource", index:"", parent:(*field.Path)(0xc000000000)}',
);

/** validateDataSource and the same part of validateDataSourceRef, 1.36. */
function judgeDataSource({ name, kind = '', apiGroup }: TypedLocalObjectReference, at: Field): void {
  if (!name) at.field('name').required();
  if (!kind) at.field('kind').required();
  if (!apiGroup && kind !== 'PersistentVolumeClaim') {
    at.invalid(kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup", {
      suggestion: `set the apiGroup of ${kind || 'the kind'}`,
    });
  }
  if (apiGroup) at.field('apiGroup').invalidEach(apiGroup, dnsSubdomain(apiGroup));
}

/** isDataSourceEqualDataSourceRef, 1.36: no group is not an empty one. */
const isSame = (source: TypedLocalObjectReference, ref: TypedObjectReference) =>
  source.apiGroup === ref.apiGroup &&
  (source.kind ?? '') === (ref.kind ?? '') &&
  (source.name ?? '') === (ref.name ?? '');
