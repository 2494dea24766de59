import type { LogParser } from '../log-parser';

/** The transform that reads fields from a record, in Vector's remap language. */
export function parsing({ _pattern, _options }: LogParser, input: string): object {
  const call =
    _pattern === undefined ? 'parse_json(.message)' : `parse_regex(.message, r'${escaped(_pattern)}')`;
  const lines = [
    `fields, error = ${call}`,
    'if error == null && is_object(fields) {',
    '  . = merge(., object!(fields))',
    '}',
    ...(_options.timeKey === undefined ? [] : timeLines(_options.timeKey, _options.timeFormat)),
  ];
  return { type: 'remap', inputs: [input], source: `${lines.join('\n')}\n` };
}

const escaped = (pattern: string) => pattern.replaceAll("'", "\\'");

const timeLines = (timeKey: string, timeFormat?: string) => [
  `time, error = parse_timestamp(.${JSON.stringify(timeKey)}, ${JSON.stringify(formatOf(timeFormat))})`,
  'if error == null {',
  '  .timestamp = time',
  '}',
];

/** A fraction of a second is `%f` here, and `%.f` with its dot. */
const formatOf = (format = '%+') => format.replaceAll('.%L', '%.f').replaceAll('%L', '%f');
