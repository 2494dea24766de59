import { parse } from 'yaml';
import {
  type FluentBitOptions,
  LogOutput,
  LogParser,
  LogShippers,
  LogSidecar,
  PodTemplate,
} from '../../../lib';

const FILES = ['/var/log/app/app.log'];
const SECRET = { name: 'logs', key: 'password' };

const shipper = (options: Partial<FluentBitOptions> = {}) =>
  LogShippers.fluentBit({ files: FILES, ...options });
const configOf = (options?: Partial<FluentBitOptions>) =>
  parse(shipper(options).toConfigFiles()['fluent-bit.yaml']);
const outputOf = (output: LogOutput) => {
  const { match, retry_limit, ...own } = configOf({ outputs: [output] }).pipeline.outputs[0];
  expect([match, retry_limit]).toEqual(['*', 'no_limits']);
  return own;
};

test('by default it prints JSON, and keeps positions', () => {
  expect(configOf()).toEqual({
    service: {
      flush: 1,
      grace: 10,
      log_level: 'warn',
      http_server: true,
      http_listen: '0.0.0.0',
      http_port: 2020,
      health_check: true,
      'storage.path': '/var/lib/fluent-bit/buffer',
      'storage.max_chunks_up': 16,
    },
    pipeline: {
      inputs: [
        {
          name: 'tail',
          path: '/var/log/app/app.log',
          tag: 'logs',
          key: 'message',
          path_key: 'file',
          db: '/var/lib/fluent-bit/positions.db',
          read_from_head: true,
          refresh_interval: 5,
          buffer_chunk_size: 32768,
          buffer_max_size: 102400,
          skip_long_lines: true,
          'storage.type': 'filesystem',
          'storage.pause_on_chunks_overlimit': true,
        },
      ],
      outputs: [
        {
          name: 'stdout',
          format: 'json_lines',
          json_date_format: 'iso8601',
          match: '*',
          retry_limit: 'no_limits',
        },
      ],
    },
  });
});

test('in a Pod: logs are read-only, positions on their volume, time to drain', () => {
  const patterns = [new LogSidecar({ container: shipper({ drainSeconds: 40 }) })];
  const pod = new PodTemplate({ main: { name: 'web', image: 'web:1' }, patterns });
  expect(pod.tryContainer('fluent-bit')).toMatchObject({
    command: ['/fluent-bit/bin/fluent-bit', '-c', '/etc/fluent-bit/fluent-bit.yaml'],
    livenessProbe: { httpGet: { path: '/', port: 2020 } },
    securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'fluent-bit-config', mountPath: '/etc/fluent-bit', readOnly: true },
      { name: 'logs', mountPath: '/var/log/app', readOnly: true },
      { name: 'logs', mountPath: '/var/lib/fluent-bit', subPath: '.fluent-bit' },
    ],
  });
  expect(pod.tryField('terminationGracePeriodSeconds')).toBe(45);
});

test('several files, a longer line and another port', () => {
  const { service, pipeline } = configOf({
    files: ['/a/a.log', '/b/*.log'],
    maxLineBytes: 1000,
    healthPort: 2021,
    flushSeconds: 5,
  });
  expect(service).toMatchObject({ http_port: 2021, flush: 5 });
  expect(pipeline.inputs[0]).toMatchObject({
    path: '/a/a.log,/b/*.log',
    buffer_chunk_size: 1000,
    buffer_max_size: 1000,
  });
});

