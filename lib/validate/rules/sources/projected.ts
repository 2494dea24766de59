import type { Field } from '../../field';
import type {
  ConfigMapProjection,
  ProjectedVolumeSource,
  SecretProjection,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from '../../schema/types';
import { nonReservedPath } from '../../../apimachinery/local-path';
import { judgeDownwardApiFiles, judgeKeyToPath, judgeMode } from './files';
import { judgePodCertificate } from './pod-certificate';
import { ProjectedVolume } from './projected-volume';
import { judgeTrustBundle } from './trust-bundle';

/** validateProjectedVolumeSource, 1.36. */
export function judgeProjected({ defaultMode, sources = [] }: ProjectedVolumeSource, at: Field): void {
  judgeMode(defaultMode, at.field('defaultMode'));
  const volume = new ProjectedVolume(at);
  sources.forEach((source, index) => judgeProjection(source, volume, at.field('sources').index(index)));
}

type Judge<S> = (source: S, volume: ProjectedVolume, at: Field) => void;
type Projections = {
  readonly [P in keyof Required<VolumeProjection>]: Judge<NonNullable<VolumeProjection[P]>>;
};

/** In the server's order; all are judged. */
const PROJECTIONS: Projections = {
  secret: judgeItems,
  configMap: judgeItems,
  downwardAPI: ({ items = [] }, volume, at) =>
    judgeDownwardApiFiles(items, at, ({ path: file }) => {
      if (file) volume.addFile(file, at.field('items'));
    }),
  serviceAccountToken: judgeToken,
  clusterTrustBundle: judgeTrustBundle,
  podCertificate: judgePodCertificate,
};

const FIELDS = Object.keys(PROJECTIONS) as (keyof VolumeProjection)[];

/** One of validateProjectionSources, 1.36. */
function judgeProjection(source: VolumeProjection, volume: ProjectedVolume, at: Field): void {
  let used = 0;
  for (const field of FIELDS) {
    if (source[field] === undefined) continue;
    used++;
    (PROJECTIONS[field] as Judge<unknown>)(source[field], volume, at.field(field));
  }
  if (used > 1) {
    at.forbidden(`may not specify more than 1 volume type${at.minor >= 31 ? ' per source' : ''}`, {
      suggestion: 'make each a separate source',
    });
  }
}

function judgeItems(
  { name, items = [] }: SecretProjection | ConfigMapProjection,
  volume: ProjectedVolume,
  at: Field,
): void {
  if (!name) at.field('name').required();
  items.forEach((item, index) => {
    const place = at.field('items').index(index);
    judgeKeyToPath(item, place);
    if (item.path) volume.addFile(item.path, place.field('path'), name ?? '');
  });
}

const SHORTEST = 600;
const LONGEST = 2 ** 32;
const HOUR = 3600;

/** The server looks for the token's path at the volume. */
function judgeToken(token: ServiceAccountTokenProjection, { at: volume }: ProjectedVolume, at: Field): void {
  const { expirationSeconds: seconds = HOUR, path: file } = token;
  const expiration = at.field('expirationSeconds');
  if (seconds < SHORTEST) expiration.invalid(seconds, 'may not specify a duration less than 10 minutes');
  if (seconds > LONGEST) {
    expiration.invalid(seconds, 'may not specify a duration larger than 2^32 seconds');
  }
  const place = at.field('path');
  if (!file) volume.field('path').shownAt(place).required('', { suggestion: 'set the path of the file' });
  else volume.field('path').shownAt(place).invalidEach(file, nonReservedPath(file));
}
