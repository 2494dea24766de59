import type { AnyObject } from '../../kinds/kind';
import type { FieldPath } from '../../path';
import type { Rule } from '../../rule';
import type { NodeSelectorTerm, PersistentVolumeClaimSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import type { Annotations } from '../annotations';
import { FRACTIONAL_STORAGE } from '../fractional-bytes';
import { warnOfTerm, DEPRECATED_NODE_LABEL } from '../node-labels';
import { warnAt } from '../warn-at';
import { DEPRECATED_ANNOTATION } from '../annotations';
import { DEPRECATED_FIELD } from '../deprecated-field';
import { DEPRECATED_VOLUME } from '../volumes';

const STORAGE_CLASS = 'volume.beta.kubernetes.io/storage-class';
const STORAGE_CLASS_TEXT = 'deprecated since v1.8; use "storageClassName" attribute instead';
const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

interface Claim extends AnyObject {
  readonly spec?: PersistentVolumeClaimSpec;
}

/** GetWarningsForPersistentVolumeClaim, pkg/api/persistentvolumeclaim 1.30 to 1.36. */
export function warnOfClaim({ metadata, spec }: Claim, path: FieldPath, verdict: Verdict): void {
  if (metadata?.annotations) {
    verdict.apply(CLAIM_ANNOTATIONS, metadata.annotations, path.child('metadata', 'annotations'));
  }
  if (spec) verdict.apply(FRACTIONAL_STORAGE, spec, path.child('spec'));
}

const CLAIM_ANNOTATIONS: Rule<Annotations> = {
  id: DEPRECATED_ANNOTATION.id,
  judge(annotations, path, verdict) {
    if (Object.hasOwn(annotations, STORAGE_CLASS)) {
      warnAt(path.key(STORAGE_CLASS), STORAGE_CLASS_TEXT, verdict);
    }
  },
};

/** As the one above; mount options from 1.31 on. */
const VOLUME_ANNOTATIONS: Rule<Annotations> = {
  id: DEPRECATED_ANNOTATION.id,
  judge(annotations, path, verdict) {
    CLAIM_ANNOTATIONS.judge(annotations, path, verdict);
    if (verdict.minor < 31 || !Object.hasOwn(annotations, MOUNT_OPTIONS)) return;
    warnAt(path.key(MOUNT_OPTIONS), 'deprecated since v1.31; use "mountOptions" attribute instead', verdict);
  },
};

type Sources = { readonly [source in (typeof DEPRECATED)[number]['source']]?: unknown };

interface PersistentVolumeSpec extends Sources {
  readonly persistentVolumeReclaimPolicy?: string;
  readonly nodeAffinity?: {
    readonly required?: { readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] };
  };
}

interface PersistentVolume extends AnyObject {
  readonly spec?: PersistentVolumeSpec;
}

/** GetWarningsForPersistentVolume, pkg/api/persistentvolume 1.30 to 1.36. */
export function warnOfPersistentVolume(
  { metadata, spec = {} }: PersistentVolume,
  path: FieldPath,
  verdict: Verdict,
): void {
  const place = path.child('spec');
  if (metadata?.annotations) {
    verdict.apply(VOLUME_ANNOTATIONS, metadata.annotations, path.child('metadata', 'annotations'));
  }
  if (spec.persistentVolumeReclaimPolicy === 'Recycle') {
    verdict.apply(RECYCLE, undefined, place.child('persistentVolumeReclaimPolicy'));
  }
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms;
  if (terms) verdict.apply(TERMS, terms, place.child('nodeAffinity', 'required', 'nodeSelectorTerms'));
  verdict.apply(SOURCES, spec, place);
}

const RECYCLE: Rule<undefined> = {
  id: DEPRECATED_FIELD.id,
  judge: (_, path, verdict) =>
    warnAt(
      path,
      'The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
      verdict,
      'use Delete or Retain',
    ),
};

const TERMS: Rule<readonly NodeSelectorTerm[]> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge: (terms, path, verdict) =>
    terms.forEach((term, index) => warnOfTerm(term, false, path.index(index), verdict)),
};

/** In the server's order, which is not that of a Pod's volumes. */
const DEPRECATED = [
  { source: 'cephfs', shown: 'cephfs', text: 'deprecated in v1.28, non-functional in v1.31+' },
  {
    source: 'photonPersistentDisk',
    shown: 'photonPersistentDisk',
    text: 'deprecated in v1.11, non-functional in v1.16+',
  },
  { source: 'scaleIO', shown: 'scaleIO', text: 'deprecated in v1.16, non-functional in v1.22+' },
  { source: 'storageos', shown: 'storageOS', text: 'deprecated in v1.22, non-functional in v1.25+' },
  { source: 'glusterfs', shown: 'glusterfs', text: 'deprecated in v1.25, non-functional in v1.26+' },
  { source: 'rbd', shown: 'rbd', text: 'deprecated in v1.28, non-functional in v1.31+' },
] as const;

const SOURCES: Rule<PersistentVolumeSpec> = {
  id: DEPRECATED_VOLUME.id,
  judge(spec, path, verdict) {
    for (const { source, shown, text } of DEPRECATED) {
      if (spec[source] !== undefined) {
        verdict.warn(
          path.child(source),
          `${path.child(shown)}: ${text}`,
          'use a csi source, or dynamic provisioning',
        );
      }
    }
  },
};
