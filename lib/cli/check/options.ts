import type { ReportChoice } from '../validate/report';
import type { RuleLevels } from '../../validate/lint/levels';
import type { NamespaceLabels } from '../../validate/pod-security/namespaces';
import type { PodSecurity } from '../../validate/pod-security/policy';

/** What to judge files by, and what a report needs of each manifest. */
export interface CheckOptions {
  /** Minors to judge by, oldest first. */
  readonly minors: readonly number[];
  readonly podSecurity?: PodSecurity;
  readonly rules?: RuleLevels;
  /** What a server would have said, or all findings. */
  readonly wants: 'findings' | 'status';
  /** Whether the lines around each finding are shown. */
  readonly excerpts: boolean;
  /** Report that is made of each manifest where it is judged; without one, manifests come as they are. */
  readonly report?: ReportChoice;
  /** Whether nothing but errors is told. */
  readonly quiet: boolean;
  /** Threads that judge. */
  readonly jobs: number;
}

/** The same, for a thread that judges parts of files: plain data. */
export interface PartOptions extends CheckOptions {
  readonly namespaces: NamespaceLabels;
}
