import { ManifestValidator } from '../../../lib';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const KIND = { apiVersion: 'storagemigration.k8s.io/v1', kind: 'StorageVersionMigration' };
const manifest = (fields: object) => ({ ...KIND, metadata: { name: 'a' }, ...fields });
const causes = (fields: object) => serverStatus(judge(manifest(fields), { minor: 37 })).causes;

const REQUIRED = {
  reason: 'FieldValueRequired',
  field: 'spec.resource.resource',
  message: 'Required value: resource is required to be set',
};
const NOT_A_LABEL =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const NOT_A_SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LONG = 'P'.repeat(64);
const invalid = (field: string, value: string, message: string) => ({
  reason: 'FieldValueInvalid',
  field: `spec.resource.${field}`,
  message: `Invalid value: "${value}": ${message}`,
});

/** What a real 1.37.2 says. */
test.each([
  [{}, [REQUIRED]],
  [{ spec: { resource: { group: 'apps', resource: '' } } }, [REQUIRED]],
  [
    { spec: { resource: { group: 'Apps_', resource: 'Pods.x_' } } },
    [invalid('resource', 'Pods.x_', NOT_A_LABEL), invalid('group', 'Apps_', NOT_A_SUBDOMAIN)],
  ],
  [
    { spec: { resource: { resource: LONG } } },
    [invalid('resource', LONG, `must be no more than 63 characters,${NOT_A_LABEL}`)],
  ],
  [{ spec: { resource: { resource: 'pods' } } }, []],
  [{ spec: { resource: { group: 'apps', resource: 'deployments' } } }, []],
  // A server drops the status before it judges.
  [{ spec: { resource: { resource: 'pods' } }, status: { conditions: [{ type: '' }] } }, []],
])('the resource to migrate: %j', (fields, expected) => {
  expect(causes(fields)).toEqual(expected);
});

test('a suggestion for each part', () => {
  const resource = { group: 'Apps', resource: 'Deployments.apps' };
  const found = new ManifestValidator({ kubernetesVersion: '1.37' }).validate(
    manifest({ spec: { resource } }),
  );
  expect(found.map(({ suggestion }) => suggestion)).toEqual([
    'did you mean "deployments"?',
    'did you mean "apps"?',
  ]);
});

const VALID = { metadata: { name: 'a' }, spec: { resource: { group: '', resource: 'pods' } } };

test.each([
  ['1.36', 'storagemigration.k8s.io/v1', 'it is available since Kubernetes 1.37'],
  [
    '1.37',
    'storagemigration.k8s.io/v1beta1',
    'it is off by default: enable it with --runtime-config=storagemigration.k8s.io/v1beta1=true, or use storagemigration.k8s.io/v1 StorageVersionMigration',
  ],
  [
    '1.36',
    'storagemigration.k8s.io/v1beta1',
    'it is off by default: enable it with --runtime-config=storagemigration.k8s.io/v1beta1=true, or storagemigration.k8s.io/v1 StorageVersionMigration is available since Kubernetes 1.37',
  ],
  [
    '1.37',
    'storagemigration.k8s.io/v1alpha1',
    'removed in 1.35; use storagemigration.k8s.io/v1 StorageVersionMigration',
  ],
])('%s does not serve %s by default', (kubernetesVersion, apiVersion, suggestion) => {
  const findings = new ManifestValidator({ kubernetesVersion }).validate({ ...KIND, ...VALID, apiVersion });
  expect(findings.map(({ message, suggestion: advice }) => [message, advice])).toEqual([
    [`no matches for kind "StorageVersionMigration" in version "${apiVersion}"`, suggestion],
  ]);
});

test('1.37 serves it', () => {
  expect(new ManifestValidator({ kubernetesVersion: '1.37' }).validate({ ...KIND, ...VALID })).toEqual([]);
});
