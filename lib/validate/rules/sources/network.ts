import { list } from '../../../go/value';
import type { FieldPath } from '../../path';
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
import type { Verdict } from '../../verdict';
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
export function judgePersistentGlusterfs(
  source: GlusterfsPersistentVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeGlusterfs(source, path, verdict);
  const namespace = source.endpointsNamespace;
  if (namespace === undefined) return;
  const problems = namespace
    ? dnsLabel(namespace)
    : ['if the endpointnamespace is set, it must be a valid namespace name'];
  verdict.invalidEach(path.field('endpointsNamespace'), namespace, problems);
}

/** validateNFSVolumeSource, 1.36. */
export function judgeNfs(
  { server, path: exported = '' }: NFSVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!server) verdict.required(path.field('server'));
  if (!exported) verdict.required(path.field('path'));
  if (!exported.startsWith('/')) {
    verdict.invalid(path.field('path'), exported, 'must be an absolute path', {
      suggestion: 'start it with a slash',
    });
  }
}

const REGISTRY_TEXT = 'must be a host:port pair or multiple pairs separated by commas';

/** validateQuobyteVolumeSource, 1.36. */
export function judgeQuobyte(
  { registry, tenant = '', volume }: QuobyteVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!registry) {
    verdict.required(path.field('registry'), REGISTRY_TEXT);
  } else if (byteLength(tenant) >= 65) {
    verdict.required(path.field('tenant'), 'must be a UUID and may not exceed a length of 64 characters', {
      suggestion: 'shorten tenant',
    });
  } else {
    verdict.invalidEach(
      path.field('registry'),
      registry,
      registry
        .split(',')
        .filter((pair) => !isHostPort(pair))
        .map(() => REGISTRY_TEXT),
    );
  }
  if (!volume) verdict.required(path.field('volume'));
}

/** validateFlockerVolumeSource, 1.36. */
export function judgeFlocker(
  { datasetName, datasetUUID }: FlockerVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!datasetName && !datasetUUID) {
    verdict.required(path, 'one of datasetName and datasetUUID is required', {
      suggestion: 'set datasetUUID',
    });
  }
  if (datasetName && datasetUUID) {
    verdict.invalid(path, 'resource', 'datasetName and datasetUUID can not be specified simultaneously', {
      suggestion: 'remove datasetName',
    });
  }
  if (datasetName?.includes('/')) {
    verdict.invalid(path.field('datasetName'), datasetName, "must not contain '/'");
  }
}

/** validateFCVolumeSource, 1.36. */
export function judgeFc(
  { targetWWNs = [], wwids = [], lun }: FCVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  const targets = path.field('targetWWNs');
  if (!targetWWNs.length && !wwids.length) {
    verdict.required(targets, 'must specify either targetWWNs or wwids, but not both', {
      suggestion: 'set targetWWNs or wwids',
    });
  }
  if (!targetWWNs.length) return;
  if (wwids.length) {
    verdict.invalid(
      targets,
      list(targetWWNs, 'string'),
      'targetWWNs and wwids can not be specified simultaneously',
      { suggestion: 'remove one of them' },
    );
  }
  if (lun === undefined) verdict.required(path.field('lun'), 'lun is required if targetWWNs is specified');
  else if (lun < 0 || lun > 255) verdict.invalid(path.field('lun'), lun, inRange(0, 255));
}
