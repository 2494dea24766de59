import { judge } from '../../lib/validate/engine';
import { judgeProjected } from '../../lib/validate/rules/sources/projected';
import type { ProjectedVolumeSource, VolumeProjection } from '../../lib/validate/schema/types';
import { Collector } from '../../lib/validate/collector';
import { Field } from '../../lib/validate/field';
import { isHostPort } from '../../lib/go/host-port';
import { ofServer } from '../support/of-server';

const said = (manifest: object, minor = 36) =>
  judge(manifest, { minor })
    .findings.filter(({ level }) => level === 'error')
    .map(({ path, message }) => `${path}: ${message}`);
const pod = (...volumes: object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'app', image: 'nginx' }], volumes },
});
const deployment = ({ spec }: object & { spec: object }) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec },
  },
});
const volume = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec,
});
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric " +
  "character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

describe('what differs between minors', () => {
  const csi = pod({ name: 'v', csi: {} });
  const projected = pod({
    name: 'v',
    projected: { sources: [{ secret: { name: 's' }, configMap: { name: 'c' } }] },
  });
  const fc = pod({ name: 'v', fc: { targetWWNs: ['a'], wwids: ['b'], lun: 1 } });
  const source = { accessModes: ['ReadWriteOnce'], nfs: { server: 's', path: '/' } };
  const affinity = {
    required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] }] },
  };

  test.each([
    [
      'no CSI driver is a bad name up to 1.34',
      csi,
      34,
      [
        'spec.volumes[0].csi.driver: Required value',
        `spec.volumes[0].csi.driver: Invalid value: "": ${SUBDOMAIN}`,
      ],
    ],
    ['and only missing from 1.35', csi, 35, ['spec.volumes[0].csi.driver: Required value']],
    [
      'two sources of a projected volume up to 1.30',
      projected,
      30,
      ['spec.volumes[0].projected.sources[0]: Forbidden: may not specify more than 1 volume type'],
    ],
    [
      'and from 1.31',
      projected,
      31,
      ['spec.volumes[0].projected.sources[0]: Forbidden: may not specify more than 1 volume type per source'],
    ],
    [
      'lists up to 1.33',
      fc,
      33,
      [
        'spec.volumes[0].fc.targetWWNs: Invalid value: []string{"a"}: targetWWNs and wwids can not be specified simultaneously',
      ],
    ],
    [
      'and from 1.34',
      fc,
      34,
      [
        'spec.volumes[0].fc.targetWWNs: Invalid value: ["a"]: targetWWNs and wwids can not be specified simultaneously',
      ],
    ],
    [
      'a word of a type with a name up to 1.33',
      pod({ name: 'v', hostPath: { path: '/', type: '<' } }),
      33,
      [
        'spec.volumes[0].hostPath.type: Unsupported value: "<": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
      ],
    ],
    [
      'and from 1.34',
      pod({ name: 'v', azureDisk: { diskName: 'd', diskURI: 'https://', kind: '<' } }),
      34,
      [
        'spec.volumes[0].azureDisk.kind: Unsupported value: "\\u003c": supported values: "Dedicated", "Managed", "Shared"',
      ],
    ],
    [
      'no capacity up to 1.33',
      volume(source),
      33,
      [
        'spec.capacity: Required value',
        'spec.capacity: Unsupported value: core.ResourceList(nil): supported values: "storage"',
      ],
    ],
    [
      'and from 1.34',
      volume(source),
      34,
      [
        'spec.capacity: Required value',
        'spec.capacity: Unsupported value: null: supported values: "storage"',
      ],
    ],
    [
      'an amount up to 1.33',
      volume({ ...source, capacity: { cpu: '1', storage: '5Gi' } }),
      33,
      [
        'spec.capacity: Unsupported value: core.ResourceList{"cpu":resource.Quantity{i:resource.int64Amount{value:1, scale:0}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, ' +
          's:"1", Format:"DecimalSI"}, "storage":resource.Quantity{i:resource.int64Amount{value:5368709120, scale:0}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, ' +
          's:"5Gi", Format:"BinarySI"}}: supported values: "storage"',
      ],
    ],
    [
      'values of node labels are free up to 1.32',
      volume({ ...source, capacity: { storage: 1 }, nodeAffinity: affinity }),
      32,
      [],
    ],
    [
      'classes of volume attributes are dropped up to 1.33',
      volume({ ...source, capacity: { storage: 1 }, volumeAttributesClassName: '' }),
      33,
      [],
    ],
    [
      'and judged from 1.34',
      volume({ ...source, capacity: { storage: 1 }, volumeAttributesClassName: '' }),
      34,
      [
        'spec.volumeAttributesClassName: Required value: an empty string is disallowed',
        'spec.csi: Required value: has to be specified when using volumeAttributesClassName',
      ],
    ],
  ])('%s', (_, manifest, minor, texts) => {
    expect(said(manifest, minor)).toEqual(texts);
  });
});

