/** Findings without those of lint rules: what tests of other stages look at. */
export const ofServer = <T extends { readonly source: string }>(findings: readonly T[]): T[] =>
  findings.filter(({ source }) => source !== 'lint');
