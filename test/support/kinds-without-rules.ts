import type * as Kinds from '../../lib/validate/kinds';
import type { Kind } from '../../lib/validate/schema/schema';

const actual = jest.requireActual<typeof Kinds>('../../lib/validate/kinds');

/** Two kinds lose their rules, one of them its whole strategy: a new minor brings such kinds. */
const STRATEGIES = actual
  .strategies()
  .filter(({ kind }) => kind !== 'PodCertificateRequest')
  .map((strategy) =>
    strategy.kind === 'ClusterTrustBundle' ? { ...strategy, validate: undefined } : strategy,
  );

/** In the place of lib/validate/kinds: `jest.mock('…', () => require('…/kinds-without-rules'))`. */
export const strategies = () => STRATEGIES;

export const strategyOf = ({ apiVersion, kind }: Kind) =>
  STRATEGIES.find((strategy) => strategy.apiVersion === apiVersion && strategy.kind === kind) ?? {
    apiVersion,
    kind,
  };
