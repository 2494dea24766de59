/** How to recognize an instance of a class from any copy of its package, and how to create one. */
export interface Instance {
  /** In a message: "expected …". */
  readonly description: string;
  readonly is: (value: object) => boolean;
}

const hasMember = (member: string, type: string) => (value: object) =>
  typeof (value as { readonly [member: string]: unknown })[member] === type;

const isConstruct = (value: object) =>
  typeof (value as { readonly node?: { readonly path?: unknown } }).node?.path === 'string';

/** Objects of cdk8s-plus have the same members; most know their kind. */
const isObjectOfKind = (kind: string) => (value: object) => {
  const { name, kind: own = kind } = value as { readonly name?: unknown; readonly kind?: unknown };
  return typeof name === 'string' && own === kind;
};

const INSTANCES: { readonly [name: string]: Instance } = {
  Dependency: {
    description: 'a Dependency, such as Dependency.tcp("db", 5432)',
    is: hasMember('uri', 'string'),
  },
  Companion: {
    description: 'a companion, such as Adapters.redisMetrics({ … })',
    is: hasMember('toContainer', 'function'),
  },
  LogOutput: {
    description: 'an output, such as LogOutput.stdout()',
    is: hasMember('_target', 'object'),
  },
  LogParser: {
    description: 'a parser, such as LogParser.json()',
    is: hasMember('_options', 'object'),
  },
  PodPattern: {
    description: 'a pattern, such as new LogSidecar({ … })',
    is: hasMember('applyTo', 'function'),
  },
  PodTemplate: { description: 'a PodTemplate', is: hasMember('toSpec', 'function') },
  'cdk8s.Duration': {
    description: 'a Duration, such as Duration.seconds(30)',
    is: hasMember('toSeconds', 'function'),
  },
  'cdk8s.Size': {
    description: 'a Size, such as Size.mebibytes(100)',
    is: hasMember('toMebibytes', 'function'),
  },
  'constructs.Construct': { description: 'a construct', is: isConstruct },
  'constructs.IConstruct': { description: 'a construct', is: isConstruct },
  'cdk8s-plus-28.IConfigMap': {
    description: 'a cdk8s-plus ConfigMap, or a reference by name: ConfigMap.fromConfigMapName(…)',
    is: isObjectOfKind('ConfigMap'),
  },
  'cdk8s-plus-28.ISecret': {
    description: 'a cdk8s-plus Secret, or a reference by name: Secret.fromSecretName(…)',
    is: isObjectOfKind('Secret'),
  },
  'cdk8s-plus-28.IPersistentVolumeClaim': {
    description:
      'a cdk8s-plus PersistentVolumeClaim, or a reference by name: PersistentVolumeClaim.fromClaimName(…)',
    is: isObjectOfKind('PersistentVolumeClaim'),
  },
};

/** Values of enums. */
const ENUMS: { readonly [name: string]: readonly unknown[] } = { InitStage: ['gate', 'sidecar', 'init'] };

export const isInstance = (name: string, value: unknown) =>
  Object.hasOwn(ENUMS, name)
    ? ENUMS[name].includes(value)
    : typeof value === 'object' && value !== null && INSTANCES[name].is(value);

export const instanceDescription = (name: string) =>
  Object.hasOwn(ENUMS, name) ? `an ${name}` : INSTANCES[name].description;
