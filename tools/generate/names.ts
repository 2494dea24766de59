/**
 * Names for jsii, as `cdk8s import` makes them: in a run of capitals only the first stays, and the last where
 * a small letter follows. `hostPID` → `hostPid`, `HTTPGetAction` → `HttpGetAction`, `clusterIPs` →
 * `clusterIPs`.
 */
export function jsiiName(name: string): string {
  return name.replace(/[A-Z]{2,}/g, (run, at: number) => {
    const next = name[at + run.length] ?? '';
    const kept = /[a-z]/.test(next) ? 1 : 0;
    return run[0] + run.slice(1, run.length - kept).toLowerCase() + (kept ? run.at(-1) : '');
  });
}

/** `core.v1.HTTPGetAction` → `HttpGetAction`. */
export const structName = (type: string) => jsiiName(type.split('.').at(-1)!);