describe('parsers', () => {
  test('JSON with a time in RFC 3339', () => {
    const { parsers, pipeline } = configOf({ parser: LogParser.json({ timeKey: 'ts' }) });
    expect(parsers).toEqual([
      {
        name: 'record',
        format: 'json',
        time_key: 'ts',
        time_format: '%Y-%m-%dT%H:%M:%S.%L%z',
        time_keep: true,
        time_strict: false,
      },
    ]);
    expect(pipeline.filters).toEqual([
      { name: 'parser', match: '*', key_name: 'message', parser: 'record', reserve_data: true },
    ]);
  });

  test('a regular expression keeps its characters', () => {
    const pattern = `^(?<level>[A-Z]+): "(?<text>.*)" \\d #'$`;
    expect(configOf({ parser: LogParser.regex(pattern) }).parsers).toEqual([
      { name: 'record', format: 'regex', regex: `/${pattern}/` },
    ]);
  });

  test.each(['^\\d{4}-', 'ERROR|WARN'])('lines are joined up to the next one like %s', (firstLine) => {
    const { multiline_parsers: parsers, pipeline } = configOf({ firstLine });
    const [start, next] = parsers[0].rules;
    expect(start).toEqual({ state: 'start_state', regex: `/${firstLine}/`, next_state: 'cont' });
    expect(next).toMatchObject({ state: 'cont', next_state: 'cont' });
    expect(pipeline.inputs[0]['multiline.parser']).toBe(parsers[0].name);
    const continues = new RegExp(next.regex.slice(1, -1));
    expect(['2030-12-31 ERROR', '  at main.ts:1'].map((line) => continues.test(line))).toEqual([false, true]);
  });
});

test.each([
  [
    LogOutput.http({
      url: 'https://logs.example.com:8443/in?x=1',
      username: 'me: "x"',
      password: SECRET,
      headers: { 'X-App': 'web shop' },
    }),
    {
      name: 'http',
      host: 'logs.example.com',
      port: 8443,
      tls: true,
      'tls.verify': true,
      'tls.verify_hostname': true,
      uri: '/in?x=1',
      format: 'json_lines',
      json_date_format: 'iso8601',
      http_user: 'me: "x"',
      http_passwd: '${OUTPUT_0_PASSWORD}',
      header: ['X-App web shop'],
    },
  ],
  [
    LogOutput.http({ url: 'http://logs', bearerToken: SECRET }),
    {
      name: 'http',
      host: 'logs',
      port: 80,
      uri: '/',
      format: 'json_lines',
      json_date_format: 'iso8601',
      header: ['Authorization Bearer ${OUTPUT_0_TOKEN}'],
    },
  ],
  [
    LogOutput.loki({
      url: 'http://[::1]:3100',
      labels: { app: 'web', env: 'prod' },
      tenantId: '1',
      bearerToken: SECRET,
    }),
    {
      name: 'loki',
      host: '::1',
      port: 3100,
      labels: 'app=web,env=prod',
      tenant_id: '1',
      bearer_token: '${OUTPUT_0_TOKEN}',
    },
  ],
  [
    LogOutput.elasticsearch({ url: 'https://es:9200', index: 'logs-web', verifyTls: false }),
    {
      name: 'es',
      host: 'es',
      port: 9200,
      tls: true,
      'tls.verify': false,
      'tls.verify_hostname': false,
      index: 'logs-web',
      suppress_type_name: true,
    },
  ],
  [
    LogOutput.elasticsearch({ url: 'http://es:9200', index: 'logs', daily: true }),
    {
      name: 'es',
      host: 'es',
      port: 9200,
      logstash_format: true,
      logstash_prefix: 'logs',
      suppress_type_name: true,
    },
  ],
  [
    LogOutput.s3({ bucket: 'logs', region: 'eu-central-1', prefix: 'web', endpoint: 'http://minio:9000' }),
    {
      name: 's3',
      bucket: 'logs',
      region: 'eu-central-1',
      endpoint: 'http://minio:9000',
      s3_key_format: '/web/%Y/%m/%d/%H-%M-%S-$UUID.gz',
      store_dir: '/var/lib/fluent-bit/s3',
      total_file_size: '10M',
      use_put_object: true,
      compression: 'gzip',
    },
  ],
])('output %#', (output, expected) => {
  expect(outputOf(output)).toEqual(expected);
});

