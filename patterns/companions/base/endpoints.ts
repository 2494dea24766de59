/** Where the main container reaches a service through a companion. */
export interface LocalEndpoint {
  /** Name of the service, if the companion can have several. */
  readonly name?: string;
  readonly port: number;
  /** Scheme of URLs of the service, such as `redis`; undefined if it is unknown. */
  readonly scheme?: string;
}

/** Address that ambassadors listen on: a Pod has it whatever its IP family is. */
export const LOCALHOST = '127.0.0.1';

/**
 * Settings for the main container: those of the first endpoint are `host`, `port` and `url`, and those of an
 * endpoint with a name are also `<name>.host` and so on.
 */
export function endpointSettings(endpoints: readonly LocalEndpoint[]): { readonly [name: string]: string } {
  return Object.assign(
    {},
    settingsOf('', endpoints[0]),
    ...endpoints
      .filter(({ name }) => name !== undefined)
      .map((endpoint) => settingsOf(`${endpoint.name}.`, endpoint)),
  );
}

const settingsOf = (
  prefix: string,
  { port, scheme }: LocalEndpoint,
): { readonly [name: string]: string } => ({
  [`${prefix}host`]: LOCALHOST,
  [`${prefix}port`]: String(port),
  ...(scheme === undefined ? {} : { [`${prefix}url`]: `${scheme}://${LOCALHOST}:${port}` }),
});

/** Host and port as URLs and most programs write them. */
export const hostPort = (host: string, port: number) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
