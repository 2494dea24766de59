import type { Field } from '../../field';

/** What the sources of one projected volume share. */
export class ProjectedVolume {
  private readonly paths = new Set<string>();

  /** @param at the volume's field `projected`, where a server reports what concerns several sources */
  constructor(readonly at: Field) {}

  /** Adds the path of a file. If another source has it, that is reported; a server shows `shown` then. */
  addFile(file: string, place: Field, shown = file): void {
    if (this.paths.has(file)) {
      this.at.shownAt(place).invalid(shown, 'conflicting duplicate paths', {
        suggestion: `give the file "${file}" another path`,
      });
    }
    this.paths.add(file);
  }
}
