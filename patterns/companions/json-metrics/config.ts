import { secretFile, type SecretFile } from '../base/secret-file';
import type { JsonMetric, JsonModule } from './module';

type Fields = { [field: string]: unknown };

export const moduleName = ({ name = 'default' }: JsonModule) => name;

/** The file with the token of a module. */
export const tokenFile = (
  companion: string,
  index: number,
  { bearerToken }: JsonModule,
): SecretFile | undefined =>
  bearerToken &&
  secretFile(`${companion}-token-${index}`, bearerToken, `/etc/json-exporter-tokens/${index}`, 'token');

/** A module as json_exporter reads it (config/config.go, v0.7.0). */
export function moduleConfig(module: JsonModule, token: SecretFile | undefined): Fields {
  const { metrics, headers, body, validStatusCodes } = module;
  const client = clientOf(module, token);
  return {
    ...(headers ? { headers } : {}),
    metrics: metrics.map(metricOf),
    ...(Object.keys(client).length ? { http_client_config: client } : {}),
    ...(body === undefined ? {} : { body: { content: body } }),
    ...(validStatusCodes ? { valid_status_codes: validStatusCodes } : {}),
  };
}

function clientOf({ tlsSkipVerify }: JsonModule, token: SecretFile | undefined): Fields {
  return {
    ...(token ? { authorization: { type: 'Bearer', credentials_file: token.path } } : {}),
    ...(tlsSkipVerify ? { tls_config: { insecure_skip_verify: true } } : {}),
  };
}

/** Fields without a tag in the exporter's code are read in small letters. */
const metricOf = ({ valueType, values, type = values ? 'object' : 'value', ...metric }: JsonMetric) => ({
  ...metric,
  type,
  ...(values ? { values } : {}),
  ...(valueType ? { valuetype: valueType } : {}),
});
