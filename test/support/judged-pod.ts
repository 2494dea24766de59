import { type k8s, ManifestValidator, type PodPattern, PodTemplate, type PodTemplateProps } from '../../lib';

/** Main container that is under the restricted Pod Security level. */
export const restrictedMain: k8s.Container = {
  name: 'app',
  image: 'app:1',
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    runAsUser: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/**
 * Messages of the errors of a Pod with these patterns; of both oldest and newest minor, at a Pod Security
 * level.
 */
export function podErrors(
  patterns: PodPattern[],
  props: Partial<PodTemplateProps> = {},
  podSecurity = 'restricted',
): string[] {
  const spec = new PodTemplate({ main: restrictedMain, ...props, patterns }).toSpec();
  return ['1.30', '1.37'].flatMap((kubernetesVersion) =>
    new ManifestValidator({ kubernetesVersion, podSecurity })
      .validate({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'demo' }, spec })
      .filter(({ level }) => level === 'error')
      .map(({ path, message }) => `${path}: ${message}`),
  );
}
