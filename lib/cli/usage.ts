import { KNOWN_VERSIONS } from '../validate/kubernetes-version';

export const USAGE = `pod-patterns: judges Kubernetes manifests as kube-apiserver would, without a cluster

Usage:
  pod-patterns validate [options] FILE...

Reads YAML and JSON files, each with any number of manifests; - is standard input.

Options:
  --kubernetes-version VERSION  the minor to judge by, one of ${KNOWN_VERSIONS.join(', ')}
                                (default: the newest); several, separated by commas: what
                                begins to fail, to warn or to be dropped between them
  --pod-security LEVEL[:VERSION]
                                refuse Pods that miss this Pod Security Standard, and warn of
                                workloads: baseline, restricted:v1.34, restricted:latest
                                (default: what labels of Namespaces in the files ask for)
  --rule ID=LEVEL               the level of a lint rule: error, warning, info or off, such as
                                --rule image-tag=error; may be given several times
                                (default: what docs/rules.md says of each)
  --format FORMAT               text: findings with their lines, for people (default)
                                status: what the server would have said, one JSON line a manifest
  -h, --help                    this text
  --version                     the version of pod-patterns

Exit code: 0 nothing to refuse, 1 at least one error found, 2 the command could not be carried out.
`;
