import { isIP } from 'node:net';
import type { EnvVar, SecretKeySelector } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';
import { escapeExpansion } from '../../blocks/shell-command';

/** Checks of the options of one companion. Each throws an error with option, value and suggestion. */
export class OptionCheck {
  /** @param call what the user called: `Adapters.redisMetrics` */
  constructor(private readonly call: string) {}

  /** @throws Error always, about one option */
  fail(option: string, value: unknown, suggestion: string): never {
    const given = value === undefined ? 'missing' : JSON.stringify(value);
    throw misuse(this.call, `"${option}" is ${given}: ${suggestion}`);
  }

  /** @throws Error always, about how options go together */
  contradiction(text: string): never {
    throw misuse(this.call, text);
  }

  /** Exactly one of several options. */
  onlyOne(options: object, names: readonly string[]): void {
    const set = names.filter(
      (name) => (options as { readonly [option: string]: unknown })[name] !== undefined,
    );
    const quoted = (list: readonly string[]) => list.map((name) => `"${name}"`).join(', ');
    if (!set.length) this.contradiction(`none of ${quoted(names)} is set: set one of them`);
    if (set.length > 1) this.contradiction(`${quoted(set)} are set together: remove all but one`);
  }

  port(option: string, value: number | undefined): void {
    if (value !== undefined && (!Number.isInteger(value) || value < 1 || value > 65535)) {
      this.fail(option, value, 'use an integer from 1 to 65535');
    }
  }

  /** A name of a container port (IANA_SVC_NAME). */
  portName(option: string, value: string): void {
    if (!/^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 15) {
      this.fail(option, value, 'use at most 15 lowercase letters, digits and single "-" between them');
    }
  }

  matches(option: string, value: string | undefined, pattern: RegExp, suggestion: string): void {
    if (value !== undefined && !pattern.test(value)) this.fail(option, value, suggestion);
  }

  /** A name of a metric, or a part of one. */
  metric(option: string, name: string): void {
    this.matches(
      option,
      name,
      /^[a-zA-Z_:][a-zA-Z0-9_:]*$/,
      'use letters, digits and "_", starting with a letter or "_"',
    );
  }

  /** A name of a label of a metric. */
  metricLabel(option: string, label: string): void {
    const suggestion = 'use letters, digits and "_" for the name of a label, starting with a letter or "_"';
    this.matches(option, label, /^[a-zA-Z_][a-zA-Z0-9_]*$/, suggestion);
  }

