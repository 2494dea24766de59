import type { SeccompProfile } from '../../schema/types';
import type { Violation } from '../check';
import type { PodSubject } from '../pod-subject';
import { listed, quoted, setters } from '../wording';

/** Whether it is a profile that both levels allow. */
export const isConfined = ({ type }: SeccompProfile) => type === 'RuntimeDefault' || type === 'Localhost';

/** What baseline and restricted say of profiles that are none. */
export function unconfined({ spec, containers, path }: PodSubject): Violation | undefined {
  const own = spec.securityContext?.seccompProfile;
  const podIsBad = own !== undefined && !isConfined(own);
  const bad = containers.filter(
    ({ container: { securityContext: { seccompProfile } = {} } }) =>
      seccompProfile && !isConfined(seccompProfile),
  );
  if (!podIsBad && !bad.length) return undefined;
  const types = [
    ...(podIsBad ? [own] : []),
    ...bad.map(({ container }) => container.securityContext!.seccompProfile!),
  ].map(({ type = '' }) => type);
  return {
    reason: 'seccompProfile',
    detail: `${setters(podIsBad, bad)} must not set securityContext.seccompProfile.type to ${quoted(listed(types))}`,
    path: (podIsBad ? path.field('spec') : bad[0].path).field('securityContext', 'seccompProfile', 'type'),
    suggestion: 'use RuntimeDefault or Localhost',
  };
}
