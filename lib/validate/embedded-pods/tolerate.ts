import { valueAt } from '../../object/value-at';
import type { RawFinding } from '../collector';
import type { EmbeddedPod } from './embedded-pod';

/**
 * Leaves out what is not certain of a Pod in a custom resource, because its controller adds or replaces something. A
 * false alarm is worse than silence.
 */
export function withoutUncertain(
  findings: readonly RawFinding[],
  pod: EmbeddedPod,
  manifest: object,
  value: unknown,
): readonly RawFinding[] {
  const hasPlaceholders = pod.placeholder !== undefined && holdsText(value, pod.placeholder);
  return findings.filter(
    (finding) =>
      !(pod.merged && !holdsOfParts(finding)) &&
      !(pod.addsVolumes && isMountWithoutVolume(finding)) &&
      !(pod.optional && isFilledIn(finding, pod.optional, manifest)) &&
      !(hasPlaceholders && isReplaced(finding, pod.placeholder!, manifest)),
  );
}

/** Whether it is wrong wherever the part is merged into. */
const holdsOfParts = ({ stage, reason }: RawFinding) =>
  stage === 'decode' || (stage === 'judge' && reason === 'FieldValueNotSupported');

const isMountWithoutVolume = ({ reason, path }: RawFinding) =>
  reason === 'FieldValueNotFound' && path.names().some((name) => MOUNTS.has(name));

const MOUNTS: ReadonlySet<string> = new Set(['volumeMounts', 'volumeDevices']);

/** Whether the manifest lacks a field that the controller sets. */
function isFilledIn({ path }: RawFinding, optional: readonly string[], manifest: object): boolean {
  const names = `.${path.names().join('.')}`;
  return (
    optional.some((field) => names.endsWith(`.${field}`)) && isMissing(valueAt(manifest, path.segments()))
  );
}

/** A probe without a handler gets one, too. */
const isMissing = (value: unknown) =>
  value === undefined || value === null || value === 0 || value === '' || typeof value === 'object';

/** Whether a controller replaces what it speaks of, or what that refers to. */
function isReplaced({ path, at = path, reason }: RawFinding, placeholder: string, manifest: object): boolean {
  return (
    reason === 'FieldValueNotFound' ||
    reason === 'FieldValueDuplicate' ||
    holdsText(valueAt(manifest, at.segments()), placeholder)
  );
}

const holdsText = (value: unknown, text: string) => (JSON.stringify(value) ?? '').includes(text);
