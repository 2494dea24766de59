import { compareBytes, quote } from '../../../go/format';
import { quantity } from '../../../apimachinery/parse-quantity';
import { qualifiedName } from '../../../apimachinery/labels';
import type { JsonObject } from '../../../go/object';
import type { Container, EnvSource } from '../../change/pod-spec';

/** Where a variable's value comes from, in words (GetEnvVarRefString, kubectl 1.36). */
export function sourceText({ configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef }: EnvSource): string {
  if (configMapKeyRef) return `configmap ${configMapKeyRef.name ?? ''}, key ${configMapKeyRef.key ?? ''}`;
  if (secretKeyRef) return `secret ${secretKeyRef.name ?? ''}, key ${secretKeyRef.key ?? ''}`;
  if (fieldRef) return `field path ${fieldRef.fieldPath ?? ''}`;
  if (!resourceFieldRef) return 'invalid valueFrom';
  const { containerName, resource = '' } = resourceFieldRef;
  return `resource field ${containerName ? `${containerName}/` : ''}${resource}`;
}

/** What holds a variable. */
export interface EnvHolder {
  readonly container: Container;
  readonly metadata: JsonObject;
  readonly minor: number;
}

/**
 * The value that a variable has by its source (GetEnvVarRefValue, kubectl 1.36).
 *
 * @throws Error if the manifest alone does not tell
 */
export function sourceValue(
  { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef }: EnvSource,
  { container, metadata, minor }: EnvHolder,
): string {
  const object = secretKeyRef ? 'secret' : configMapKeyRef ? 'configmap' : undefined;
  if (object) throw new Error(`the ${object} is in a cluster, and this command never contacts one`);
  if (fieldRef) return fieldValue(fieldRef.fieldPath ?? '', metadata, minor);
  if (resourceFieldRef) return amount(resourceFieldRef.resource ?? '', resourceFieldRef.divisor, container);
  throw new Error('invalid valueFrom');
}

/** extractFieldPathAsString, kubectl 1.36. */
function fieldValue(path: string, metadata: JsonObject, minor: number): string {
  const [, field, key] = /^([^]+?)\['([^]*)'\]$/.exec(path) ?? [];
  if (field !== undefined) return entry(path, field, key, metadata, minor);
  switch (path) {
    case 'metadata.annotations':
    case 'metadata.labels':
      return mapText((metadata[path.slice('metadata.'.length)] ?? {}) as JsonObject);
    case 'metadata.name':
    case 'metadata.namespace':
    case 'metadata.uid':
      return String(metadata[path.slice('metadata.'.length)] ?? '');
    default:
      throw new Error(`unsupported fieldPath: ${path}`);
  }
}

function entry(path: string, field: string, key: string, metadata: JsonObject, minor: number): string {
  if (field !== 'metadata.annotations' && field !== 'metadata.labels') {
    throw new Error(`fieldPath ${quote(path)} does not support subscript`);
  }
  const annotations = field === 'metadata.annotations';
  const problems = qualifiedName(annotations ? key.toLowerCase() : key, minor);
  if (problems.length) throw new Error(`invalid key subscript in ${path}: ${problems.join(';')}`);
  return String(((metadata[annotations ? 'annotations' : 'labels'] ?? {}) as JsonObject)[key] ?? '');
}

const mapText = (map: JsonObject) =>
  Object.keys(map)
    .sort(compareBytes)
    .map((key) => `${key}=${quote(String(map[key]))}`)
    .join('\n');

/** extractContainerResourceValue: rounded up to units of the divisor. */
function amount(name: string, divisor: string | number | undefined, { resources = {} }: Container): string {
  const [, part, resource] =
    /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/.exec(name) ?? [];
  if (part === undefined) throw new Error(`Unsupported container resource : ${name}`);
  const value = quantity(resources[part as 'limits' | 'requests']?.[resource]);
  const unit = quantity(divisor).sign() === 0 ? quantity('1') : quantity(divisor);
  const [amountIn, unitIn] =
    resource === 'cpu' ? [value.thousandths(), unit.thousandths()] : [value.roundedUp(), unit.roundedUp()];
  return String(Math.ceil(Number(amountIn) / Number(unitIn)));
}
