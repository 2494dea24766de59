import { quote } from '../../go/format';
import type { Rule } from '../rule';
import { warnAt } from '../warnings/warn-at';
import type { AnyObject, Strategy } from './strategy';

interface ResourceSlice extends AnyObject {
  readonly spec?: { readonly driver?: string };
}

export const RESOURCE_SLICE: Strategy<ResourceSlice> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  generationSince: 0,

  /** WarningsOnCreate, pkg/registry/resource/resourceslice 1.35 and 1.36. */
  warn({ spec }, path, verdict) {
    if (verdict.minor >= 35) verdict.apply(DRIVER, spec?.driver ?? '', path.child('spec', 'driver'));
  },
};

const DRIVER: Rule<string> = {
  id: 'driver-case',
  judge(driver, path, verdict) {
    if (driver === driver.toLowerCase()) return;
    warnAt(
      path,
      `driver names should be lowercase; ${quote(driver)} contains uppercase characters`,
      verdict,
      `write ${driver.toLowerCase()}`,
    );
  },
};
