import type { FieldPath } from '../../path';
import type { Verdict } from '../../verdict';

/** What the sources of one volume share. */
export class ProjectedVolume {
  private readonly paths = new Set<string>();

  constructor(
    readonly path: FieldPath,
    readonly verdict: Verdict,
  ) {}

  /** Takes a file's path; one that is taken is told of at the volume, where a server shows `shown`. */
  take(file: string, at: FieldPath, shown = file): void {
    if (this.paths.has(file)) {
      this.verdict.invalid(this.path, shown, 'conflicting duplicate paths', {
        at,
        suggestion: `give the file "${file}" another path`,
      });
    }
    this.paths.add(file);
  }
}
