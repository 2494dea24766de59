import { goMap, type JsonObject, struct } from '../go/object';
import { goJson } from '../go/marshal';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The fields of an ObjectMeta in Go's order. */
const METADATA_ORDER = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
];

/** The object with an annotation more. */
export function withAnnotation(manifest: JsonObject, key: string, value: string): JsonObject {
  const metadata = manifest.metadata as JsonObject;
  const annotations = goMap([...Object.entries(metadata.annotations ?? {}), [key, value]]);
  const fields: JsonObject = { ...metadata, annotations };
  return {
    ...manifest,
    metadata: struct(Object.fromEntries(METADATA_ORDER.map((name) => [name, fields[name]]))),
  };
}

/** The object with what kubectl apply compares with, itself (util.CreateApplyAnnotation, 1.36). */
export const withSavedConfig = (manifest: JsonObject) =>
  withAnnotation(manifest, LAST_APPLIED, `${goJson(manifest)}\n`);