describe('what a volume and its Pod have to do with each other', () => {
  const ephemeral = {
    name: 'data',
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  };
  const claim = { name: 'own', persistentVolumeClaim: { claimName: 'web-data' } };

  test('an image is needed in a Pod, not in a template', () => {
    const withImage = pod({ name: 'v', image: {} });
    expect(said(withImage)).toEqual(['spec.volumes[0].image.reference: Required value']);
    expect(said(deployment(withImage))).toEqual([]);
  });

  test('a claim that an ephemeral volume makes is not to be used besides', () => {
    expect(said(pod(ephemeral, claim))).toEqual([
      'spec.volumes[1].persistentVolumeClaim.claimName: Invalid value: "web-data": must not reference a PVC that gets created for an ephemeral volume',
    ]);
    expect(said(deployment(pod(ephemeral, claim)))).toEqual([]);
  });

  test('the name of the claim that is made', () => {
    const name = 'n'.repeat(250);
    expect(said({ ...pod(ephemeral), metadata: { name } })).toEqual([
      `spec.volumes[0].name: Invalid value: "data": PVC name "${name}-data": must be no more than 253 characters`,
    ]);
  });

  test('a volume that has lost its source', () => {
    expect(said(pod({ name: 'v', emptyDir: null, secret: null }))).toEqual([]);
  });
});

