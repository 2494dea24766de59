import { defineRule } from '../rule';

/** A cluster may have custom resources that nobody has named here. */
export const UNKNOWN_KIND = defineRule({
  id: 'unknown-kind',
  stage: 'read',
  configurable: true,
  mistake:
    'a kind that does not exist in the Kubernetes version: misspelled, from another version, or a custom resource',
  suggestion: 'fix `apiVersion` and `kind`; allow custom resources with `customResources`',
});

/** The suggestion if nothing more is known about what was meant. */
export const CHECK_KIND = 'check apiVersion and kind';

/** A manifest that is in order as far as it is judged. */
export const KIND_NOT_JUDGED = defineRule({
  id: 'kind-not-judged',
  stage: 'judge',
  level: 'info',
  configurable: true,
  mistake:
    'a kind for which only fields, types and metadata are validated, or an object with CEL expressions',
  suggestion: 'validate it with a server: `kubectl create --dry-run=server`',
});
