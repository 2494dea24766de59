import { KNOWN_VERSIONS } from '../../validate/kubernetes-version';
import { ignored, refused } from './flag';

/**
 * Flags of every command (genericclioptions.ConfigFlags, klog and kubectl's own, 1.36); most are for a
 * server, which is never contacted.
 */
export const GLOBAL_FLAGS = {
  namespace: { type: 'string', shorthand: 'n', option: 'same', usage: 'namespace of the object' },
  'kubernetes-version': {
    type: 'string',
    option: 'same',
    values: KNOWN_VERSIONS,
    usage: `minor version of kubectl and the server to follow: ${KNOWN_VERSIONS.join(', ')}; not a kubectl flag`,
  },
  'warnings-as-errors': { type: 'bool', usage: "whether to treat the server's warnings as errors" },
  ...refused({
    context: { type: 'string', usage: 'context of a kubeconfig' },
    cluster: { type: 'string', usage: 'cluster of a kubeconfig' },
  }),
  user: { type: 'string', usage: 'user of a kubeconfig; rejected without --local' },
  kubeconfig: {
    type: 'string',
    values: 'file',
    usage: 'kubeconfig file, which must exist but is not used',
  },
  ...ignored({
    server: { type: 'string', shorthand: 's', usage: 'address of a server' },
    token: { type: 'string', usage: 'token for a server' },
    username: { type: 'string', usage: 'user name for a server' },
    password: { type: 'string', usage: 'password for a server' },
    as: { type: 'string', usage: 'user to impersonate' },
    'as-uid': { type: 'string', usage: 'UID to impersonate' },
    'as-group': { type: 'stringArray', usage: 'groups to impersonate' },
    'as-user-extra': { type: 'stringArray', usage: 'extra attributes of the user to impersonate', since: 35 },
    'certificate-authority': { type: 'string', usage: 'certificate of a certificate authority' },
    'client-certificate': { type: 'string', usage: 'client certificate' },
    'client-key': { type: 'string', usage: 'client key' },
    'tls-server-name': { type: 'string', usage: 'server name to expect in the certificate' },
    'insecure-skip-tls-verify': {
      type: 'bool',
      usage: "whether to skip verification of the server's certificate",
    },
    'disable-compression': { type: 'bool', usage: 'whether to disable compression of responses' },
    'request-timeout': { type: 'string', initial: '0', usage: 'timeout of a request to the server' },
    'match-server-version': { type: 'bool', usage: 'whether the version of the server must match' },
    'cache-dir': { type: 'string', usage: 'cache directory' },
    kuberc: { type: 'string', usage: 'preferences file', since: 33 },
    profile: { type: 'string', initial: 'none', usage: 'profile to capture' },
    'profile-output': { type: 'string', initial: 'profile.pprof', usage: 'file to write the profile to' },
    'log-flush-frequency': { type: 'duration', initial: 5e9, usage: 'interval between log flushes' },
    v: { type: 'int32', shorthand: 'v', usage: 'log level' },
    vmodule: { type: 'string', usage: 'log levels per file' },
  }),
} as const;
