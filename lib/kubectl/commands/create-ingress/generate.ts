import { KubectlError } from '../../errors';
import type { CREATE_INGRESS_FLAGS } from './flags';
import { intOrString } from '../../../apimachinery/int-or-string';
import { goList, goMap, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';

const RULE = /^[\w*\-.]*\/[^\n]*=[\w-]+:[\w-]+(?:,tls=?(?:[\w-]+)?)?/;

/** kubectl create ingress. */
export function generate({
  name,
  values,
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_INGRESS_FLAGS>): JsonObject {
  check(values);
  const annotations = goMap(
    values.annotation.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
  return {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    metadata: objectMeta({ name, namespace, annotations }, minor),
    spec: struct({
      ingressClassName: values.class || undefined,
      defaultBackend: values['default-backend'] ? backendOf(values['default-backend']) : undefined,
      tls: goList(tlsOf(values.rule)),
      rules: goList(rulesOf(values.rule)),
    }),
    status: { loadBalancer: {} },
  };
}

/** CreateIngressOptions.Validate. */
function check({
  rule: rules,
  annotation,
  'default-backend': backend,
}: GeneratorInput<typeof CREATE_INGRESS_FLAGS>['values']): void {
  if (!backend && !rules.length) {
    throw new KubectlError(
      'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
    );
  }
  const rule = rules.find((text) => !RULE.test(text));
  if (rule !== undefined) throw badRule(rule);
  const unpaired = annotation.find((text) => !text.includes('='));
  if (unpaired !== undefined) {
    throw new KubectlError(`annotation ${unpaired} is invalid and should be in format key=[value]`);
  }
  if (backend && backend.split(':').length !== 2) {
    throw new KubectlError('default-backend should be in format servicename:serviceport');
  }
}

const badRule = (rule: string) =>
  new KubectlError(
    `rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`,
  );

interface Tls {
  readonly hosts: string[];
  readonly secretName: string;
}

/** A secret with the hosts that it is for; a host is taken once (buildTLSRules). */
function tlsOf(rules: readonly string[]): JsonObject[] {
  const found: Tls[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    const parts = rule.split(',');
    const host = rule.split('/')[0];
    if (parts.length !== 2 || seen.has(host)) continue;
    seen.add(host);
    const secretName = parts[1].split('=')[1] ?? '';
    const same = found.find((tls) => tls.secretName === secretName);
    if (same) same.hosts.push(host);
    else if (host || secretName) found.push({ hosts: host ? [host] : [], secretName });
  }
  return found.map(({ hosts, secretName }) =>
    struct({ hosts: goList(hosts), secretName: secretName || undefined }),
  );
}

/** Paths by host, in the order of the hosts (buildIngressRules). */
function rulesOf(rules: readonly string[]): JsonObject[] {
  const hosts = new Map<string, JsonObject[]>();
  for (const rule of rules) {
    const [address] = rule.split(',');
    const at = address.indexOf('/');
    const [path, service] = address.slice(at + 1).split('=');
    if (at < 0 || !service?.includes(':')) throw badRule(rule);
    const host = address.slice(0, at);
    hosts.set(host, [...(hosts.get(host) ?? []), pathOf(path, service)]);
  }
  return [...hosts].map(([host, paths]) => struct({ host: host || undefined, http: { paths } }));
}

/** buildHTTPIngressPath: a star at the end makes it a prefix. */
function pathOf(path: string, service: string): JsonObject {
  const prefix = path.endsWith('*');
  return {
    path: `/${prefix ? path.slice(0, -1) : path}`,
    pathType: prefix ? 'Prefix' : 'Exact',
    backend: backendOf(service),
  };
}

function backendOf(text: string): JsonObject {
  const [name, portText = ''] = text.split(':');
  const port = intOrString(portText);
  const isNumber = typeof port === 'number';
  return {
    service: {
      name,
      port: struct({
        name: isNumber || !port ? undefined : port,
        number: isNumber && port ? port : undefined,
      }),
    },
  };
}
