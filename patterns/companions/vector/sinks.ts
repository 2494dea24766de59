import type { LogHttpOptions, LogLokiOptions, LogS3Options, LogServerOptions } from '../log-output/options';
import { type Login, type LogTarget, loginOf } from '../log-output/target';

const JSON_LINES = { encoding: { codec: 'json' }, framing: { method: 'newline_delimited' } };

/** A sink with the options that its type has. */
export function sinkOf(target: LogTarget, index: number): object {
  if (target.kind === 'stdout') return { type: 'console', encoding: { codec: 'json' } };
  if (target.kind === 's3') return s3Of(target.options);
  const access = accessOf(target.options, loginOf(index, target.options));
  if (target.kind === 'http') return { ...httpOf(target.options), ...access };
  if (target.kind === 'loki') return { ...lokiOf(target.options), ...access };
  const { url, index: name, daily = false } = target.options;
  return {
    type: 'elasticsearch',
    endpoints: [url],
    // A data stream takes nothing but "create".
    bulk: { index: daily ? `${name}-%Y.%m.%d` : name, action: 'create' },
    ...access,
  };
}

const httpOf = ({ url, headers }: LogHttpOptions) => ({
  type: 'http',
  uri: url,
  method: 'post',
  ...JSON_LINES,
  ...(headers ? { request: { headers } } : {}),
});

const lokiOf = ({ url, labels, tenantId }: LogLokiOptions) => ({
  type: 'loki',
  endpoint: url,
  labels,
  encoding: { codec: 'json' },
  ...(tenantId === undefined ? {} : { tenant_id: tenantId }),
});

function accessOf(
  { verifyTls = true }: LogServerOptions,
  { username, password, bearerToken }: Login,
): object {
  return {
    ...(username === undefined ? {} : { auth: { strategy: 'basic', user: username, password } }),
    ...(bearerToken === undefined ? {} : { auth: { strategy: 'bearer', token: bearerToken } }),
    ...(verifyTls ? {} : { tls: { verify_certificate: false, verify_hostname: false } }),
  };
}

const s3Of = ({ bucket, region, prefix, endpoint }: LogS3Options) => ({
  type: 'aws_s3',
  bucket,
  region,
  ...(endpoint === undefined ? {} : { endpoint }),
  key_prefix: `${prefix === undefined ? '' : `${prefix}/`}%Y/%m/%d/`,
  compression: 'gzip',
  ...JSON_LINES,
});
