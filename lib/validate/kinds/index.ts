import type { Kind } from '../schema/schema';
import { POD_KINDS } from './pods';
import type { Strategy } from './strategy';

type Strategies = ReadonlyMap<string, Strategy<never>>;

const byName = (strategies: readonly Strategy<never>[]): Strategies =>
  new Map(strategies.map((strategy) => [nameOf(strategy), strategy]));

const nameOf = ({ apiVersion, kind }: Pick<Kind, 'apiVersion' | 'kind'>) => `${apiVersion} ${kind}`;

const PODS = byName(POD_KINDS);
let others: Strategies | undefined;

const otherKinds = () => (require('./others') as typeof import('./others')).OTHER_KINDS;

/** The strategy of a kind: an empty one if nothing more is known of it than its fields. */
export function strategyOf({ apiVersion, kind }: Kind): Strategy {
  const name = nameOf({ apiVersion, kind });
  const strategy = PODS.get(name) ?? (others ??= byName(otherKinds())).get(name);
  return (strategy as Strategy | undefined) ?? { apiVersion, kind };
}

/** The strategies of all kinds of which more is known than their fields. */
export const strategies = (): readonly Strategy<never>[] => [...POD_KINDS, ...otherKinds()];
