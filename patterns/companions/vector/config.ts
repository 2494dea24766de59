import { configYaml } from '../base/yaml';
import { VARIABLE } from '../log-output/target';
import { targetsOf } from '../log-shipper/checks';
import type { VectorOptions } from './options';
import { parsing } from './parsing';
import { sinkOf } from './sinks';

export const STATE = '/var/lib/vector';
export const HEALTH_PORT = 8686;

/** The configuration of Vector. */
export function vectorConfig(options: VectorOptions): string {
  const { parser, acknowledgements = true, healthPort = HEALTH_PORT } = options;
  const common = {
    inputs: [parser ? 'parsed' : 'files'],
    acknowledgements: { enabled: acknowledgements },
  };
  const sinks = targetsOf(options).map((target, index) => [
    `output_${index}`,
    { ...sinkOf(target, index), ...common },
  ]);
  return withVariables(
    configYaml({
      data_dir: STATE,
      api: { enabled: true, address: `0.0.0.0:${healthPort}` },
      sources: { files: sourceOf(options) },
      ...(parser ? { transforms: { parsed: parsing(parser, 'files') } } : {}),
      sinks: Object.fromEntries(sinks) as object,
    }),
  );
}

function sourceOf({ files, firstLine, maxLineBytes = 102400 }: VectorOptions): object {
  return {
    type: 'file',
    include: files,
    read_from: 'beginning',
    max_line_bytes: maxLineBytes,
    ...(firstLine === undefined
      ? {}
      : {
          multiline: {
            start_pattern: firstLine,
            mode: 'halt_before',
            condition_pattern: firstLine,
            timeout_ms: 1000,
          },
        }),
  };
}

const REFERENCE = `\\{${VARIABLE}\\d+_\\w+\\}`;

/**
 * Vector replaces variables before it reads the YAML: no character of a password means anything in a literal
 * block. Every other dollar sign is doubled.
 */
const withVariables = (yaml: string) =>
  yaml
    .replace(new RegExp(`\\$(?!${REFERENCE})`, 'g'), '$$$$')
    .replace(new RegExp(`^( *)(\\w+): (\\$${REFERENCE})$`, 'gm'), '$1$2: |2-\n$1  $3');
