import type { Duration } from 'cdk8s';
import { SECONDS } from '../k8s/seconds';
import { quantityOf, secondsOf } from '../options/amounts';

/** Kind of the object whose name a field holds. */
const NAMED_BY_FIELD: { readonly [field: string]: string } = {
  claimName: 'PersistentVolumeClaim',
  secretName: 'Secret',
  serviceAccount: 'ServiceAccount',
  serviceAccountName: 'ServiceAccount',
};

/** Kind of the object whose name is in the field `name` of a struct. */
const NAMED_BY_STRUCT: { readonly [field: string]: string } = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  imagePullSecrets: 'Secret',
  secret: 'Secret',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
};

type Members = { readonly [member: string]: unknown };

/** Fields that hold a quantity, and fields whose entries do. */
const QUANTITIES: ReadonlySet<string> = new Set(['sizeLimit', 'divisor']);
const QUANTITY_MAPS: ReadonlySet<string> = new Set([
  'allocatedResources',
  'capacity',
  'limits',
  'overhead',
  'requests',
  'resources',
]);

/**
 * What a value of cdk8s or cdk8s-plus stands for in a manifest: a Duration for its seconds, a Size or Cpu for
 * its quantity, an object for its name, where a field holds the name of such an object. Undefined if it
 * stands for nothing plain.
 */
export function plainValueOf(value: object, path: readonly string[]): string | number | undefined {
  return amountOf(value, path) ?? expressionOf(value, path) ?? nameOf(value, path);
}

function amountOf(value: object, path: readonly string[]): string | number | undefined {
  const { toSeconds, toMebibytes, amount } = value as Members;
  const field = path.at(-1)!;
  if (typeof toSeconds === 'function') {
    return SECONDS.test(field) && isWholeSeconds(value as never) ? secondsOf(value as never) : undefined;
  }
  if (!isQuantity(path)) return undefined;
  if (typeof toMebibytes === 'function') return isCpu(field) ? undefined : quantityOf(value as never);
  const isAmountOfCpu = value.constructor?.name === 'Cpu' && typeof amount === 'string';
  return isAmountOfCpu && isCpu(field) ? amount : undefined;
}

function expressionOf(value: object, path: readonly string[]): string | undefined {
  const { expressionString } = value as Members;
  return path.at(-1) === 'schedule' && typeof expressionString === 'string' ? expressionString : undefined;
}

function nameOf(value: object, path: readonly string[]): string | undefined {
  const { name, kind } = value as Members;
  return typeof name === 'string' && kind !== undefined && kind === kindNamedAt(path) ? name : undefined;
}

/** In seconds: Kubernetes counts no parts of them. */
const isWholeSeconds = (duration: Duration) => Number.isInteger(duration.toMilliseconds() / 1000);

const isQuantity = (path: readonly string[]) =>
  QUANTITIES.has(path.at(-1)!) || QUANTITY_MAPS.has(path.at(-2) ?? '');

/** `cpu`, and `limits.cpu` and `requests.cpu` of quotas. */
const isCpu = (field: string) => /(?:^|\.)cpu$/.test(field);

function kindNamedAt(path: readonly string[]): string | undefined {
  const field = path.at(-1)!;
  if (Object.hasOwn(NAMED_BY_FIELD, field)) return NAMED_BY_FIELD[field];
  const struct = path
    .slice(0, -1)
    .filter((key) => !/^\d+$/.test(key))
    .at(-1);
  return field === 'name' && struct !== undefined && Object.hasOwn(NAMED_BY_STRUCT, struct)
    ? NAMED_BY_STRUCT[struct]
    : undefined;
}
