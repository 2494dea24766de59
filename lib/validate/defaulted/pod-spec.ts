import type { Container, PodSpec, Probe } from '../schema/types';
import { completeVolume } from './volumes';

/**
 * What a server fills in of every PodSpec and does not look at when it judges: SetDefaults_* of core/v1,
 * 1.36, and its conversions.
 */
export function completePodSpec(spec: PodSpec, minor: number): void {
  const account = spec.serviceAccountName || spec.serviceAccount; // Convert_v1_PodSpec_To_core_PodSpec
  spec.serviceAccountName = spec.serviceAccount = account;
  spec.volumes?.forEach((volume) => completeVolume(volume, minor));
  for (const container of containersOf(spec)) completeContainer(container);
}

/** The containers of all lists. */
export const containersOf = ({
  containers = [],
  initContainers = [],
  ephemeralContainers = [],
}: PodSpec): Container[] => [...containers, ...initContainers, ...ephemeralContainers];

function completeContainer({ livenessProbe, readinessProbe, startupProbe, env }: Container): void {
  [livenessProbe, readinessProbe, startupProbe].forEach(completeProbe);
  env?.forEach(({ valueFrom }) => {
    if (valueFrom?.fileKeyRef) valueFrom.fileKeyRef.optional ??= false;
  });
}

function completeProbe(probe: Probe | undefined): void {
  if (probe?.grpc) probe.grpc.service ??= '';
}
