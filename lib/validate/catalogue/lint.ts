import type { LintId, SuppressionId } from '../lint/levels';

/** What our own rules find: the mistake, why it is one, and what to do, as docs/rules.md has them. */
export const LINT: {
  readonly [id in LintId | SuppressionId]: {
    readonly mistake: string;
    readonly why: string;
    readonly remedy: string;
  };
} = {
  'ambassador-native': {
    mistake: 'a proxy beside a container that connects to it on localhost',
    why: 'main containers start together and stop together: the first connections and the last ones fail',
    remedy: 'a native sidecar, as an ambassador is',
  },
  'command-one-string': {
    mistake: '`command: ["nginx -g …"]`',
    why: 'no shell takes the item apart: there is no file of that name, and the container never starts',
    remedy: 'one item a word, or `["sh", "-c", "…"]`',
  },
  'env-order': {
    mistake: "a variable's value refers with `$(NAME)` to one that is defined after it",
    why: 'only variables before it are expanded: the text stays as it is',
    remedy: 'move the definition before it',
  },
  'image-registry': {
    mistake: 'an image of `k8s.gcr.io`',
    why: 'the registry has been frozen since April 2023',
    remedy: 'the same name at `registry.k8s.io`',
  },
  'image-tag': {
    mistake: 'an image without a tag, or with `latest`',
    why: 'what runs differs from node to node and from day to day, and there is no way back',
    remedy: 'a version, or a digest',
  },
  'init-endless': {
    mistake: 'an init container that never ends',
    why: 'what comes after it never starts',
    remedy: '`restartPolicy: Always`, or a place in `containers`',
  },
  'init-waits-for-main': {
    mistake: 'an init container tries a port of localhost that a main container serves',
    why: 'main containers start after it has ended: each waits for the other',
    remedy: 'a native sidecar before it',
  },
  'job-never-completes': {
    mistake:
      'a helper beside the main container of a Job that never ends: `tail -f`, an endless loop, a shell that waits for one',
    why: 'a Job completes when all main containers have ended',
    remedy: 'a native sidecar',
  },
  'job-sidecar-native': {
    mistake:
      'the same with a helper that is known to run until it is stopped: a proxy, an exporter, a log shipper, git-sync, a server whose image has no command',
    why: 'as above',
    remedy: 'a native sidecar',
  },
  'log-mount-writable': {
    mistake: 'a helper that only reads logs has them mounted writable',
    why: 'it needs no right to change them',
    remedy: '`readOnly: true`',
  },
  'log-tail-file': {
    mistake: '`tail -f` of a file that another container makes',
    why: 'it ends at once while the file is not there, and restarts with a longer pause each time',
    remedy: '`tail -n+1 -F`, or a log sidecar',
  },
  'log-volume-limit': {
    mistake: 'an emptyDir for logs without `sizeLimit`',
    why: "logs grow until the node's disk is full, which takes other Pods down, too",
    remedy: '`sizeLimit`, or a limit of `ephemeral-storage`',
  },
  'mount-path-absolute': {
    mistake: 'a relative `mountPath`',
    why: 'the volume appears below `/`, not below the working directory',
    remedy: 'begin the path with `/`',
  },
  'nslookup-short-name': {
    mistake: '`nslookup NAME` in busybox since 1.29',
    why: 'many builds ignore search domains: the name is never found',
    remedy: 'the whole name, `NAME.NAMESPACE.svc.cluster.local`, or an init gate',
  },
  'port-conflict': {
    mistake: 'two containers of a Pod declare one port',
    why: 'they share one address: the second to listen fails',
    remedy: 'another port for one of them',
  },
  'pre-stop-grace': {
    mistake: 'a `preStop` hook sleeps as long as the grace period, or longer',
    why: 'the period counts from the beginning of the hook: the container is killed without SIGTERM',
    remedy: 'a longer `terminationGracePeriodSeconds`',
  },
  'probe-localhost': {
    mistake: 'a probe of a port that listens on localhost only',
    why: "the kubelet dials the Pod's address, and nobody answers",
    remedy: 'probe by `exec`, or a port that listens on all addresses',
  },
  'probe-port-name': {
    mistake: 'a probe of a port by a name that the container does not have',
    why: 'the kubelet cannot look it up: the probe never succeeds',
    remedy: 'a name that is there, or the number',
  },
  'reload-subpath': {
    mistake: 'a config reloader, and the configuration is mounted by `subPath`',
    why: 'the kubelet never updates such a mount: nothing changes, nothing is reloaded',
    remedy: 'mount the whole volume on a directory',
  },
  resources: {
    mistake: 'no requests for CPU or memory, or no memory limit',
    why: "the scheduler takes the container for nothing, an autoscaler cannot count, one leak takes the node's memory",
    remedy: '`resources`, of the container or of the Pod',
  },
  'shell-arguments': {
    mistake: 'words after the script of `sh -c`, which it does not use',
    why: 'the shell takes one item as its script: `["sh", "-c", "echo", "hello"]` prints an empty line',
    remedy: 'the whole script as one item',
  },
  'sidecar-startup-probe': {
    mistake: 'a native sidecar without `startupProbe` that a later container connects to',
    why: 'the next container starts when its process has started, not when it serves',
    remedy: 'a `startupProbe`',
  },
  'stop-signal': {
    mistake: '`tail -f`, `sleep` or an endless shell loop as process 1, without a trap',
    why: 'process 1 gets no signal that it does not handle: the Pod takes its whole grace period to go, 30 s unless set otherwise',
    remedy:
      "`trap 'exit 0' TERM` with the work in the background and `wait`, or `shareProcessNamespace: true`",
  },
  'suppression-refused': {
    mistake: 'a comment or an annotation is to suppress what a server refuses',
    why: 'the manifest cannot be applied, whatever is said of it here: the finding stays',
    remedy: 'correct the manifest, and remove the suppression',
  },
  'suppression-unknown': {
    mistake: 'a comment or an annotation is to suppress a rule that there is not',
    why: 'it suppresses nothing, and nobody is told',
    remedy: 'the id of a rule, as findings show it',
  },
  'suppression-unused': {
    mistake: 'a comment or an annotation suppresses nothing',
    why: 'it is left from a mistake that has been corrected, or stands in the wrong place, and would hide the next one',
    remedy: 'remove it, or move it to the line of the finding',
  },
  'volume-not-shared': {
    mistake:
      'an emptyDir that is to be shared is mounted by one container only: it is called so, or another follows a file in it',
    why: 'the other sees an empty directory of its own',
    remedy: 'mount it in both',
  },
  'volume-unused': {
    mistake: 'a volume that no container mounts',
    why: 'a mount has been forgotten, or the volume is a rest that still holds the Pod back when its source is missing',
    remedy: 'mount it, or remove it',
  },
  'wait-unbounded': {
    mistake: 'an init container that waits in a loop without an end',
    why: 'the Pod stays in `Init` for ever, and no error tells anyone',
    remedy: 'count the attempts and exit 1, or use an init gate',
  },
};
