import type { IConstruct } from 'constructs';
import { toYaml } from '../written/yaml';
import { isApp, isChart, isObject, objectsOf } from './constructs';

/** Manifests as synth writes them, but for strings that kubectl would misread. */
export const yamlOf = (manifests: readonly object[]): string => toYaml(...manifests.map(withoutMatchers));

/**
 * The manifests that synth writes for a construct, in their order.
 *
 * @throws Error as synth does, where they are not valid
 */
export function synthesized(construct: IConstruct): object[] {
  if (isApp(construct)) return construct.charts.flatMap((chart) => chart.toJson() as object[]);
  if (isChart(construct)) return construct.toJson() as object[];
  const errors = construct.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((error) => `[${node.path}] ${error}`));
  if (errors.length) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
  return objectsOf(construct).map((object) => object.toJson() as object);
}

/**
 * Asymmetric matchers as snapshots show them: a property matcher stands for what differs from run to run.
 * What holds none stays the same object, so that objects in two places get their anchors.
 */
function withoutMatchers<T>(value: T): T {
  if (!isObject(value)) return value;
  const { $$typeof } = value as { readonly $$typeof?: unknown };
  if ($$typeof === Symbol.for('jest.asymmetricMatcher')) return matcherText(value) as T;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutMatchers(item)] as const);
  if (entries.every(([key, item]) => item === value[key as never])) return value;
  return (Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)) as T;
}

const matcherText = (matcher: { toAsymmetricMatcher?(): string }) =>
  matcher.toAsymmetricMatcher?.() ?? String(matcher);
