import { OptionCheck } from '../base/option-check';
import type { LogHttpOptions, LogLokiOptions, LogS3Options, LogServerOptions } from './options';
import type { LogTarget } from './target';

/** @throws Error about the first wrong option */
export function assertTarget(target: LogTarget): void {
  const check = new OptionCheck(`LogOutput.${target.kind}`);
  if (target.kind === 'stdout') return;
  if (target.kind === 's3') return assertBucket(check, target.options);
  check.url('url', target.options.url);
  assertLogin(check, target.options);
  if (target.kind === 'http') return assertHeaders(check, target.options);
  const { pathname, search, origin } = new URL(target.options.url);
  if (pathname !== '/' || search) check.fail('url', target.options.url, `remove the path: "${origin}"`);
  if (target.kind === 'loki') return assertLabels(check, target.options);
  const { index } = target.options;
  if (!/^[a-z0-9.][a-z0-9._-]*$/.test(index)) {
    check.fail('index', index, 'use lowercase letters, digits, "-", "_" and "."');
  }
}

type LoginOptions = LogServerOptions & Pick<LogHttpOptions, 'bearerToken'>;

function assertLogin(check: OptionCheck, { username, password, bearerToken }: LoginOptions): void {
  if ((username === undefined) !== (password === undefined)) {
    const [given, missing] = password ? ['password', 'username'] : ['username', 'password'];
    check.contradiction(`"${given}" is set without "${missing}": set both`);
  }
  if (password && bearerToken) {
    check.contradiction('"password" and "bearerToken" are both set: a request has one login, so remove one');
  }
  assertText(check, 'username', username);
}

function assertHeaders(check: OptionCheck, { headers = {} }: LogHttpOptions): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) check.fail('headers', name, 'use the name of a header');
    if (name.toLowerCase() === 'authorization') {
      check.fail('headers', name, 'use "password" or "bearerToken", which take it from a Secret');
    }
    assertText(check, `headers.${name}`, value);
  }
}

function assertLabels(check: OptionCheck, { labels, tenantId }: LogLokiOptions): void {
  if (!Object.keys(labels).length) check.fail('labels', labels, "set at least one, such as { app: 'shop' }");
  for (const [name, value] of Object.entries(labels)) {
    if (!/^[a-zA-Z_]\w*$/.test(name)) {
      check.fail('labels', { [name]: value }, 'use letters, digits and "_" for the name of a label');
    }
    if (!/^[^\s,"'${}][^,"'${}\p{Cc}]*$/u.test(value)) {
      check.fail(`labels.${name}`, value, 'use text without commas, quotes, "$" and braces');
    }
  }
  assertText(check, 'tenantId', tenantId);
}

function assertBucket(check: OptionCheck, options: LogS3Options): void {
  const { bucket, region, prefix, endpoint, accessKeyId, secretAccessKey } = options;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    check.fail('bucket', bucket, 'use 3 to 63 lowercase letters, digits, "-" and "."');
  }
  if (!/^[a-z0-9-]+$/.test(region)) check.fail('region', region, 'use a region such as "eu-central-1"');
  check.url('endpoint', endpoint);
  if (prefix !== undefined && !/^[\w.=+-]+(\/[\w.=+-]+)*$/.test(prefix)) {
    check.fail('prefix', prefix, 'use names separated by "/", such as "logs/shop"');
  }
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    check.contradiction('"accessKeyId" and "secretAccessKey" go together: set both, or neither');
  }
}

/** Text that means itself in a configuration. */
function assertText(check: OptionCheck, option: string, value: string | undefined): void {
  if (value !== undefined && (!value || /\p{Cc}|\$\{|\{\{/u.test(value))) {
    check.fail(option, value, 'use one line of text without "${" and "{{", which log shippers replace');
  }
}
