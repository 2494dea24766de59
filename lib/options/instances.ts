/** How to recognize an instance of a class from any copy of its package, and how to create one. */
export interface Instance {
  /** In a message: "expected …". */
  readonly words: string;
  readonly is: (value: object) => boolean;
}

const has = (member: string, type: string) => (value: object) =>
  typeof (value as { readonly [member: string]: unknown })[member] === type;

const isConstruct = (value: object) =>
  typeof (value as { readonly node?: { readonly path?: unknown } }).node?.path === 'string';

/** Objects of cdk8s-plus have the same members; most know their kind. */
const named = (kind: string) => (value: object) => {
  const { name, kind: own = kind } = value as { readonly name?: unknown; readonly kind?: unknown };
  return typeof name === 'string' && own === kind;
};

const INSTANCES: { readonly [name: string]: Instance } = {
  Dependency: { words: 'a Dependency, such as Dependency.tcp("db", 5432)', is: has('uri', 'string') },
  PodPattern: { words: 'a pattern, such as new LogSidecar({ … })', is: has('applyTo', 'function') },
  PodTemplate: { words: 'a PodTemplate', is: has('toSpec', 'function') },
  'cdk8s.Duration': { words: 'a Duration, such as Duration.seconds(30)', is: has('toSeconds', 'function') },
  'cdk8s.Size': { words: 'a Size, such as Size.mebibytes(100)', is: has('toMebibytes', 'function') },
  'constructs.Construct': { words: 'a construct', is: isConstruct },
  'constructs.IConstruct': { words: 'a construct', is: isConstruct },
  'cdk8s-plus-28.IConfigMap': {
    words: 'a cdk8s-plus ConfigMap, or a reference by name: ConfigMap.fromConfigMapName(…)',
    is: named('ConfigMap'),
  },
  'cdk8s-plus-28.ISecret': {
    words: 'a cdk8s-plus Secret, or a reference by name: Secret.fromSecretName(…)',
    is: named('Secret'),
  },
  'cdk8s-plus-28.IPersistentVolumeClaim': {
    words:
      'a cdk8s-plus PersistentVolumeClaim, or a reference by name: PersistentVolumeClaim.fromClaimName(…)',
    is: named('PersistentVolumeClaim'),
  },
};

/** Values of enums. */
const ENUMS: { readonly [name: string]: readonly unknown[] } = { InitStage: ['gate', 'sidecar', 'init'] };

export const isInstance = (name: string, value: unknown) =>
  Object.hasOwn(ENUMS, name)
    ? ENUMS[name].includes(value)
    : typeof value === 'object' && value !== null && INSTANCES[name].is(value);

export const instanceWords = (name: string) =>
  Object.hasOwn(ENUMS, name) ? `an ${name}` : INSTANCES[name].words;
