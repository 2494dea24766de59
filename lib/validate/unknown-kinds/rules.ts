import { defineRule } from '../rule';

/** A cluster may have custom resources whose definitions are not known here: that is a note. */
export const UNKNOWN_KIND = defineRule({
  id: 'unknown-kind',
  stage: 'read',
  configurable: true,
  mistake:
    'a kind that does not exist in the Kubernetes version: misspelled, or from another version; a note about a custom resource whose CustomResourceDefinition is not known',
  suggestion: 'fix `apiVersion` and `kind`; specify CustomResourceDefinitions with `--crd` or `crds`',
});

/** The level of the rule about what may be a custom resource. */
export const UNDEFINED_KIND_LEVEL = 'info';

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
