import type { OptionCheck } from '../base/option-check';
import type { CloudSqlProxyOptions } from './options';
import { type CloudSqlInstance, nameOf, portOf } from './instance';

/** @throws Error if the proxy would refuse an instance */
export function assertInstances(check: OptionCheck, options: CloudSqlProxyOptions): void {
  const { instances, impersonateServiceAccount: account } = options;
  check.notEmpty('instances', instances, 'one instance');
  instances.forEach((instance, index) => assertInstance(check, `instances[${index}]`, instance));
  check.distinct(instances.map((instance, index) => [`instances[${index}].name`, nameOf(instance)] as const));
  if (account !== undefined && !/^[^@\s,]+@[^@\s,]+(,[^@\s,]+@[^@\s,]+)*$/.test(account)) {
    check.fail(
      'impersonateServiceAccount',
      account,
      'use the e-mail address of a service account, such as "db@shop.iam.gserviceaccount.com"',
    );
  }
}

/** Projects of a domain have its name as a further first part: `example.com:project`. */
const CONNECTION_NAME = /^([a-z0-9.-]+:)?[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]+$/;

function assertInstance(check: OptionCheck, at: string, instance: CloudSqlInstance): void {
  const { connectionName, port } = instance;
  if (!CONNECTION_NAME.test(connectionName)) {
    check.fail(
      `${at}.connectionName`,
      connectionName,
      'use project:region:instance, as gcloud sql instances describe shows it under connectionName',
    );
  }
  check.port(`${at}.port`, port);
  check.name(`${at}.name`, instance.name);
  if (portOf(instance) === undefined) {
    check.contradiction(`"${at}.port" is missing: set it, or set "${at}.engine", which has a port`);
  }
}
