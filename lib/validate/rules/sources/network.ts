import type { Field } from '../../field';
import { list } from '../../../go/value';
import type {
  CephFSVolumeSource,
  FCVolumeSource,
  FlockerVolumeSource,
  GlusterfsPersistentVolumeSource,
  GlusterfsVolumeSource,
  NFSVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
} from '../../schema/types';
import { dnsLabel } from '../../../apimachinery/dns';
import { isHostPort } from '../../../go/host-port';
import { byteLength, inRange } from '../../../apimachinery/messages';
import { requires } from './fields';

/** validateGlusterfsVolumeSource, 1.36. */
export const judgeGlusterfs = requires<GlusterfsVolumeSource>('endpoints', 'path');
/** validateRBDVolumeSource and validateRBDPersistentVolumeSource, 1.36. */
export const judgeRbd = requires<RBDVolumeSource>('monitors', 'image');
/** validateCephFSVolumeSource and validateCephFSPersistentVolumeSource, 1.36. */
export const judgeCephfs = requires<CephFSVolumeSource>('monitors');

/** validateGlusterfsPersistentVolumeSource, 1.36. */
export function judgePersistentGlusterfs(source: GlusterfsPersistentVolumeSource, at: Field): void {
  judgeGlusterfs(source, at);
  const namespace = source.endpointsNamespace;
  if (namespace === undefined) return;
  const problems = namespace
    ? dnsLabel(namespace)
    : ['if the endpointnamespace is set, it must be a valid namespace name'];
  at.field('endpointsNamespace').invalidEach(namespace, problems);
}

/** validateNFSVolumeSource, 1.36. */
export function judgeNfs({ server, path: exported = '' }: NFSVolumeSource, at: Field): void {
  if (!server) at.field('server').required();
  if (!exported) at.field('path').required();
  if (!exported.startsWith('/')) {
    at.field('path').invalid(exported, 'must be an absolute path', {
      suggestion: 'start it with a slash',
    });
  }
}

const REGISTRY_TEXT = 'must be a host:port pair or multiple pairs separated by commas';

/** validateQuobyteVolumeSource, 1.36. */
export function judgeQuobyte({ registry, tenant = '', volume }: QuobyteVolumeSource, at: Field): void {
  if (!registry) {
    at.field('registry').required(REGISTRY_TEXT);
  } else if (byteLength(tenant) >= 65) {
    at.field('tenant').required('must be a UUID and may not exceed a length of 64 characters', {
      suggestion: 'shorten tenant',
    });
  } else {
    at.field('registry').invalidEach(
      registry,
      registry
        .split(',')
        .filter((pair) => !isHostPort(pair))
        .map(() => REGISTRY_TEXT),
    );
  }
  if (!volume) at.field('volume').required();
}

/** validateFlockerVolumeSource, 1.36. */
export function judgeFlocker({ datasetName, datasetUUID }: FlockerVolumeSource, at: Field): void {
  if (!datasetName && !datasetUUID) {
    at.required('one of datasetName and datasetUUID is required', {
      suggestion: 'set datasetUUID',
    });
  }
  if (datasetName && datasetUUID) {
    at.invalid('resource', 'datasetName and datasetUUID can not be specified simultaneously', {
      suggestion: 'remove datasetName',
    });
  }
  if (datasetName?.includes('/')) {
    at.field('datasetName').invalid(datasetName, "must not contain '/'");
  }
}

/** validateFCVolumeSource, 1.36. */
export function judgeFc({ targetWWNs = [], wwids = [], lun }: FCVolumeSource, at: Field): void {
  const targets = at.field('targetWWNs');
  if (!targetWWNs.length && !wwids.length) {
    targets.required('must specify either targetWWNs or wwids, but not both', {
      suggestion: 'set targetWWNs or wwids',
    });
  }
  if (!targetWWNs.length) return;
  if (wwids.length) {
    targets.invalid(list(targetWWNs, 'string'), 'targetWWNs and wwids can not be specified simultaneously', {
      suggestion: 'remove one of them',
    });
  }
  if (lun === undefined) at.field('lun').required('lun is required if targetWWNs is specified');
  else if (lun < 0 || lun > 255) at.field('lun').invalid(lun, inRange(0, 255));
}
