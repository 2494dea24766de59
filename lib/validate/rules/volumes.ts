import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta, PodSpec, Volume } from '../schema/types';
import { effectiveName } from './metadata';
import { judgeVolumeSources } from './volume-sources';
import { judgeVolumeName } from './volume-name';

export interface VolumesSubject {
  readonly spec: PodSpec;
  /** Takes the volumes without a fault, by name: mounts know no others. */
  readonly sound: Map<string, Volume>;
  /** The Pod's own; a template has none. */
  readonly metadata: ObjectMeta | undefined;
}

/** Volumes of a Pod: ValidateVolumes, 1.36. */
export const VOLUMES = defineRule<Rule<VolumesSubject>>({
  id: 'pod-volumes',
  stage: 'judge',
  mistake: 'a volume with no source, several sources or a malformed one, or a duplicate name',
  suggestion: 'give each volume a unique name and one source',
  judge(subject, at) {
    const { spec, sound, metadata } = subject;
    const { volumes = [] } = spec;
    const pod = metadata && effectiveName(metadata);
    const made = claimsMade(volumes, pod);
    volumes.forEach((volume, index) => {
      const place = at.index(index);
      const faulty = at.reports(() => {
        judgeVolumeSources(volume, { name: volume.name ?? '', pod }, place);
        judgeName(volume.name ?? '', sound, spec, place.field('name'));
      });
      if (!faulty) sound.set(volume.name!, volume);
      judgeClaim(volume.persistentVolumeClaim, made, place.field('persistentVolumeClaim', 'claimName'));
    });
  },
});

function judgeName(name: string, sound: ReadonlyMap<string, Volume>, spec: PodSpec, at: Field): void {
  if (name) judgeVolumeName(name, spec, at);
  else at.required('', { suggestion: 'set the name of the volume' });
  if (sound.has(name)) at.duplicate(name, { suggestion: 'rename or remove one of them' });
}

/** Names of the claims that the Pod's ephemeral volumes make. */
function claimsMade(volumes: readonly Volume[], pod: string | undefined): ReadonlySet<string> | undefined {
  if (!pod || !volumes.some(({ ephemeral }) => ephemeral)) return undefined;
  return new Set(volumes.filter(({ ephemeral }) => ephemeral).map(({ name = '' }) => `${pod}-${name}`));
}

/** A claim that a generic ephemeral volume makes is not to be used besides. */
function judgeClaim(
  claim: Volume['persistentVolumeClaim'],
  made: ReadonlySet<string> | undefined,
  at: Field,
): void {
  if (!claim?.claimName || !made?.has(claim.claimName)) return;
  at.invalid(claim.claimName, 'must not reference a PVC that gets created for an ephemeral volume');
}
