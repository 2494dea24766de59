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

/**
 * What a value of cdk8s or cdk8s-plus stands for in a manifest: a Duration for its seconds, a Size or Cpu for
 * its quantity, an object for its name, where a field holds the name of such an object. Undefined if it
 * stands for nothing plain.
 */
export function plainOf(value: object, path: readonly string[]): string | number | undefined {
  const members = value as Members;
  const field = path.at(-1)!;
  if (typeof members.toSeconds === 'function' && field.endsWith('Seconds')) return secondsOf(value as never);
  if (typeof members.toMebibytes === 'function') return quantityOf(value as never);
  if (value.constructor.name === 'Cpu' && typeof members.amount === 'string') return members.amount;
  const isNamed =
    typeof members.name === 'string' && members.kind !== undefined && members.kind === kindNamedAt(path);
  return isNamed ? (members.name as string) : undefined;
}

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
