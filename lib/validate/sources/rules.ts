import { defineRule } from '../rule';

/** Files that other programs read, or make manifests of. */
export const NOT_A_MANIFEST = defineRule({
  id: 'not-a-manifest',
  stage: 'read',
  mistake:
    'a file that manifests are made of, or that another program reads: a kustomization or one of its patches, part of a Helm chart, a file encrypted with SOPS, a Compose file',
  suggestion: 'validate what becomes of it, such as the output of `kustomize build` or `helm template`',
});

/** Values that a program has yet to fill in. */
export const NOT_RENDERED = defineRule({
  id: 'not-rendered',
  stage: 'read',
  mistake: 'a template: values contain placeholders such as `${NAME}` or `{{ .Values.name }}`',
  suggestion: 'validate the output of the program that replaces them, such as `envsubst` or `helm template`',
});
