import { Adapters, Ambassadors, type Companion } from '../../lib';

/** A companion of each kind, as a user makes one, by the method that makes it. */
export const COMPANIONS: { readonly [method: string]: () => Companion } = {
  'Adapters.redisMetrics': () => Adapters.redisMetrics({ password: { name: 'redis', key: 'password' } }),
  'Ambassadors.pgBouncer': () =>
    Ambassadors.pgBouncer({
      host: 'db.example.com',
      authFile: { name: 'db', key: 'users' },
      mainEnv: { PGHOST: 'host', PGPORT: 'port' },
    }),
};
