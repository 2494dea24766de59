import { configYaml } from '../base/yaml';
import type { OptionCheck } from '../base/option-check';
import { VARIABLE } from '../log-output/target';
import type { LogParser } from '../log-parser';
import { targetsOf } from '../log-shipper/checks';
import type { FluentBitOptions } from './options';
import { outputOf } from './outputs';
import { STATE } from './state';

export const HEALTH_PORT = 2020;

const PARSER = 'record';
const LINES = 'lines';

/** The configuration of Fluent Bit in its YAML format. */
export function fluentBitConfig(check: OptionCheck, options: FluentBitOptions): string {
  const { parser, firstLine } = options;
  const yaml = configYaml({
    service: serviceOf(options),
    ...(parser ? { parsers: [parserOf(parser)] } : {}),
    ...(firstLine === undefined ? {} : { multiline_parsers: [linesOf(firstLine)] }),
    pipeline: {
      inputs: [inputOf(options)],
      ...(parser ? { filters: [FILTER] } : {}),
      outputs: targetsOf(options).map((target, index) => ({
        ...outputOf(target, index),
        match: '*',
        // By default it drops what it cannot send twice.
        retry_limit: 'no_limits',
      })),
    },
  });
  assertNoVariable(check, yaml);
  return yaml;
}

function assertNoVariable(check: OptionCheck, yaml: string): void {
  const [variable] = new RegExp(`\\$\\{(?!${VARIABLE})[^}]*\\}?`).exec(yaml) ?? [];
  if (variable) {
    check.contradiction(`an option contains "${variable}": Fluent Bit takes "\${" for a variable`);
  }
}

function serviceOf(options: FluentBitOptions): object {
  const { flushSeconds = 1, drainSeconds = 10, healthPort = HEALTH_PORT } = options;
  return {
    flush: flushSeconds,
    grace: drainSeconds,
    log_level: 'warn',
    http_server: true,
    http_listen: '0.0.0.0',
    http_port: healthPort,
    health_check: true,
    'storage.path': `${STATE}/buffer`,
    'storage.max_chunks_up': 16,
  };
}

function inputOf({ files, firstLine, maxLineBytes = 102400 }: FluentBitOptions): object {
  return {
    name: 'tail',
    path: files.join(','),
    tag: 'logs',
    key: 'message',
    path_key: 'file',
    db: `${STATE}/positions.db`,
    read_from_head: true,
    refresh_interval: 5,
    buffer_chunk_size: Math.min(maxLineBytes, 32768),
    buffer_max_size: maxLineBytes,
    // By default it no longer reads a file with such a line.
    skip_long_lines: true,
    // What it has read is on disk until it is sent, since its position is already behind that.
    'storage.type': 'filesystem',
    'storage.pause_on_chunks_overlimit': true,
    ...(firstLine === undefined ? {} : { 'multiline.parser': LINES }),
  };
}

/** A parser of the input would see the lines before they are joined. */
const FILTER = { name: 'parser', match: '*', key_name: 'message', parser: PARSER, reserve_data: true };

function parserOf({ _pattern, _options }: LogParser): object {
  const { timeKey, timeFormat = '%Y-%m-%dT%H:%M:%S.%L%z' } = _options;
  return {
    name: PARSER,
    ...(_pattern === undefined ? { format: 'json' } : { format: 'regex', regex: delimited(_pattern) }),
    ...(timeKey === undefined
      ? {}
      : {
          time_key: timeKey,
          time_format: timeFormat,
          time_keep: true,
          // The fraction of a second may be missing.
          time_strict: false,
        }),
  };
}

const linesOf = (firstLine: string) => ({
  name: LINES,
  type: 'regex',
  flush_timeout: 1000,
  rules: [
    { state: 'start_state', regex: delimited(firstLine), next_state: 'cont' },
    { state: 'cont', regex: delimited(`^(?!.*(?:${firstLine}))`), next_state: 'cont' },
  ],
});

/** Fluent Bit removes one slash at each end. */
const delimited = (pattern: string) => `/${pattern}/`;
