import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';
import { warningHeaders } from '../../../lib/validate/warnings/warning-headers';

const owner = { apiVersion: 'v1', kind: 'A', name: 'b', uid: 'c' };
const pod = (spec: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...metadata },
  spec,
});
const said = (manifest: unknown) => {
  const { code, warnings } = serverStatus(judge(manifest, { minor: 36 }));
  return [code, warnings];
};
const REPEATED =
  '.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; ' +
  'please fix your requests; duplicate UID(s) observed: c';

describe('of an object that is refused a server says only what it has said before', () => {
  const metadata = {
    ownerReferences: [owner, owner, { ...owner, controller: true }],
    annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'bogus' },
  };
  const nodeSelector = { 'beta.kubernetes.io/os': 'linux' };

  test('taken', () => {
    expect(
      said(
        pod({ nodeSelector, containers: [{ name: 'a', image: 'b' }] }, { ownerReferences: [owner, owner] }),
      )[1],
    ).toHaveLength(2);
  });

  test('refused', () => {
    expect(said(pod({ nodeSelector, containers: [{ name: 'app' }] }, metadata))).toEqual([
      422,
      [
        REPEATED,
        'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: deprecated since v1.30; use the "appArmorProfile" field instead',
      ],
    ]);
  });

  test('not read', () => {
    expect(said({ ...pod({ nodeSelector, containers: [] }, metadata), more: 1 })).toEqual([400, []]);
    const endpoints = { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'a' }, more: 1 };
    expect(said(endpoints)).toEqual([
      400,
      ['v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'],
    ]);
  });
});

describe('the headers', () => {
  test('each text once, none that a header cannot hold', () => {
    expect(warningHeaders(['b', 'a', 'b', '', 'x\ny', 'x\u0085y', '\u{1f600}'])).toEqual([
      'b',
      'a',
      '\u{1f600}',
    ]);
  });

  test('4096 characters are shown whole', () => {
    const texts = Array.from({ length: 4 }, (_, index) => `${index}`.repeat(1024));
    expect(warningHeaders(texts)).toEqual(texts);
  });

  test('of more, 256 of each until there are 4096', () => {
    const texts = Array.from({ length: 30 }, (_, index) => `${index} `.padEnd(1000, 'x'));
    expect(warningHeaders(texts)).toEqual(texts.slice(0, 16).map((text) => text.slice(0, 256)));
  });

  test('all that came before the limit was passed stay', () => {
    const texts = Array.from({ length: 90 }, (_, index) => `${index} `.padEnd(97, 'x'));
    expect(warningHeaders(texts)).toEqual(texts.slice(0, 43));
  });
});
