/** How findings are told. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'status';

/** What a format shows, so that no more is looked up than that. */
export interface FormatNeeds {
  /** One line for `--help`. */
  readonly about: string;
  /** Whether the lines around the places are shown. */
  readonly excerpts: boolean;
  /** Whether a server's own status is shown. */
  readonly status: boolean;
}

/** All formats. */
export const FORMATS: { readonly [format in ReportFormat]: FormatNeeds } = {
  text: { about: 'findings with their lines, for people', excerpts: true, status: false },
  json: { about: 'one document with all findings as data', excerpts: false, status: false },
  sarif: { about: 'SARIF 2.1.0, for code scanning', excerpts: false, status: false },
  junit: {
    about: "JUnit's XML, for a CI system: a suite a file, a case a manifest",
    excerpts: true,
    status: false,
  },
  github: { about: 'annotations of GitHub Actions', excerpts: false, status: false },
  status: {
    about: 'what the server would have said, one JSON line a manifest',
    excerpts: false,
    status: true,
  },
};
