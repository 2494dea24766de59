import { OptionCheck } from '../base/option-check';
import type { PgBouncerDatabase } from './database';
import { tlsMode } from './ini';
import type { PgBouncerOptions } from './options';

/** Options that are numbers, and the least that each can be. */
const COUNTS = {
  poolSize: 1,
  minPoolSize: 0,
  reservePoolSize: 0,
  maxDatabaseConnections: 1,
  maxClients: 1,
  maxPreparedStatements: 0,
  queryWaitSeconds: 0,
  idleServerSeconds: 0,
} as const;

/** @throws Error if PgBouncer would refuse its configuration, or options contradict each other */
export function assertPgBouncer(options: PgBouncerOptions): void {
  const check = new OptionCheck('Ambassadors.pgBouncer');
  check.host('host', options.host);
  check.port('hostPort', options.hostPort);
  check.port('port', options.port);
  check.key('authFile', options.authFile);
  Object.entries(COUNTS).forEach(([option, least]) =>
    check.count(option, options[option as keyof typeof COUNTS], least),
  );
  assertSizes(check, options);
  assertAuth(check, options);
  assertTlsOptions(check, options);
  assertDatabases(check, options.databases);
  options.ignoreStartupParameters?.forEach((parameter, index) => {
    if (!/^\w+$/.test(parameter)) {
      check.fail(`ignoreStartupParameters[${index}]`, parameter, 'use the name of one parameter');
    }
  });
}

function assertSizes(check: OptionCheck, { poolSize = 20, minPoolSize = 0 }: PgBouncerOptions): void {
  if (minPoolSize > poolSize) {
    check.contradiction(`"minPoolSize" is ${minPoolSize}, but "poolSize" is ${poolSize}: decrease it`);
  }
}

function assertAuth(check: OptionCheck, options: PgBouncerOptions): void {
  for (const option of ['authUser', 'authQuery', 'authDatabase'] as const) {
    check.line(option, options[option]);
    check.notEmpty(option, options[option], 'one character');
  }
  const dependent = (['authQuery', 'authDatabase'] as const).find((option) => options[option] !== undefined);
  if (dependent && options.authUser === undefined) {
    check.contradiction(
      `"${dependent}" is set without "authUser": set the user as which PgBouncer asks the server`,
    );
  }
  if (options.authQuery !== undefined && !options.authQuery.includes('$1')) {
    check.fail('authQuery', options.authQuery, 'use $1 for the name of the user');
  }
}

function assertTlsOptions(check: OptionCheck, options: PgBouncerOptions): void {
  const { caSecret, caConfigMap, clientSecret } = options;
  const mode = tlsMode(options);
  check.key('caSecret', caSecret);
  check.key('caConfigMap', caConfigMap);
  check.notEmpty('clientSecret', clientSecret, 'the name of a Secret');
  if (caSecret && caConfigMap) {
    check.contradiction('"caSecret" and "caConfigMap" are both set: keep one');
  }
  if ((caSecret || caConfigMap) && !mode.startsWith('verify-')) {
    const ca = caSecret ? 'caSecret' : 'caConfigMap';
    check.contradiction(
      `"${ca}" is set, but "tls" is "${mode}", which checks no certificate: use "verify-full"`,
    );
  }
  if (clientSecret !== undefined && mode === 'disable') {
    check.contradiction('"clientSecret" is set, but "tls" is "disable": remove one');
  }
}

function assertDatabases(check: OptionCheck, databases: readonly PgBouncerDatabase[] | undefined): void {
  check.notEmpty('databases', databases, 'one database');
  databases?.forEach((database, index) => {
    const at = `databases[${index}]`;
    assertName(check, `${at}.name`, database.name);
    for (const option of ['database', 'user'] as const) {
      check.line(`${at}.${option}`, database[option]);
      check.notEmpty(`${at}.${option}`, database[option], 'one character');
    }
    check.host(`${at}.host`, database.host);
    check.port(`${at}.hostPort`, database.hostPort);
    check.count(`${at}.poolSize`, database.poolSize, 1);
  });
  check.distinct((databases ?? []).map(({ name }, index) => [`databases[${index}].name`, name] as const));
}

/** Versions differ in how they read other names, and in what their documentation says of it. */
function assertName(check: OptionCheck, option: string, name: string): void {
  if (!/^[\w.-]+$/.test(name)) {
    check.fail(
      option,
      name,
      'use letters, digits, ".", "_" and "-", and set "database" to the name on the server',
    );
  }
  if (name === 'pgbouncer') {
    check.fail(option, name, 'use another name: this one is the console of PgBouncer');
  }
}
