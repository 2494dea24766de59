import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../../lib/manifest/source';
import { defaulted } from '../../../lib/validate/defaults/defaulted';

/** The first document that a server of 1.37 was asked about; it has every field. */
function everyField(file: string): any {
  const text = readFileSync(join(__dirname, '../bases', `${file}.yaml`), 'utf8');
  return [...new Source(text).documents()][0].value;
}

test('what a server returns of a ClusterTrustBundle', () => {
  const kind = { apiVersion: 'certificates.k8s.io/v1', kind: 'ClusterTrustBundle' };
  const given = { ...everyField('cluster-trust-bundle'), ...kind };
  expect(defaulted(given, { minor: 37 }).object).toEqual(given);
});

test('what a server returns of a PodCertificateRequest', () => {
  const kind = { apiVersion: 'certificates.k8s.io/v1', kind: 'PodCertificateRequest' };
  const { maxExpirationSeconds, ...spec } = everyField('pod-certificate-request').spec;
  const { object } = defaulted(
    { ...kind, metadata: { name: 'a' }, spec, status: { notAfter: '2026-01-02T00:00:00Z' } },
    { minor: 37 },
  );
  expect(object).toEqual({
    ...kind,
    metadata: { name: 'a', namespace: 'default' },
    spec: { ...spec, maxExpirationSeconds: 86_400 },
    status: {},
  });
  expect(maxExpirationSeconds).toBe(86_400);
});
