/** How findings are reported. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'status';

/** What a format shows, so that no more is looked up than that. */
export interface FormatInfo {
  /** One line for `--help`. */
  readonly about: string;
  /** Whether the lines around the places are shown. */
  readonly excerpts: boolean;
  /** Whether a server's own status is shown. */
  readonly status: boolean;
}

/** All formats. */
export const FORMATS: { readonly [format in ReportFormat]: FormatInfo } = {
  text: { about: 'human-readable findings with source lines', excerpts: true, status: false },
  json: { about: 'one JSON document with all findings', excerpts: false, status: false },
  sarif: { about: 'SARIF 2.1.0, for code scanning', excerpts: false, status: false },
  junit: {
    about: 'JUnit XML for CI systems: one suite per file, one case per manifest',
    excerpts: true,
    status: false,
  },
  github: { about: 'GitHub Actions annotations', excerpts: false, status: false },
  status: {
    about: 'the response of the server, one line of JSON per manifest',
    excerpts: false,
    status: true,
  },
};
