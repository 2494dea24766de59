/** Numbers from 0 to 1, the same in every run (a linear congruential generator modulo 2^32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Choices drawn from numbers. */
class Dice {
  constructor(next) {
    this.next = next;
  }

  one(items) {
    return items[Math.floor(this.next() * items.length)];
  }

  some(items) {
    return items.filter(() => this.next() < 0.3);
  }

  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** The fields, or in most cases none. */
  maybe(fields) {
    return this.next() < 0.4 ? fields : {};
  }

  seldom(fields) {
    return this.next() < 0.2 ? fields : {};
  }
}

const IMAGES = [
  'nginx:1.27.3',
  'redis:7.4-alpine',
  'ghcr.io/acme/api:2.14.0',
  `quay.io/acme/worker@sha256:${'0123456789abcdef'.repeat(4)}`,
];
const ROLES = ['main', 'logs', 'proxy', 'metrics'];
const OWNERS = ['payments', 'search', 'storefront', 'identity'];

const VOLUMES = [
  { name: 'scratch', emptyDir: { sizeLimit: '128Mi' } },
  {
    name: 'settings',
    configMap: { name: 'settings', items: [{ key: 'app.yaml', path: 'app.yaml' }], defaultMode: 420 },
  },
  { name: 'certificates', secret: { secretName: 'certificates', optional: true } },
  { name: 'state', persistentVolumeClaim: { claimName: 'state' } },
  {
    name: 'podinfo',
    downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] },
  },
  {
    name: 'identity',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 7200 } },
        { secret: { name: 'pull' } },
      ],
    },
  },
];

const variables = (dice) => [
  { name: 'LOG_LEVEL', value: dice.one(['debug', 'info', 'warn']) },
  { name: 'WORKERS', value: String(dice.between(1, 16)) },
  { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  { name: 'MEMORY_LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
  { name: 'API_TOKEN', valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } },
  { name: 'REGION', valueFrom: { configMapKeyRef: { name: 'site', key: 'region', optional: true } } },
];

const handlers = (port) => [
  { httpGet: { path: '/healthz', port, httpHeaders: [{ name: 'Accept', value: 'text/plain' }] } },
  { tcpSocket: { port } },
  { exec: { command: ['/bin/sh', '-c', 'test -e /tmp/healthy'] } },
  { grpc: { port } },
];

const probe = (dice, port) => ({
  ...dice.one(handlers(port)),
  periodSeconds: dice.between(2, 30),
  failureThreshold: dice.between(1, 9),
});

const resources = (dice) => ({
  requests: { cpu: `${dice.between(1, 9)}0m`, memory: `${dice.between(1, 4) * 16}Mi` },
  limits: { cpu: dice.one(['250m', '0.5', '2']), memory: dice.one(['128Mi', '1Gi', '1.5Gi']) },
});

const security = (dice) => ({
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'], add: dice.some(['NET_BIND_SERVICE']) },
  runAsUser: dice.between(1000, 65535),
  seccompProfile: { type: 'RuntimeDefault' },
});

function container(dice, name, port, volumes) {
  return {
    name,
    image: dice.one(IMAGES),
    env: dice.some(variables(dice)),
    ports: [{ name, containerPort: port, ...dice.maybe({ protocol: 'TCP' }) }],
    volumeMounts: (name === 'main' ? volumes : dice.some(volumes)).map((volume) => ({
      name: volume.name,
      mountPath: `/mnt/${volume.name}`,
      ...dice.maybe({ readOnly: true }),
    })),
    ...dice.maybe({ resources: resources(dice) }),
    ...dice.maybe({ readinessProbe: probe(dice, port) }),
    ...dice.maybe({
      livenessProbe: probe(dice, port),
      lifecycle: { preStop: { sleep: { seconds: dice.between(1, 9) } } },
    }),
    ...dice.maybe({ securityContext: security(dice) }),
    ...dice.maybe({ command: ['/bin/sh', '-c'], args: ['exec "$0" "$@"', dice.one(['serve', 'work'])] }),
  };
}

const inits = (dice, volumes) => [
  { name: 'migrate', image: dice.one(IMAGES), command: ['migrate', 'up'], resources: resources(dice) },
  { ...container(dice, 'mesh', 15000 + dice.between(0, 9), volumes), restartPolicy: 'Always' },
];

const SHOP = { matchLabels: { app: 'shop' } };

const scheduling = (dice) => ({
  tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoSchedule' }],
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: dice.between(1, 100),
          podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: SHOP },
        },
      ],
    },
  },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: SHOP,
    },
  ],
});

function spec(dice) {
  const volumes = dice.some(VOLUMES);
  const containers = ROLES.slice(0, dice.one([1, 1, 1, 1, 1, 2])).map((role, index) =>
    container(dice, role, 8000 + index, volumes),
  );
  return {
    containers,
    serviceAccountName: 'shop',
    volumes,
    ...dice.maybe({ initContainers: inits(dice, volumes) }),
    ...dice.maybe({
      restartPolicy: dice.one(['Always', 'OnFailure', 'Never']),
      terminationGracePeriodSeconds: dice.between(10, 120),
    }),
    ...dice.maybe({
      securityContext: {
        runAsNonRoot: true,
        fsGroup: dice.between(1000, 9999),
        supplementalGroups: [dice.between(1, 99)],
      },
    }),
    ...dice.maybe({ nodeSelector: { 'kubernetes.io/arch': dice.one(['amd64', 'arm64']) }, hostname: 'shop' }),
    ...dice.seldom(scheduling(dice)),
  };
}

function pod(dice, number) {
  const owner = dice.one(OWNERS);
  const labels = {
    'app.kubernetes.io/name': `${owner}-${number}`,
    'app.kubernetes.io/component': dice.one(ROLES),
    owner,
  };
  const annotations = { 'example.com/contact': `${owner}@example.com`, 'prometheus.io/scrape': 'true' };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${owner}-${number}`,
      ...dice.maybe({ namespace: owner }),
      labels,
      ...dice.maybe({ annotations }),
    },
    spec: spec(dice),
  };
}

/**
 * Pods that a server takes, no two the same, as YAML some 90 lines in the mean, as published manifests of
 * several containers have; each run makes the same ones.
 */
exports.variedPods = (count) => {
  const dice = new Dice(numbers(36));
  return Array.from({ length: count }, (_, number) => pod(dice, number));
};
