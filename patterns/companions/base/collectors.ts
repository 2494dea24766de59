import type { OptionCheck } from './option-check';

/** Flags that switch collectors of an exporter on or off, as kingpin reads them. */
export function collectorFlags(
  check: OptionCheck,
  prefix: 'collector' | 'collect',
  collectors: { readonly [collector: string]: boolean },
): string[] {
  return Object.entries(collectors).map(([collector, on]) => {
    check.matches(
      'collectors',
      collector,
      /^(?!no-|collect)[a-z][a-z0-9_.]*$/,
      `use the name that follows "--${prefix}." in the exporter's flags, such as ${EXAMPLE[prefix]}, and true or false as its value`,
    );
    return `--${on ? '' : 'no-'}${prefix}.${collector}`;
  });
}

const EXAMPLE = { collector: 'stat_statements', collect: 'info_schema.tables' } as const;
