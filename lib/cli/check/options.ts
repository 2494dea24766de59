import type { ReportChoice } from '../validate/report';
import type { EngineOptions } from '../../validate/engine';
import type { FindingLevel } from '../../validate/finding';
import type { Surroundings } from '../../validate/surroundings';
import type { NotManifest } from '../../validate/sources/sorts';

/** Validation options other than the versions. */
export type JudgingOptions = Pick<
  EngineOptions,
  'podSecurity' | 'podSecurityWorkloads' | 'customResources' | 'crds' | 'rules'
>;

/** Options for validating files, and what a report needs of each manifest. */
export interface CheckOptions extends JudgingOptions {
  /** Minor versions to validate against, oldest first. */
  readonly minors: readonly number[];
  /** Whether to return the server's response or all findings. */
  readonly wants: 'findings' | 'status';
  /** Whether the lines around each finding are shown. */
  readonly excerpts: boolean;
  /** Report that is made of each manifest where it is judged; without one, manifests come as they are. */
  readonly report?: ReportChoice;
  /** Levels of the findings to report; all if not given. */
  readonly levels?: readonly FindingLevel[];
  /** Files that are no manifests by their place, by name as specified. */
  readonly sources?: { readonly [file: string]: NotManifest };
  /** Files that were found in folders: what is no manifest there is skipped. */
  readonly inFolders?: ReadonlySet<string>;
  /** Threads that judge. */
  readonly jobs: number;
}

/** The same, for a thread that judges parts of files: plain data. */
export interface PartOptions extends Omit<CheckOptions, 'crds'>, Surroundings {}
