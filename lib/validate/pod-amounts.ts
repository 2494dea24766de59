import type { Container, PodSpec, Scalar } from './schema/types';
import { amountOf } from '../apimachinery/parse-quantity';
import type { Quantity } from '../apimachinery/quantity';

type Amounts = Map<string, Quantity>;
type Field = 'limits' | 'requests';

/**
 * What all containers of a Pod take at once, at most (AggregateContainerRequests and
 * AggregateContainerLimits, component-helpers resource 1.36).
 */
export function amountsOf(
  { containers = [], initContainers = [] }: PodSpec,
  field: Field,
): ReadonlyMap<string, Quantity> {
  const total: Amounts = new Map();
  for (const container of containers) add(total, of(container, field));
  const sidecars: Amounts = new Map();
  const starting: Amounts = new Map();
  for (const container of initContainers) {
    const own = of(container, field);
    if (container.restartPolicy === 'Always') {
      add(total, own);
      add(sidecars, own);
      raise(starting, sidecars);
    } else {
      const together = new Map(own);
      add(together, sidecars);
      raise(starting, together);
    }
  }
  raise(total, starting);
  return total;
}

const of = ({ resources }: Container, field: Field): ReadonlyMap<string, Quantity> =>
  new Map(Object.entries<Scalar>(resources?.[field] ?? {}).map(([name, amount]) => [name, amountOf(amount)]));

function add(total: Amounts, amounts: ReadonlyMap<string, Quantity>): void {
  for (const [name, amount] of amounts) total.set(name, total.get(name)?.plus(amount) ?? amount);
}

function raise(total: Amounts, amounts: ReadonlyMap<string, Quantity>): void {
  for (const [name, amount] of amounts) {
    const known = total.get(name);
    if (!known || amount.compare(known) > 0) total.set(name, amount);
  }
}
