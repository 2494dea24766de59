import type { Program } from '../program';
import { oneDash } from './one-dash';

/** Log shippers and what brings files, with the sources of what is said of each. */
export const SHIPPERS: readonly Program[] = [
  {
    // https://github.com/kubernetes/git-sync/blob/master/v3-to-v4.md
    name: 'git-sync',
    images: ['git-sync'],
    changes: [
      { since: '4.0.0', fate: 'removed', names: { 'change-permissions': '--group-write' } },
      oneDash('4.0.0', 'removed'),
      {
        since: '4.0.0',
        fate: 'deprecated',
        names: {
          branch: '--ref',
          rev: '--ref',
          dest: '--link',
          wait: '--period',
          timeout: '--sync-timeout',
          'max-sync-failures': '--max-failures',
        },
      },
    ],
  },
  {
    // https://www.cve.org/CVERecord?id=CVE-2024-4323
    name: 'Fluent Bit',
    images: ['fluent/fluent-bit', 'bitnami/fluent-bit', 'bitnamilegacy/fluent-bit'],
    fixes: [
      {
        from: '2.0.7',
        version: '3.0.4',
        cve: 'CVE-2024-4323',
        about: 'a request to its HTTP server corrupts memory',
      },
    ],
  },
];
