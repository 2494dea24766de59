import { isConstruct, isObject } from './constructs';
import { synthesized, yamlOf } from './print';

/** What snapshots are printed by, as jest and vitest take it. */
export interface SnapshotSerializer {
  test(value: unknown): boolean;
  serialize(value: any, config?: unknown, indentation?: string, depth?: number): string;
}

/**
 * Serializer of snapshots for `expect.addSnapshotSerializer`: constructs, manifests and arrays of them as the
 * YAML that synth writes.
 */
export const yamlSerializer: SnapshotSerializer = {
  test: (value) => (Array.isArray(value) ? value.length > 0 && value.every(isPrinted) : isPrinted(value)),
  serialize: (value, _config, indentation = '', depth = 0) =>
    indented(textOf(Array.isArray(value) ? value : [value]), indentation, depth),
};

const isPrinted = (value: unknown) => isConstruct(value) || isManifest(value);

/** References such as `scaleTargetRef` have apiVersion and kind, too. */
function isManifest(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { apiVersion, kind, metadata, items } = value as { readonly [field: string]: unknown };
  return (
    typeof apiVersion === 'string' && typeof kind === 'string' && (isObject(metadata) || Array.isArray(items))
  );
}

function textOf(values: readonly object[]): string {
  const manifests = values.flatMap((value) => (isConstruct(value) ? synthesized(value) : [value]));
  return manifests.length ? yamlOf(manifests).trimEnd() : '# no objects';
}

/** Within another value, YAML has lines of its own. */
const indented = (yaml: string, indentation: string, depth: number) =>
  depth ? `\n${yaml}`.replace(/\n(?=.)/g, `\n${indentation}  `) + `\n${indentation}` : yaml;
