/** Names that the program is installed under, the usual one first. */
export const PROGRAM_NAMES = ['pod-patterns', 'cdk8s-pod-patterns'] as const;

/** The name that messages and help use. */
export const [PROGRAM_NAME] = PROGRAM_NAMES;