test('secrets are variables of the container', () => {
  const { env } = shipper({
    outputs: [
      LogOutput.stdout(),
      LogOutput.loki({ url: 'http://loki', labels: { a: 'b' }, username: 'u', password: SECRET }),
      LogOutput.s3({ bucket: 'abc', region: 'eu', accessKeyId: SECRET, secretAccessKey: SECRET }),
    ],
  }).toContainer();
  expect(env).toEqual(
    ['OUTPUT_1_PASSWORD', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((name) => ({
      name,
      valueFrom: { secretKeyRef: SECRET },
    })),
  );
});

const s3 = () => LogOutput.s3({ bucket: 'abc', region: 'eu', accessKeyId: SECRET, secretAccessKey: SECRET });

test.each<[() => unknown, string]>([
  [() => shipper({ files: [] }), 'LogShippers.fluentBit (…): "files" is []: specify at least one file'],
  [() => shipper({ files: ['app.log'] }), '"files" is "app.log": use an absolute path in a directory'],
  [() => shipper({ files: ['/app.log'] }), '"files" is "/app.log": use an absolute path in a directory'],
  [() => shipper({ files: ['/logs/*/a.log'] }), 'use "*" in the name of the file only'],
  [() => shipper({ files: ['/logs/a,b.log'] }), 'use a path without commas'],
  [() => shipper({ outputs: [] }), '"outputs" is []'],
  [() => shipper({ outputs: ['stdout' as never] }), 'an output, such as LogOutput.stdout()'],
  [() => shipper({ firstLine: '(' }), '"firstLine" is "(": use a valid regular expression'],
  [() => shipper({ firstLine: 'a${B}' }), 'an option contains "${B}": Fluent Bit takes "${" for a variable'],
  [() => shipper({ flushSeconds: 0 }), '"flushSeconds" is 0'],
  [() => shipper({ healthPort: 0.5 }), '"healthPort" is 0.5'],
  [() => shipper({ outputs: [s3(), s3()] }), 'two outputs to S3 have an access key'],
  [() => LogParser.regex('.*'), 'LogParser.regex (…): "pattern" is ".*": name a group for each field'],
  [() => LogParser.json({ timeFormat: '%s' }), '"timeFormat" is set without "timeKey"'],
  [
    () => LogOutput.http({ url: 'logs' }),
    'LogOutput.http (…): "url" is "logs": start it with http:// or https://',
  ],
  [
    () => LogOutput.http({ url: 'http://a', username: 'u' }),
    '"username" is set without "password": set both',
  ],
  [() => LogOutput.http({ url: 'http://a', headers: { authorization: 'x' } }), 'take it from a Secret'],
  [() => LogOutput.http({ url: 'http://a', headers: { 'a b': 'x' } }), '"headers" is "a b"'],
  [
    () => LogOutput.http({ url: 'http://a', username: 'u', password: SECRET, bearerToken: SECRET }),
    '"password" and "bearerToken" are both set',
  ],
  [() => LogOutput.loki({ url: 'http://a/loki', labels: { a: 'b' } }), 'remove the path: "http://a"'],
  [() => LogOutput.loki({ url: 'http://a', labels: {} }), '"labels" is {}: set at least one'],
  [() => LogOutput.loki({ url: 'http://a', labels: { a: 'b,c' } }), '"labels.a" is "b,c"'],
  [() => LogOutput.loki({ url: 'http://a', labels: { 'a-b': 'c' } }), '"labels" is {"a-b":"c"}'],
  [() => LogOutput.elasticsearch({ url: 'http://a', index: 'Logs' }), '"index" is "Logs": use lowercase'],
  [() => LogOutput.s3({ bucket: 'A', region: 'eu' }), '"bucket" is "A"'],
  [() => LogOutput.s3({ bucket: 'abc', region: 'eu', prefix: '/logs' }), '"prefix" is "/logs"'],
  [
    () => LogOutput.s3({ bucket: 'abc', region: 'eu', accessKeyId: SECRET }),
    'go together: set both, or neither',
  ],
])('%s is refused', (make, message) => {
  let text = '';
  try {
    make();
  } catch (error) {
    text = (error as Error).message;
  }
  expect(text.replace(/ \(.*?fluent-bit\.test\.ts:\d+:\d+\)/, ' (…)')).toContain(message);
});
