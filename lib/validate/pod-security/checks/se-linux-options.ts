import type { SELinuxOptions } from '../../schema/types';
import type { Check } from '../check';
import { listed, plural, quoted, setters } from '../wording';
import { defineRule } from '../../rule';

const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const TYPES_1_31 = [...TYPES, 'container_engine_t'];

/** SELinux users, roles and types other than a container's: policy/check_seLinuxOptions.go, 1.36. */
export const SE_LINUX_OPTIONS = defineRule<Check>({
  id: 'pod-security-se-linux-options',
  stage: 'pod-security',
  mistake: 'baseline: an SELinux user or role, or a type that is not a container type',
  suggestion: 'remove user and role, and use a container type',
  since: 0,
  judge(pod, version) {
    const types = version >= 31 ? TYPES_1_31 : TYPES;
    const isBad = ({ type = '', user, role }: SELinuxOptions) =>
      Boolean(user) || Boolean(role) || !types.includes(type);
    const own = pod.spec.securityContext?.seLinuxOptions;
    const podIsBad = own !== undefined && isBad(own);
    const bad = pod.containers.filter(
      ({ container: { securityContext: { seLinuxOptions } = {} } }) =>
        seLinuxOptions && isBad(seLinuxOptions),
    );
    if (!podIsBad && !bad.length) return undefined;
    const options = [
      ...(podIsBad ? [own] : []),
      ...bad.map(({ container }) => container.securityContext!.seLinuxOptions!),
    ];
    return {
      reason: 'seLinuxOptions',
      detail: `${setters(podIsBad, bad)} set forbidden securityContext.seLinuxOptions: ${dataText(options, types)}`,
      path: (podIsBad ? pod.path.field('spec') : bad[0].path).field('securityContext', 'seLinuxOptions'),
      suggestion: `remove user and role, and use type ${types.slice(1).join(' or ')}`,
    };
  },
});

function dataText(options: readonly SELinuxOptions[], types: readonly string[]): string {
  const bad = listed(options.map(({ type = '' }) => type).filter((type) => !types.includes(type)));
  return [
    bad.length ? `${plural('type', bad.length)} ${quoted(bad)}` : '',
    options.some(({ user }) => user) ? 'user may not be set' : '',
    options.some(({ role }) => role) ? 'role may not be set' : '',
  ]
    .filter(Boolean)
    .join('; ');
}
