import type { OptionCheck } from '../base/option-check';

/** Rule that makes metrics of the attributes of MBeans. */
export interface JmxRule {
  /**
   * Regular expression of Java for the attribute: `kafka.server<type=(.+), name=(.+)><>Count`.
   *
   * @default - every attribute
   */
  readonly pattern?: string;

  /**
   * Name of the metric; `$1` is what the first group matches.
   *
   * @default - made of the names of the MBean and the attribute
   */
  readonly name?: string;

  /**
   * Value: a number, or `$1` for what the first group matches.
   *
   * @default - that of the attribute
   */
  readonly value?: string;

  /**
   * Factor for the value.
   *
   * @default 1
   */
  readonly valueFactor?: number;

  /**
   * Labels; `$1` is what the first group matches.
   *
   * @default - none
   */
  readonly labels?: { readonly [label: string]: string };

  /**
   * Description of the metric.
   *
   * @default - the attribute
   */
  readonly help?: string;

  /**
   * Type of the metric.
   *
   * @default 'UNKNOWN'
   */
  readonly type?: 'GAUGE' | 'COUNTER' | 'UNKNOWN';

  /**
   * Whether the name of the attribute is in snake case.
   *
   * @default false
   */
  readonly attrNameSnakeCase?: boolean;
}

interface JmxConfig {
  readonly rules?: readonly JmxRule[];
  readonly includeObjectNames?: readonly string[];
  readonly excludeObjectNames?: readonly string[];
  readonly lowercaseNames?: boolean;
}

/** The configuration as the agent reads it (JmxCollector, v1.6.0). */
export const jmxConfig = ({ rules, includeObjectNames, excludeObjectNames, lowercaseNames }: JmxConfig) => ({
  ...(lowercaseNames ? { lowercaseOutputName: true, lowercaseOutputLabelNames: true } : {}),
  ...(includeObjectNames ? { includeObjectNames } : {}),
  ...(excludeObjectNames ? { excludeObjectNames } : {}),
  rules: rules ?? [{ pattern: '.*' }],
});

/** @throws Error if the agent would refuse a rule, and end the program */
export function assertRules(check: OptionCheck, rules: readonly JmxRule[]): void {
  rules.forEach(({ pattern, name, labels, help }, index) => {
    const place = `rules[${index}]`;
    if (name !== undefined && pattern === undefined) {
      check.contradiction(`"${place}.name" is set without "pattern": set the attributes that have the name`);
    }
    if (name === undefined && (labels ?? help) !== undefined) {
      check.contradiction(
        `"${place}.${labels ? 'labels' : 'help'}" is set without "name": set the name of the metric`,
      );
    }
    Object.keys(labels ?? {}).forEach((label) =>
      check.metricLabel(`${place}.labels`, label.replace(/\$\d/g, 'x')),
    );
  });
}
