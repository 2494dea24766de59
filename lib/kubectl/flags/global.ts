import { KNOWN_VERSIONS } from '../../validate/kubernetes-version';
import { ignored, refused } from './flag';

/**
 * Flags of every command (genericclioptions.ConfigFlags, klog and kubectl's own, 1.36); most are for a
 * server, which there is none of.
 */
export const GLOBAL_FLAGS = {
  namespace: { type: 'string', shorthand: 'n', option: 'same', usage: 'namespace of the object' },
  'kubernetes-version': {
    type: 'string',
    option: 'same',
    values: KNOWN_VERSIONS,
    usage: `minor whose kubectl and server are followed: ${KNOWN_VERSIONS.join(', ')}; not a flag of kubectl`,
  },
  'warnings-as-errors': { type: 'bool', usage: "whether a server's warnings are errors" },
  ...refused({
    context: { type: 'string', usage: 'context of a kubeconfig' },
    cluster: { type: 'string', usage: 'cluster of a kubeconfig' },
  }),
  user: { type: 'string', usage: 'user of a kubeconfig; refused, but with --local' },
  kubeconfig: {
    type: 'string',
    values: 'file',
    usage: 'kubeconfig file, which must be there; nothing in it is used',
  },
  ...ignored({
    server: { type: 'string', shorthand: 's', usage: 'address of a server' },
    token: { type: 'string', usage: 'token for a server' },
    username: { type: 'string', usage: 'user name for a server' },
    password: { type: 'string', usage: 'password for a server' },
    as: { type: 'string', usage: 'user to impersonate' },
    'as-uid': { type: 'string', usage: 'UID to impersonate' },
    'as-group': { type: 'stringArray', usage: 'groups to impersonate' },
    'as-user-extra': { type: 'stringArray', usage: 'extras of the user to impersonate', since: 35 },
    'certificate-authority': { type: 'string', usage: 'certificate of an authority' },
    'client-certificate': { type: 'string', usage: 'certificate for a server' },
    'client-key': { type: 'string', usage: 'key for a server' },
    'tls-server-name': { type: 'string', usage: "name in a server's certificate" },
    'insecure-skip-tls-verify': { type: 'bool', usage: "whether a server's certificate goes unchecked" },
    'disable-compression': { type: 'bool', usage: 'whether answers of a server are uncompressed' },
    'request-timeout': { type: 'string', initial: '0', usage: 'how long to wait for a server' },
    'match-server-version': { type: 'bool', usage: 'whether a server must be of the same version' },
    'cache-dir': { type: 'string', usage: 'folder of what servers said' },
    kuberc: { type: 'string', usage: 'file of preferences', since: 33 },
    profile: { type: 'string', initial: 'none', usage: 'profile to capture' },
    'profile-output': { type: 'string', initial: 'profile.pprof', usage: 'file of the profile' },
    'log-flush-frequency': { type: 'duration', initial: 5e9, usage: 'how often logs are written' },
    v: { type: 'int32', shorthand: 'v', usage: 'level of logging' },
    vmodule: { type: 'string', usage: 'levels of logging by file' },
  }),
} as const;
