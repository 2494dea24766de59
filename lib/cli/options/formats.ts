/** Forms of a report, and what each is for. */
export const FORMATS = {
  text: 'findings with their lines, for people',
  json: 'one document with all findings, for programs',
  sarif: 'SARIF 2.1.0, for code scanning',
  junit: 'JUnit XML, for the test view of a CI',
  github: 'annotations of GitHub Actions',
  status: 'what a server would have said, one JSON line a manifest',
} as const satisfies { readonly [format: string]: string };

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];
