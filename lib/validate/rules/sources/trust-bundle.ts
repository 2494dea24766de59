import type { Field } from '../../field';
import type { ClusterTrustBundleProjection, LabelSelector } from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { nonReservedPath } from '../../../apimachinery/local-path';
import { judgeLabelSelector } from '../labels';
import { judgeSignerName } from '../signer-name';
import type { ProjectedVolume } from './projected-volume';

/**
 * The part of validateProjectionSources that is clusterTrustBundle's, 1.36; up to 1.30 the server calls it
 * clusterTrustBundlePEM.
 */
export function judgeTrustBundle(
  bundle: ClusterTrustBundleProjection,
  volume: ProjectedVolume,
  place: Field,
): void {
  const at = place.minor >= 31 ? place : place.sibling('clusterTrustBundlePEM').shownAt(place);
  const { path: file = '' } = bundle;
  judgeChoice(bundle, at);
  if (!file) at.field('path').required('', { suggestion: 'set the path of the file' });
  at.field('path').invalidEach(file, nonReservedPath(file));
  volume.addFile(file, place.field('path'));
}

function judgeChoice(bundle: ClusterTrustBundleProjection, at: Field): void {
  const { name, signerName, labelSelector } = bundle;
  if (name !== undefined && signerName !== undefined) {
    at.invalid(inGo(bundle, at.minor), 'only one of name and signerName may be used', {
      suggestion: 'remove one of them',
    });
  } else if (name !== undefined) {
    judgeName(name, at.field('name'));
    if (labelSelector) {
      at.field('labelSelector').invalid(
        selectorInGo(labelSelector),
        'labelSelector must be unset if name is specified',
      );
    }
  } else if (signerName !== undefined) {
    if (!signerName) at.field('signerName').required('must be a valid signer name');
    judgeSignerName(signerName, at.field('signerName'));
    if (labelSelector) judgeLabelSelector(labelSelector, at.field('labelSelector'));
  } else {
    at.required('either name or signerName must be specified', {
      suggestion: 'set name or signerName',
    });
  }
}

/** ValidateClusterTrustBundleName, 1.36, for the signer that the name itself tells. */
function judgeName(name: string, at: Field): void {
  if (!name) at.required('must be a valid object name');
  at.invalidEach(
    name,
    nameProblems(name).map((problem) => `not a valid clustertrustbundlename: ${problem}`),
  );
}

function nameProblems(name: string): readonly string[] {
  const colon = name.lastIndexOf(':');
  if (colon === 0) return ['ClusterTrustBundle without signer name must not have ":" in its name'];
  const prefix = name.slice(0, Math.max(colon, 0));
  if (!prefix.includes('/')) return dnsSubdomain(name.slice(colon + 1));
  return [
    `ClusterTrustBundle for signerName ${prefix.replaceAll(':', '/')} must be named with prefix ${prefix.replaceAll('/', ':')}:`,
  ];
}

/** As the server shows the struct it holds. */
const inGo = (
  { name, signerName, labelSelector, optional, path = '' }: ClusterTrustBundleProjection,
  minor: number,
) => ({
  Name: name ?? null,
  SignerName: signerName ?? null,
  LabelSelector: labelSelector ? selectorInGo(labelSelector) : null,
  Optional: optional ?? null,
  Path: path,
  ...(minor >= 37 && { User: null }),
});

const selectorInGo = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector) => ({
  ...(Object.keys(matchLabels).length && {
    matchLabels: Object.fromEntries(Object.entries(matchLabels).sort(([a], [b]) => (a < b ? -1 : 1))),
  }),
  ...(matchExpressions.length && {
    matchExpressions: matchExpressions.map(({ key = '', operator = '', values }) => ({
      key,
      operator,
      values,
    })),
  }),
});