  /** The path of a socket in a directory that can be a volume. */
  socket(option: string, value: string | undefined): void {
    const suggestion = 'use an absolute path below a directory, such as /run/app/app.sock';
    this.matches(option, value, /^(\/[^/;?#\0]+){2,}$/, suggestion);
  }

  /** A host name or an address with a port. */
  hostAndPort(option: string, value: string | undefined, example: string): void {
    if (value === undefined) return;
    const [, host, port] = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):(\d+)$/.exec(value) ?? [];
    if (!host) this.fail(option, value, `use a host and a port, such as ${example}`);
    this.port(option, Number(port));
  }

  /** Ports that are listened on in one Pod. */
  differ(ports: { readonly [option: string]: number }): void {
    const same = firstRepeated(Object.entries(ports));
    if (!same) return;
    this.contradiction(
      `"${same.first}" and "${same.option}" are both ${same.value}: the containers of a Pod share its ports, so use different ports`,
    );
  }

  /** A number of things, or seconds. */
  count(option: string, value: number | undefined, least = 0): void {
    if (value !== undefined && (!Number.isInteger(value) || value < least)) {
      this.fail(option, value, `use an integer of at least ${least}`);
    }
  }

  notEmpty(option: string, value: string | readonly unknown[] | undefined, example: string): void {
    if (value !== undefined && !value.length) this.fail(option, value, `specify at least ${example}`);
  }

  /** A name that is part of names of Kubernetes and of lines of configuration. */
  name(option: string, value: string | undefined): void {
    if (value !== undefined && !/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/.test(value)) {
      this.fail(option, value, 'use up to 30 lower-case letters, digits and "-", such as "orders"');
    }
  }

  /** Text that becomes part of a line of configuration. */
  line(option: string, value: string | undefined): void {
    if (value !== undefined && /[\u0000-\u001f\u007f]/.test(value)) {
      this.fail(option, value, 'remove line breaks and control characters');
    }
  }

  /** A key of a Secret or ConfigMap that is mounted. */
  key(option: string, value: { readonly name?: string; readonly key: string } | undefined): void {
    if (!value) return;
    if (!value.name) this.fail(`${option}.name`, value.name, 'set the name of the Secret or ConfigMap');
    if (!value.key) this.fail(`${option}.key`, value.key, 'set the key of the Secret or ConfigMap');
  }

  /** Options that must not have the same value. */
  distinct(entries: readonly Entry<string | number | undefined>[]): void {
    const same = firstRepeated(entries);
    if (same) this.fail(same.option, same.value, `"${same.first}" is the same: use another value`);
  }

  /** The scheme of a URL, without what follows it. */
  scheme(option: string, value: string | undefined): void {
    if (value !== undefined && !/^[a-z][a-z0-9+.-]*$/.test(value)) {
      this.fail(option, value, 'use the scheme alone, such as "redis"');
    }
  }

  /** An IP address. */
  address(option: string, value: string | undefined): void {
    if (value !== undefined && !isIP(value)) {
      this.fail(option, value, 'use an IP address, such as "0.0.0.0" or "::"');
    }
  }

  /** A URL that starts with a scheme and a host. */
  url(option: string, value: string | undefined, schemes: readonly string[] = ['http', 'https']): void {
    if (value === undefined) return;
    const scheme = schemes.find((each) => value.startsWith(`${each}://`));
    const suggestion = `start it with ${schemes.map((each) => `${each}://`).join(' or ')} and a host`;
    if (!scheme || !/^[^/\s"'\\][^\s"'\\]*$/.test(value.slice(scheme.length + 3)) || !URL.canParse(value)) {
      this.fail(option, value, suggestion);
    }
    if (value.includes('@')) this.fail(option, value, 'use the key of a Secret for a user or password');
  }

  /** Paths of URLs, such as `/healthz`, or `/static/*` for all below. */
  urlPaths(option: string, paths: readonly string[] = []): void {
    for (const path of paths) {
      if (!/^\/[\w.~%@:+/-]*$/.test(path.replace(/\/\*$/, '/'))) {
        this.fail(option, path, 'use a path such as "/healthz", or "/static/*" for all below "/static/"');
      }
    }
  }

  /** The key of a label, and its value. */
  label(option: string, key: string, value: string | undefined): void {
    const name = '[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?';
    if (!new RegExp(`^([a-z0-9.-]{1,253}/)?${name}$`).test(key)) {
      this.fail(option, key, 'use the key of a label, such as "app.kubernetes.io/name"');
    }
    if (value !== undefined && !new RegExp(`^(${name})?$`).test(value)) {
      this.fail(`${option}Value`, value, 'use a value that a label can have, without spaces');
    }
  }

  /** A regular expression of one line. */
  regex(option: string, value: string | undefined): void {
    if (value === undefined) return;
    if (!value || /\p{Cc}/u.test(value)) this.fail(option, value, 'use a regular expression of one line');
    try {
      new RegExp(value);
    } catch (error) {
      this.fail(option, value, `use a valid regular expression (${(error as Error).message})`);
    }
  }

  /** A host name or an address, and nothing else. */
  host(option: string, value: string | undefined): void {
    if (value === undefined) return;
    const [, scheme] = /^([a-z][a-z0-9+.-]*:\/\/)/i.exec(value) ?? [];
    if (scheme) this.fail(option, value, `remove "${scheme}": use the host alone, such as "db.example.com"`);
    const [, host, port] = /^([^:]+):(\d+)$/.exec(value) ?? [];
    if (host) {
      this.fail(
        option,
        value,
        `use the host alone, "${host}", and set the port to ${port} in its own option`,
      );
    }
    if (value.includes('%') || (!isIP(value) && !isHostName(value))) {
      this.fail(option, value, 'use a host name or an IP address');
    }
  }
}

type Entry<Value> = readonly [option: string, value: Value];

/** The first option with the value of an earlier one. */
function firstRepeated(entries: readonly Entry<string | number | undefined>[]) {
  const options = new Map<string | number, string>();
  for (const [option, value] of entries) {
    if (value === undefined) continue;
    const first = options.get(value);
    if (first !== undefined) return { first, option, value };
    options.set(value, option);
  }
  return undefined;
}

/** Labels as resolvers take them; numbers alone would be an address. */
const isHostName = (text: string) =>
  /^\w([\w-]{0,61}\w)?(\.\w([\w-]{0,61}\w)?)*\.?$/.test(text) && !/^[\d.]+$/.test(text);

/** Variable with a value in which Kubernetes expands nothing. */
export const plainEnv = (name: string, value: string): EnvVar => ({ name, value: escapeExpansion(value) });

/** Variable that a Secret has. */
export const secretEnv = (name: string, secretKeyRef: SecretKeySelector): EnvVar => ({
  name,
  valueFrom: { secretKeyRef },
});
