/** Instance that the Cloud SQL Auth Proxy connects to. Set `port`, `engine`, or both. */
export interface CloudSqlInstance {
  /** Connection name of the instance: `project:region:instance`. */
  readonly connectionName: string;

  /**
   * Database engine, which determines the default `port` and the scheme of the setting `url`.
   *
   * @default - unknown; there is no setting `url`
   */
  readonly engine?: 'mysql' | 'postgres' | 'sqlserver';

  /**
   * Port on localhost that the main container connects to.
   *
   * @default - that of the engine: 3306, 5432 or 1433
   */
  readonly port?: number;

  /**
   * Prefix of the settings of this instance: `<name>.host`.
   *
   * @default - the last part of the connection name
   */
  readonly name?: string;

  /**
   * Kind of address used to reach the instance: `private` requires a network with access to it, `psc` stands
   * for Private Service Connect.
   *
   * @default - as for the proxy
   */
  readonly address?: 'public' | 'private' | 'psc';

  /**
   * Whether the proxy logs in to the database with its own IAM identity.
   *
   * @default - as for the proxy
   */
  readonly autoIamAuthn?: boolean;
}

const PORTS = { mysql: 3306, postgres: 5432, sqlserver: 1433 };
const SCHEMES = { mysql: 'mysql', postgres: 'postgresql', sqlserver: 'sqlserver' };

/** Undefined if neither is known. */
export const portOf = ({ port, engine }: CloudSqlInstance) => port ?? (engine && PORTS[engine]);

export const schemeOf = ({ engine }: CloudSqlInstance) => engine && SCHEMES[engine];

export const nameOf = ({ name, connectionName }: CloudSqlInstance) =>
  name ?? connectionName.split(':').at(-1)!;

type Address = NonNullable<CloudSqlInstance['address']>;

/** The proxy takes one flag at most, and connects to the public address without any. */
const ADDRESS_FLAGS: { readonly [address in Address]: string | undefined } = {
  public: undefined,
  private: 'private-ip',
  psc: 'psc',
};

/**
 * The flag for all instances; undefined if they differ: one flag for all and another for one contradict each
 * other.
 */
export function sharedAddress(instances: readonly CloudSqlInstance[], address: Address): string | undefined {
  return instances.every((instance) => (instance.address ?? address) === address)
    ? ADDRESS_FLAGS[address]
    : undefined;
}

/** The argument of an instance: flags that hold for it alone are a query. */
export function instanceArgument(instance: CloudSqlInstance, address?: Address): string {
  const { connectionName, autoIamAuthn } = instance;
  const flag = address && ADDRESS_FLAGS[address];
  const query = [
    `port=${portOf(instance)}`,
    ...(flag === undefined ? [] : [`${flag}=true`]),
    ...(autoIamAuthn === undefined ? [] : [`auto-iam-authn=${autoIamAuthn}`]),
  ];
  return `${connectionName}?${query.join('&')}`;
}
