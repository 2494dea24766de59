import { documentTexts } from './split';
import { Lines } from './text';
import { YamlDocument } from './yaml-document';

/** A text with manifests, and the file it came from. */
export class Source {
  private knownLines: Lines | undefined;
  private blanks = 0;

  /** @param linesBefore lines of the file before the text */
  constructor(
    readonly text: string,
    readonly file?: string,
    private readonly linesBefore = 0,
  ) {}

  /** Reads one document after the other, so that only one need be held. */
  *documents(): Generator<YamlDocument> {
    this.blanks = 0;
    for (const part of documentTexts(this.text, () => this.blanks++)) yield new YamlDocument(part);
  }

  /**
   * Documents between two separators that hold nothing, as far as documents have been read: they are not
   * among them.
   */
  get blankDocuments(): number {
    return this.blanks;
  }

  get lines(): Lines {
    return (this.knownLines ??= new Lines(this.text, this.linesBefore));
  }
}
