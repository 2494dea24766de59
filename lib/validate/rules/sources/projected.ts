import type { FieldPath } from '../../path';
import type {
  ConfigMapProjection,
  ProjectedVolumeSource,
  SecretProjection,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from '../../schema/types';
import type { Verdict } from '../../verdict';
import { nonReservedPath } from '../../../apimachinery/local-path';
import { judgeDownwardApiFiles, judgeKeyToPath, judgeMode } from './files';
import { judgePodCertificate } from './pod-certificate';
import { ProjectedVolume } from './projected-volume';
import { judgeTrustBundle } from './trust-bundle';

/** validateProjectedVolumeSource, 1.36. */
export function judgeProjected(
  { defaultMode, sources = [] }: ProjectedVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeMode(defaultMode, path.field('defaultMode'), verdict);
  const volume = new ProjectedVolume(path, verdict);
  sources.forEach((source, index) => judgeProjection(source, volume, path.field('sources').index(index)));
}

type Judge<S> = (source: S, volume: ProjectedVolume, path: FieldPath) => void;
type Projections = {
  readonly [P in keyof Required<VolumeProjection>]: Judge<NonNullable<VolumeProjection[P]>>;
};

/** In the server's order; all are judged. */
const PROJECTIONS: Projections = {
  secret: judgeItems,
  configMap: judgeItems,
  downwardAPI: ({ items = [] }, volume, path) =>
    judgeDownwardApiFiles(items, path, volume.verdict, ({ path: file }) => {
      if (file) volume.take(file, path.field('items'));
    }),
  serviceAccountToken: judgeToken,
  clusterTrustBundle: judgeTrustBundle,
  podCertificate: judgePodCertificate,
};

const FIELDS = Object.keys(PROJECTIONS) as (keyof VolumeProjection)[];

/** One of validateProjectionSources, 1.36. */
function judgeProjection(source: VolumeProjection, volume: ProjectedVolume, path: FieldPath): void {
  const { verdict } = volume;
  let used = 0;
  for (const field of FIELDS) {
    if (source[field] === undefined) continue;
    used++;
    (PROJECTIONS[field] as Judge<unknown>)(source[field], volume, path.field(field));
  }
  if (used > 1) {
    verdict.forbidden(
      path,
      `may not specify more than 1 volume type${verdict.minor >= 31 ? ' per source' : ''}`,
      { suggestion: 'make each a separate source' },
    );
  }
}

function judgeItems(
  { name, items = [] }: SecretProjection | ConfigMapProjection,
  volume: ProjectedVolume,
  path: FieldPath,
): void {
  if (!name) volume.verdict.required(path.field('name'));
  items.forEach((item, index) => {
    const place = path.field('items').index(index);
    judgeKeyToPath(item, place, volume.verdict);
    if (item.path) volume.take(item.path, place.field('path'), name ?? '');
  });
}

const SHORTEST = 600;
const LONGEST = 2 ** 32;
const HOUR = 3600;

/** The server looks for the token's path at the volume. */
function judgeToken(
  token: ServiceAccountTokenProjection,
  { path: volume, verdict }: ProjectedVolume,
  path: FieldPath,
): void {
  const { expirationSeconds: seconds = HOUR, path: file } = token;
  const place = path.field('expirationSeconds');
  if (seconds < SHORTEST) verdict.invalid(place, seconds, 'may not specify a duration less than 10 minutes');
  if (seconds > LONGEST) {
    verdict.invalid(place, seconds, 'may not specify a duration larger than 2^32 seconds');
  }
  const at = path.field('path');
  if (!file) verdict.required(volume.field('path'), '', { at, suggestion: 'set the path of the file' });
  else verdict.invalidEach(volume.field('path'), file, nonReservedPath(file), { at });
}
