/** kubectl's changes to manifests in code: loaded by the first call of such a method of `Kubectl`. */
export * from '../kubectl/commands/in-code';
