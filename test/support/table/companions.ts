import { Chart } from 'cdk8s';
import {
  Adapter,
  Ambassador,
  AuthProxy,
  type Companion,
  ConfigReloader,
  LogSidecar,
  type PodPattern,
} from '../../../lib';
import { COMPANIONS } from '../companions';
import { build, type PodChanges, WORKLOADS } from './workloads';

/** A workload with a companion on it. */
export interface CompanionCase {
  /** `Job: Adapters.redisMetrics, classic`. */
  readonly title: string;
  /** Name of its workload, no other's in the table. */
  readonly name: string;
  readonly kind: string;
  /** The method that makes the companion. */
  readonly method: string;
  readonly native: boolean;
}

type PatternOf = (container: Companion, native: boolean) => PodPattern;

/** The pattern for the companions of a class. */
const PATTERNS: { readonly [className: string]: PatternOf } = {
  Adapters: (container, native) => new Adapter({ container, native }),
  Ambassadors: (container, native) => new Ambassador({ container, native }),
  AuthProxies: (container, native) => new AuthProxy({ container, native }),
  ConfigReloaders: (container, native) => new ConfigReloader({ container, native }),
  LogShippers: (container, native) => new LogSidecar({ container, native }),
};

/** Companions that their image keeps from the restricted Pod Security level, and the reason. */
export const BASELINE: { readonly [method: string]: string } = {};

/** A port of the main container that no companion has, without a network probe; the token that some need. */
const POD_CHANGES: PodChanges = {
  main: {
    ...WORKLOADS.Pod.pod.main,
    ports: [{ containerPort: 3000 }],
    readinessProbe: WORKLOADS.Pod.pod.main.livenessProbe,
  },
  automountServiceAccountToken: true,
};

export const COMPANION_CASES: readonly CompanionCase[] = Object.keys(COMPANIONS)
  .flatMap((method) => Object.keys(WORKLOADS).map((kind) => ({ method, kind })))
  .flatMap(({ method, kind }) =>
    [true, false].map((native) => ({
      title: `${kind}: ${method}${native ? '' : ', classic'}`,
      kind,
      method,
      native,
    })),
  )
  .map((row, index) => ({ ...row, name: `companion-${index}` }));

/** The workload with all objects that the companion adds to its chart. */
export function companionObjects({ kind, name, method, native }: CompanionCase): object[] {
  const [className] = method.split('.');
  const pattern = PATTERNS[className](COMPANIONS[method](), native);
  return Chart.of(build(kind, name, [pattern], POD_CHANGES)).toJson() as object[];
}

export const companionLevel = ({ method }: CompanionCase): string =>
  Object.hasOwn(BASELINE, method) ? 'baseline' : 'restricted';
