import type { LogHttpOptions, LogLokiOptions, LogS3Options, LogServerOptions } from '../log-output/options';
import { type Login, type LogTarget, loginOf } from '../log-output/target';
import { STATE } from './state';

/** An output with the properties that its plugin has. */
export function outputOf(target: LogTarget, index: number): object {
  if (target.kind === 'stdout') {
    return { name: 'stdout', format: 'json_lines', json_date_format: 'iso8601' };
  }
  if (target.kind === 's3') return s3Of(target.options);
  const login = loginOf(index, target.options);
  const server = serverOf(target.options);
  if (target.kind === 'http') return { name: 'http', ...server, ...httpOf(target.options, login) };
  if (target.kind === 'loki') return { name: 'loki', ...server, ...lokiOf(target.options, login) };
  const { index: name, daily = false } = target.options;
  return {
    name: 'es',
    ...server,
    ...(daily ? { logstash_format: true, logstash_prefix: name } : { index: name }),
    // Elasticsearch 8 has no types.
    suppress_type_name: true,
    ...basicOf(login),
  };
}

function serverOf({ url, verifyTls = true }: LogServerOptions & { readonly url: string }): object {
  const { hostname, port, protocol } = new URL(url);
  const tls = protocol === 'https:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (tls ? 443 : 80),
    ...(tls ? { tls: true, 'tls.verify': verifyTls, 'tls.verify_hostname': verifyTls } : {}),
  };
}

const basicOf = ({ username, password }: Login) =>
  username === undefined ? {} : { http_user: username, http_passwd: password };

function httpOf({ url, headers = {} }: LogHttpOptions, login: Login): object {
  const { pathname, search } = new URL(url);
  const header = [
    ...Object.entries(headers).map(([name, value]) => `${name} ${value}`),
    ...(login.bearerToken === undefined ? [] : [`Authorization Bearer ${login.bearerToken}`]),
  ];
  return {
    uri: pathname + search,
    format: 'json_lines',
    json_date_format: 'iso8601',
    ...basicOf(login),
    ...(header.length ? { header } : {}),
  };
}

function lokiOf({ labels, tenantId }: LogLokiOptions, login: Login): object {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return {
    labels: pairs.join(','),
    ...(tenantId === undefined ? {} : { tenant_id: tenantId }),
    ...basicOf(login),
    ...(login.bearerToken === undefined ? {} : { bearer_token: login.bearerToken }),
  };
}

function s3Of({ bucket, region, prefix, endpoint }: LogS3Options): object {
  return {
    name: 's3',
    bucket,
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    s3_key_format: `/${prefix === undefined ? '' : `${prefix}/`}%Y/%m/%d/%H-%M-%S-$UUID.gz`,
    store_dir: `${STATE}/s3`,
    total_file_size: '10M',
    use_put_object: true,
    compression: 'gzip',
  };
}
