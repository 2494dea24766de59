/** Findings without those of lint rules: what tests of other stages look at. */
export const ofServer = <T extends { readonly stage: string }>(findings: readonly T[]): T[] =>
  findings.filter(({ stage }) => stage !== 'lint');
