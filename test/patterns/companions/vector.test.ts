import { parse } from 'yaml';
import { LogOutput, LogParser, LogShippers, LogSidecar, PodTemplate, type VectorOptions } from '../../../lib';

const FILES = ['/var/log/app/app.log'];
const SECRET = { name: 'logs', key: 'password' };
const shipper = (options: Partial<VectorOptions> = {}) => LogShippers.vector({ files: FILES, ...options });

/** What Vector reads: it replaces variables in the text (config::vars::interpolate, 0.57). */
function configOf(options: Partial<VectorOptions> = {}, variables: { readonly [name: string]: string } = {}) {
  const text = shipper(options).toConfigFiles()['vector.yaml'];
  const replaced = text.replace(
    /\$\$|\$([\w.]+)|\$\{([\w.]+)\}/g,
    (match, plain?: string, braced?: string) =>
      match === '$$' ? '$' : (variables[(plain ?? braced)!] ?? `MISSING ${match}`),
  );
  return parse(replaced);
}

const sinkOf = (output: LogOutput, variables?: { readonly [name: string]: string }) => {
  const { inputs, acknowledgements, ...own } = configOf({ outputs: [output] }, variables).sinks.output_0;
  expect([inputs, acknowledgements]).toEqual([['files'], { enabled: true }]);
  return own;
};

test('by default it prints JSON, and keeps positions', () => {
  expect(configOf()).toEqual({
    data_dir: '/var/lib/vector',
    api: { enabled: true, address: '0.0.0.0:8686' },
    sources: {
      files: { type: 'file', include: FILES, read_from: 'beginning', max_line_bytes: 102400 },
    },
    sinks: {
      output_0: {
        type: 'console',
        encoding: { codec: 'json' },
        inputs: ['files'],
        acknowledgements: { enabled: true },
      },
    },
  });
});

test('in a Pod: logs are read-only, positions on their volume, variables allowed', () => {
  const patterns = [new LogSidecar(shipper({ drainSeconds: 5 }))];
  const pod = new PodTemplate({ main: { name: 'web', image: 'web:1' }, patterns });
  expect(pod.tryContainer('vector')).toMatchObject({
    args: ['--config=/etc/vector-config/vector.yaml', '--graceful-shutdown-limit-secs=5'],
    env: [
      { name: 'VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION', value: 'true' },
      { name: 'VECTOR_LOG', value: 'warn' },
    ],
    livenessProbe: { httpGet: { path: '/health', port: 8686 } },
    volumeMounts: [
      { name: 'vector-config', mountPath: '/etc/vector-config', readOnly: true },
      { name: 'logs', mountPath: '/var/log/app', readOnly: true },
      { name: 'logs', mountPath: '/var/lib/vector', subPath: '.vector' },
    ],
  });
});

test('the options of the source', () => {
  const firstLine = '^\\d{4}$|^$HOME';
  const { api, sources, sinks } = configOf({
    firstLine,
    maxLineBytes: 10,
    healthPort: 8687,
    acknowledgements: false,
  });
  expect(api.address).toBe('0.0.0.0:8687');
  expect(sources.files).toMatchObject({
    max_line_bytes: 10,
    multiline: {
      start_pattern: firstLine,
      mode: 'halt_before',
      condition_pattern: firstLine,
      timeout_ms: 1000,
    },
  });
  expect(sinks.output_0.acknowledgements).toEqual({ enabled: false });
});

describe('parsers', () => {
  const transformOf = (parser: LogParser) => configOf({ parser });

  test('JSON with a time in RFC 3339', () => {
    const { transforms, sinks } = transformOf(LogParser.json({ timeKey: 'a"b' }));
    expect(sinks.output_0.inputs).toEqual(['parsed']);
    expect(transforms.parsed).toEqual({
      type: 'remap',
      inputs: ['files'],
      source: `fields, error = parse_json(.message)
if error == null && is_object(fields) {
  . = merge(., object!(fields))
}
time, error = parse_timestamp(."a\\"b", "%+")
if error == null {
  .timestamp = time
}
`,
    });
  });

  test('a regular expression with quotes and dollar signs, and a time with a fraction', () => {
    const parser = LogParser.regex("^(?<t>\\S+) '(?<m>.*)'$", { timeKey: 't', timeFormat: '%T.%L' });
    const { source } = transformOf(parser).transforms.parsed;
    expect(source).toContain("parse_regex(.message, r'^(?<t>\\S+) \\'(?<m>.*)\\'$')\n");
    expect(source).toContain('parse_timestamp(."t", "%T%.f")');
  });
});

const PASSWORD = ` a"b'c\\d: #e $f {g}`;

