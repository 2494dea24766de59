const VERSION = /^v(\d+)(?:(alpha|beta)(\d+))?$/;

/** CompareKubeAwareVersionStrings, apimachinery pkg/version 1.36: positive if the first is the newer. */
export function compareVersions(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [VERSION.exec(one), VERSION.exec(other)];
  if (!a || !b) return a ? 1 : b ? -1 : one < other ? 1 : -1;
  const [left, right] = [a, b].map(([, major, stage = 'ga', minor = '0']) => [
    STAGES.indexOf(stage),
    Number(major),
    Number(minor),
  ]);
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

const STAGES = ['alpha', 'beta', 'ga'];
