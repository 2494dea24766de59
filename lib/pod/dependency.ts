import { checkArguments } from '../options/check';
import { misuse } from '../options/misuse';

/** Something outside the Pod that must be available before its containers start. */
export class Dependency {
  /**
   * Waits until a name resolves: a Service (`myservice`, `myservice.other-namespace`) or any other DNS name.
   * It is resolved as is and with each search domain of the Pod. A Service has a name before it has
   * endpoints: to wait for endpoints, use `tcp` or `http`.
   *
   * @param host name to resolve
   * @throws Error if the name is empty
   */
  public static dns(host: string): Dependency {
    checkArguments('Dependency.dns', host);
    return new Dependency(`dns://${checkedHost('dns', host)}`);
  }

  /**
   * Waits until a port accepts connections.
   *
   * @param host name or IP address
   * @param port port number, 1 to 65535
   * @throws Error if the name is empty or the port is invalid
   */
  public static tcp(host: string, port: number): Dependency {
    checkArguments('Dependency.tcp', host, port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw misuse('Dependency.tcp', `${port} is not a valid port: use an integer from 1 to 65535`);
    }
    return new Dependency(`tcp://${checkedHost('tcp', host)}:${port}`);
  }

  /**
   * Waits until a GET of a URL succeeds.
   *
   * @param url URL that starts with `http://`, or `https://` if the wget of the gate's image supports TLS
   * @throws Error if it starts with neither
   */
  public static http(url: string): Dependency {
    checkArguments('Dependency.http', url);
    if (!/^https?:\/\/[^/]/.test(url)) {
      throw misuse(
        'Dependency.http',
        `${JSON.stringify(url)} is not a valid URL: start it with http:// or https:// and a host`,
      );
    }
    return new Dependency(url);
  }

  private constructor(
    /** Kind and place in one: `dns://myservice`, `tcp://mydb:3306`, `http://api/healthz`. */
    public readonly uri: string,
  ) {}
}

/** A URL or an address would be looked up as if it were a name, and never be found. */
function checkedHost(method: string, host: string): string {
  if (!host) throw misuse('Dependency', 'empty host: specify a name or an IP address');
  const [, plain] = /^(?:[a-z]+:\/\/)?([\w.-]+)(?::\d+)?(?:\/.*)?$/.exec(host) ?? [];
  if (plain === undefined || plain === host) return host;
  throw misuse(`Dependency.${method}`, `${JSON.stringify(host)} is not a host: use "${plain}"`);
}