test.each([
  [
    LogOutput.http({
      url: 'https://logs/in',
      username: 'me$you',
      password: SECRET,
      headers: { 'X-App': 'web' },
      verifyTls: false,
    }),
    {
      type: 'http',
      uri: 'https://logs/in',
      method: 'post',
      encoding: { codec: 'json' },
      framing: { method: 'newline_delimited' },
      request: { headers: { 'X-App': 'web' } },
      auth: { strategy: 'basic', user: 'me$you', password: PASSWORD },
      tls: { verify_certificate: false, verify_hostname: false },
    },
  ],
  [
    LogOutput.loki({ url: 'http://loki:3100', labels: { app: 'web' }, tenantId: '1', bearerToken: SECRET }),
    {
      type: 'loki',
      endpoint: 'http://loki:3100',
      labels: { app: 'web' },
      encoding: { codec: 'json' },
      tenant_id: '1',
      auth: { strategy: 'bearer', token: PASSWORD },
    },
  ],
  [
    LogOutput.elasticsearch({ url: 'http://es:9200', index: 'logs' }),
    { type: 'elasticsearch', endpoints: ['http://es:9200'], bulk: { index: 'logs', action: 'create' } },
  ],
  [
    LogOutput.elasticsearch({ url: 'http://es:9200', index: 'logs', daily: true }),
    {
      type: 'elasticsearch',
      endpoints: ['http://es:9200'],
      bulk: { index: 'logs-%Y.%m.%d', action: 'create' },
    },
  ],
  [
    LogOutput.s3({ bucket: 'logs', region: 'eu-central-1', prefix: 'web', endpoint: 'http://minio:9000' }),
    {
      type: 'aws_s3',
      bucket: 'logs',
      region: 'eu-central-1',
      endpoint: 'http://minio:9000',
      key_prefix: 'web/%Y/%m/%d/',
      compression: 'gzip',
      encoding: { codec: 'json' },
      framing: { method: 'newline_delimited' },
    },
  ],
])('output %#, whatever the password is', (output, expected) => {
  expect(sinkOf(output, { OUTPUT_0_PASSWORD: PASSWORD, OUTPUT_0_TOKEN: PASSWORD })).toEqual(expected);
});

/** Options by type, as the reference of Vector 0.57 (website/cue/reference/components) has them. */
const REFERENCE: { readonly [type: string]: string } = {
  file: 'acknowledgements data_dir encoding exclude file_key fingerprint glob_minimum_cooldown_ms host_key ignore_checkpoints ignore_not_found ignore_older_secs include internal_metrics line_delimiter max_line_bytes max_read_bytes multiline offset_key oldest_first read_from remove_after_secs rotate_wait_secs',
  console: 'acknowledgements encoding framing target',
  http: 'acknowledgements auth batch compression encoding framing method payload_prefix payload_suffix request retry_strategy tls uri',
  loki: 'acknowledgements auth batch compression encoding endpoint labels out_of_order_action path remove_label_fields remove_structured_metadata_fields remove_timestamp request structured_metadata tenant_id tls',
  elasticsearch:
    'acknowledgements api_version auth aws batch bulk compression data_stream distribution doc_type encoding endpoint endpoints id_key metrics mode opensearch_service_type pipeline query request request_retry_partial suppress_type_name tls',
  aws_s3:
    'acknowledgements acl auth batch batch_encoding bucket compression content_encoding content_type encoding endpoint filename_append_uuid filename_extension filename_time_format force_path_style framing key_prefix region request retry_strategy server_side_encryption storage_class tags timezone tls',
};

test('the reference of Vector has every option', () => {
  const outputs = [
    LogOutput.stdout(),
    LogOutput.http({
      url: 'https://a',
      username: 'a',
      password: SECRET,
      headers: { a: 'b' },
      verifyTls: false,
    }),
    LogOutput.loki({ url: 'http://a', labels: { a: 'b' }, tenantId: 'a' }),
    LogOutput.elasticsearch({ url: 'http://a', index: 'a' }),
    LogOutput.s3({ bucket: 'abc', region: 'eu', prefix: 'a', endpoint: 'http://a' }),
  ];
  const { sources, sinks } = configOf({ outputs, firstLine: '^a' }, { OUTPUT_1_PASSWORD: 'x' });
  const parts: { readonly type: string }[] = [sources.files, ...(Object.values(sinks) as never[])];
  expect(parts.map(({ type }) => type)).toEqual(Object.keys(REFERENCE));
  for (const { type, ...options } of parts) {
    const known = new Set(['inputs', ...REFERENCE[type].split(' ')]);
    expect([type, Object.keys(options).filter((option) => !known.has(option))]).toEqual([type, []]);
  }
});

test.each<[Partial<VectorOptions>, string]>([
  [{ files: [] }, '"files" is []: specify at least one file'],
  [{ drainSeconds: 0 }, '"drainSeconds" is 0: use an integer of at least 1'],
  [{ maxLineBytes: -1 }, '"maxLineBytes" is -1'],
  [{ parser: 'json' as never }, 'a parser, such as LogParser.json()'],
])('%j is refused', (options, message) => {
  expect(() => shipper(options)).toThrow(/^LogShippers\.vector \(.*vector\.test\.ts:\d+:\d+\)/);
  expect(() => shipper(options)).toThrow(message);
});
