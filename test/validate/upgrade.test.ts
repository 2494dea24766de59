import { ManifestValidator } from '../../lib';
import { MINORS } from '../../lib/validate/schema/minors';

const VERSIONS = MINORS.map((minor) => `1.${minor}`);

type Change = readonly [rule: string, path: string, from: string, to: string];

/** What the minors say that differs, and the last or first of them that say so: checked with real servers. */
const CASES: readonly (readonly [title: string, manifest: object, changes: readonly Change[]])[] = [
  [
    'a kind that came',
    kind('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicyBinding', { spec: { policyName: 'p' } }),
    [['unknown-kind', 'kind', '1.30', '1.35']],
  ],
  [
    'a kind that came, and is judged where it is known',
    kind('certificates.k8s.io/v1', 'ClusterTrustBundle', { spec: { trustBundle: 'x' } }),
    [
      ['unknown-kind', 'kind', '1.30', '1.36'],
      ['trust-bundle-certificates', 'spec.trustBundle', '1.37', '1.37'],
    ],
  ],
  [
    'a version that no server has by default',
    kind('certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', { spec: { trustBundle: 'x' } }),
    [['unknown-kind', 'kind', '1.30', '1.37']],
  ],
  [
    'a kind with other versions before',
    kind('resource.k8s.io/v1', 'ResourceClaim', {
      spec: { devices: { requests: [{ name: 'r', exactly: { deviceClassName: 'c' } }] } },
    }),
    [['unknown-kind', 'kind', '1.30', '1.33']],
  ],
  [
    'a kind of a version that is now stable',
    kind('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs: ['10.0.0.0/24'] } }),
    [['unknown-kind', 'kind', '1.30', '1.32']],
  ],
  [
    'a version that goes',
    kind('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', {
      spec: { priorityLevelConfiguration: { name: 'x' } },
    }),
    [
      ['deprecated-kind', 'kind', '1.30', '1.31'],
      ['kind-not-judged', 'kind', '1.30', '1.31'],
      ['unknown-kind', 'kind', '1.32', '1.37'],
    ],
  ],
  [
    'a kind that is deprecated',
    kind('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 80 }] }] }),
    [['deprecated-kind', 'kind', '1.33', '1.37']],
  ],
  [
    'a field that is dropped, then has fewer values',
    service({ trafficDistribution: 'PreferSameZone' }),
    [
      ['field-dropped', 'spec.trafficDistribution', '1.30', '1.30'],
      ['service-traffic', 'spec.trafficDistribution', '1.31', '1.33'],
    ],
  ],
  [
    'a value that is deprecated',
    service({ trafficDistribution: 'PreferClose' }),
    [
      ['field-dropped', 'spec.trafficDistribution', '1.30', '1.30'],
      ['deprecated-field', 'spec.trafficDistribution', '1.35', '1.37'],
    ],
  ],
  ['a name that may begin with a digit', service({}, '1a'), [['metadata', 'metadata.name', '1.30', '1.35']]],
  [
    'the name of such a Service in an Ingress',
    kind('networking.k8s.io/v1', 'Ingress', {
      spec: { defaultBackend: { service: { name: '1a', port: { number: 80 } } } },
    }),
    [['ingress-backend', 'spec.defaultBackend.service.name', '1.30', '1.35']],
  ],
  [
    'a field of an autoscaler that is unknown, then dropped',
    kind('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: {
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
        behavior: { scaleUp: { tolerance: '0.1' } },
      },
    }),
    [
      ['unknown-field', 'spec.behavior.scaleUp.tolerance', '1.30', '1.32'],
      ['field-dropped', 'spec.behavior.scaleUp.tolerance', '1.33', '1.34'],
    ],
  ],
  [
    'a field of a Lease that is unknown, then dropped',
    kind('coordination.k8s.io/v1', 'Lease', { spec: { strategy: 'OldestEmulationVersion' } }),
    [
      ['unknown-field', 'spec.strategy', '1.30', '1.30'],
      ['field-dropped', 'spec.strategy', '1.31', '1.37'],
    ],
  ],
  [
    'a field of a CustomResourceDefinition that is dropped, then judged',
    kind('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      metadata: { name: 'as.x.io' },
      spec: {
        group: 'x.io',
        scope: 'Namespaced',
        names: { plural: 'as', kind: 'A' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            selectableFields: [{ jsonPath: '.spec.b' }],
            schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } },
          },
        ],
      },
    }),
    [
      ['field-dropped', 'spec.versions[0].selectableFields', '1.30', '1.30'],
      ['crd-selectable-field', 'spec.selectableFields[0].jsonPath', '1.31', '1.37'],
    ],
  ],
];

function kind(apiVersion: string, name: string, fields: object): object {
  return { apiVersion, kind: name, metadata: { name: 'a' }, ...fields };
}

function service(spec: object, name = 'a'): object {
  return kind('v1', 'Service', {
    metadata: { name },
    spec: { ports: [{ port: 80 }], selector: { a: 'b' }, ...spec },
  });
}

test.each(CASES)('%s', (_, manifest, changes) => {
  const found = new ManifestValidator().compareVersions(JSON.stringify(manifest), VERSIONS);
  const told = found.map(({ finding: { rule, path }, versions, begins, ends }) => ({
    rule,
    path,
    versions,
    begins,
    ends,
  }));
  expect(told).toEqual(
    changes.map(([rule, path, from, to]) => {
      const [first, last] = [VERSIONS.indexOf(from), VERSIONS.indexOf(to)];
      return {
        rule,
        path,
        versions: VERSIONS.slice(first, last + 1),
        begins: first ? from : undefined,
        ends: VERSIONS[last + 1],
      };
    }),
  );
});