describe('projections that no server has switched on yet', () => {
  function projected(source: ProjectedVolumeSource, minor = 36): string[] {
    const collector = new Collector(minor);
    judgeProjected(source, Field.root(collector).field('projected'));
    return collector.findings.map(({ path, message }) => `${path}: ${message}`);
  }
  const bundle = (clusterTrustBundle: VolumeProjection['clusterTrustBundle'], minor?: number) =>
    projected({ sources: [{ clusterTrustBundle: { path: 'ca', ...clusterTrustBundle } }] }, minor);
  const PLACE = 'projected.sources[0].clusterTrustBundle';

  test.each([
    ['neither', {}, [`${PLACE}: Required value: either name or signerName must be specified`]],
    [
      'both',
      {
        name: 'a',
        signerName: 'b.c/d',
        labelSelector: {
          matchExpressions: [{ key: 'k', operator: 'In', values: ['v'] }],
          matchLabels: { b: '1', a: '2' },
        },
      },
      [
        `${PLACE}: Invalid value: {"Name":"a","SignerName":"b.c/d","LabelSelector":{"matchLabels":{"a":"2","b":"1"},"matchExpressions":[{"key":"k","operator":"In","values":["v"]}]},` +
          '"Optional":null,"Path":"ca"}: only one of name and signerName may be used',
      ],
    ],
    [
      'an empty name',
      { name: '' },
      [
        `${PLACE}.name: Required value: must be a valid object name`,
        `${PLACE}.name: Invalid value: "": not a valid clustertrustbundlename: ${SUBDOMAIN}`,
      ],
    ],
    ['the name of a signer', { name: 'b.c:d:e' }, []],
    [
      'a name of no signer',
      { name: ':e' },
      [
        `${PLACE}.name: Invalid value: ":e": not a valid clustertrustbundlename: ClusterTrustBundle without signer name must not have ":" in its name`,
      ],
    ],
    [
      'a name with a slash',
      { name: 'b.c/d:e' },
      [
        `${PLACE}.name: Invalid value: "b.c/d:e": not a valid clustertrustbundlename: ClusterTrustBundle for signerName b.c/d must be named with prefix b.c:d:`,
      ],
    ],
    [
      'a name and labels',
      { name: 'a', labelSelector: {} },
      [`${PLACE}.labelSelector: Invalid value: {}: labelSelector must be unset if name is specified`],
    ],
    [
      'an empty signer',
      { signerName: '' },
      [
        `${PLACE}.signerName: Required value: must be a valid signer name`,
        `${PLACE}.signerName: Required value`,
      ],
    ],
    [
      'a signer without a domain',
      { signerName: 'a' },
      [
        `${PLACE}.signerName: Invalid value: "a": must be a fully qualified domain and path of the form 'example.com/signer-name'`,
      ],
    ],
    [
      'a signer of one word',
      { signerName: 'a/b..c', labelSelector: { matchLabels: { a: '-' } } },
      [
        `${PLACE}.signerName: Invalid value: "a": should be a domain with at least two segments separated by dots`,
        `${PLACE}.signerName: Invalid value: "b..c": validating label "": ${SUBDOMAIN}`,
        expect.stringContaining(
          `${PLACE}.labelSelector.matchLabels: Invalid value: "-": a valid label must be`,
        ),
      ],
    ],
    ['no file', { name: 'a', path: '' }, [`${PLACE}.path: Required value`]],
  ])('a trust bundle: %s', (_, source, texts) => {
    expect(bundle(source)).toEqual(texts);
  });

  test('a trust bundle has another name up to 1.30', () => {
    expect(bundle({}, 30)).toEqual([
      'projected.sources[0].clusterTrustBundlePEM: Required value: either name or signerName must be specified',
    ]);
  });

  test('a certificate: what it needs', () => {
    expect(projected({ sources: [{ podCertificate: {} }] })).toEqual([
      'projected.sources[0].podCertificate.signerName: Required value',
      'projected.sources[0].podCertificate.keyType: Unsupported value: "": supported values: "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519"',
      'projected.sources[0].podCertificate: Required value: specify at least one of credentialBundlePath, keyPath, and certificateChainPath',
    ]);
  });

  test('a certificate: what it may not have', () => {
    const certificate = {
      signerName: 'kubernetes.io/kubelet',
      keyType: 'ED25519',
      maxExpirationSeconds: 86401,
      userAnnotations: { '': 'a', A: 'b', 'c.d/e': 'f'.repeat(2 ** 18) },
      keyPath: '../a',
      certificateChainPath: 'b',
      credentialBundlePath: 'b',
    };
    expect(
      projected({
        sources: [
          { podCertificate: certificate },
          {
            podCertificate: {
              ...certificate,
              signerName: 'a.b/c',
              maxExpirationSeconds: 3599,
              userAnnotations: {},
            },
          },
        ],
      }),
    ).toEqual([
      'projected.sources[0].podCertificate.userAnnotations: Required value',
      'projected.sources[0].podCertificate.userAnnotations: Invalid value: "a": must be a domain-prefixed key (such as "acme.io/foo")',
      'projected.sources[0].podCertificate.userAnnotations: Too long: may not be more than 262144 bytes',
      'projected.sources[0].podCertificate.maxExpirationSeconds: Invalid value: 86401: if provided, maxExpirationSeconds must be <= 86400',
      'projected.sources[0].podCertificate.keyPath: Invalid value: "../a": must not contain \'..\'',
      'projected: Invalid value: "b": conflicting duplicate paths',
      'projected.sources[1].podCertificate.maxExpirationSeconds: Invalid value: 3599: if provided, maxExpirationSeconds must be >= 3600',
      'projected: Invalid value: "b": conflicting duplicate paths',
      'projected.sources[1].podCertificate.keyPath: Invalid value: "../a": must not contain \'..\'',
      'projected: Invalid value: "../a": conflicting duplicate paths',
      'projected: Invalid value: "b": conflicting duplicate paths',
    ]);
  });
});

describe('host and port, as Go splits them', () => {
  test.each(['a:1', ':1', 'a:', ':', '[::1]:2', '[]:1', '1.2.3.4:http'])('%s', (text) =>
    expect(isHostPort(text)).toBe(true),
  );
  test.each([
    '',
    'a',
    '::1',
    'a:b:3',
    '[::1]',
    '[::1',
    '[::1]2',
    '[::1]:2:3',
    '[a[]:1',
    '[a]]:1',
    'a]:1',
    'a[b:1',
    'a:[1',
  ])('not %s', (text) => expect(isHostPort(text)).toBe(false));
});

test('a volume that the server calls otherwise is found where it is', () => {
  const { findings } = judge(
    pod({ name: 'v', gcePersistentDisk: {} }, { name: 'w', downwardAPI: { items: [{}, {}] } }),
    { minor: 36 },
  );
  expect(ofServer(findings).map(({ path, at }) => `${path} at ${at}`)).toEqual([
    'spec.volumes[0].persistentDisk.pdName at spec.volumes[0].gcePersistentDisk.pdName',
    'spec.volumes[1].downwardAPI.path at spec.volumes[1].downwardAPI.items[0].path',
    'spec.volumes[1].downwardAPI at spec.volumes[1].downwardAPI.items[0]',
    'spec.volumes[1].downwardAPI.path at spec.volumes[1].downwardAPI.items[1].path',
    'spec.volumes[1].downwardAPI at spec.volumes[1].downwardAPI.items[1]',
  ]);
});
