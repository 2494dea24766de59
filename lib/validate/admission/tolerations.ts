import type { PodSpec, Toleration } from '../schema/types';

const SECONDS = 300;

/**
 * The admission plugin DefaultTolerationSeconds, on by default:
 * plugin/pkg/admission/defaulttolerationseconds, 1.36.
 */
export function addTolerations(spec: PodSpec): void {
  const own = spec.tolerations ?? [];
  const missing = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].filter(
    (key) => !own.some((toleration) => covers(toleration, key)),
  );
  spec.tolerations = [
    ...own,
    ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: SECONDS })),
  ];
}

const covers = ({ key, effect }: Toleration, taint: string) =>
  (!key || key === taint) && (!effect || effect === 'NoExecute');
