/** kubectl's generators: loaded by the first call of `Kubectl`, or by a command. */
export * from '../kubectl/generate-from-options';
