import type { ContainerOrder, StartCondition } from '../../pod/container-order';
import { indentedLines, matcher, Misuse } from '../context';
import { didYouMean } from '../name';
import { type StartOrder, startOrders } from '../pods';
import { subjectOf } from '../subject';
import type { Start } from '../types';

export const toStartInOrder = matcher(
  'toStartInOrder',
  'order',
  (matching, received, order: readonly Start[]) => {
    const steps = stepsOf(order);
    const pod = podWith(
      steps.map(({ container }) => container),
      startOrders(subjectOf(received).entries()),
    );
    const pairs = steps.slice(1).map((step, index) => [steps[index], step] as const);
    const wrong = pairs.flatMap(([before, after]) => problemOf(before, after.container, pod) ?? []);
    return {
      pass: !wrong.length,
      message: () =>
        matching.text(wrong.length ? wrong.join('\n') : 'They do start in this order.', orderText(pod)),
    };
  },
);

interface Step {
  readonly container: string;
  readonly condition?: StartCondition['condition'];
}

const CONDITIONS: readonly unknown[] = ['completed', 'started', 'startupProbe', undefined];

function stepsOf(order: unknown): Step[] {
  if (!Array.isArray(order) || order.length < 2) {
    throw new Misuse('the order must be an array of two or more containers: ["wait-for-db", "proxy", "app"]');
  }
  const steps = order.map((start: Start): Step => (typeof start === 'string' ? { container: start } : start));
  const bad = steps.findIndex(
    (step) => typeof step?.container !== 'string' || !CONDITIONS.includes(step.condition),
  );
  if (bad >= 0) {
    throw new Misuse(
      `item ${bad} of the order is ${JSON.stringify(order[bad])}: use the name of a container, or { container: "proxy", condition: "startupProbe" }, "started" or "completed"`,
    );
  }
  if (steps.at(-1)!.condition) {
    throw new Misuse(
      `the last of the order has the condition "${steps.at(-1)!.condition}": no container after "${steps.at(-1)!.container}" would wait for it`,
    );
  }
  const names = steps.map(({ container }) => container);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Misuse(`the order contains "${twice}" twice`);
  return steps;
}

/** The one Pod that has the containers. A name that no Pod has is a mistake of the test, also by `.not`. */
function podWith(names: readonly string[], pods: readonly StartOrder[]): StartOrder {
  if (!pods.length) throw new Misuse('no Pod in the received value');
  const matching = pods.filter(({ order }) =>
    names.every((name) => order.some((container) => container.name === name)),
  );
  if (matching.length === 1) return matching[0];
  if (matching.length) {
    throw new Misuse(
      `${matching.length} Pods have these containers: pass one of\n${indentedLines(matching.map(({ entry }) => entry.origin))}`,
    );
  }
  const there = pods.flatMap(({ order }) => order.map(({ name }) => name));
  const missing = names.find((name) => !there.includes(name));
  const lines = indentedLines(
    pods.map(({ entry, order }) => `${entry.origin}: ${order.map(({ name }) => name).join(', ')}`),
  );
  if (missing === undefined) throw new Misuse(`no Pod has all of ${names.join(', ')}:\n${lines}`);
  throw new Misuse([`no container "${missing}":`, lines, didYouMean(missing, there) ?? []].flat().join('\n'));
}

function problemOf(before: Step, after: string, { order }: StartOrder): string | undefined {
  const entry = (name: string) => order.find((container) => container.name === name)!;
  const known = entry(after).startsAfter.find(({ container }) => container === before.container);
  if (known) return conditionProblem(before, after, known);
  const isLater = entry(before.container).startsAfter.some(({ container }) => container === after);
  if (isLater) return `"${after}" starts before "${before.container}", not after it`;
  return (
    `"${after}" does not wait for "${before.container}": ordinary containers start without waiting for one another.\n` +
    `→ make "${before.container}" a native sidecar, an init container with restartPolicy: Always`
  );
}

function conditionProblem(
  { container, condition }: Step,
  after: string,
  known: StartCondition,
): string | undefined {
  if (
    condition === undefined ||
    condition === known.condition ||
    (condition === 'started' && known.condition === 'startupProbe')
  ) {
    return undefined;
  }
  const suggestion =
    condition === 'startupProbe' && known.condition === 'started'
      ? `\n→ give "${container}" a startupProbe`
      : '';
  return `"${after}" does not wait until "${container}" ${STATES[condition]}, but until it ${STATES[known.condition]}${suggestion}`;
}

const STATES: { readonly [condition in StartCondition['condition']]: string } = {
  completed: 'has exited',
  started: 'has started',
  startupProbe: 'has passed its startup probe',
};

function orderText({ entry, order }: StartOrder): string {
  const steps = order
    .filter(({ role }) => isInit(role))
    .map(
      ({ name }, index) =>
        `${index + 1}. ${name}: ${STATES[conditionOf(name, order)]} before the next one starts`,
    );
  const ordinary = order.filter(({ role }) => !isInit(role)).map(({ name }) => name);
  return `${entry.origin} starts:\n${indentedLines([...steps, `${steps.length + 1}. ${ordinary.join(', ')}`])}`;
}

const isInit = (role: ContainerOrder['role']) => role !== 'main' && role !== 'container';

const conditionOf = (name: string, order: readonly ContainerOrder[]) =>
  order.at(-1)!.startsAfter.find(({ container }) => container === name)!.condition;
