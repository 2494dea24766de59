import { defineRule } from '../rule';

/** A cluster may have custom resources that nobody has named here. */
export const UNKNOWN_KIND = defineRule({
  id: 'unknown-kind',
  stage: 'read',
  configurable: true,
  mistake:
    'a kind that the Kubernetes version does not have: misspelt, of another version, or a custom resource',
  suggestion: 'correct `apiVersion` and `kind`; allow custom resources by `customResources`',
});

/** A manifest that is in order as far as it is judged. */
export const KIND_NOT_JUDGED = defineRule({
  id: 'kind-not-judged',
  stage: 'judge',
  level: 'info',
  mistake: 'a kind of which only fields, types and metadata are judged here',
  suggestion: 'ask a server: `kubectl create --dry-run=server`',
});
