import { splitDocuments } from './split';
import { Lines } from './text';
import { YamlDocument } from './yaml-document';

/** A text with manifests, and the file it came from. */
export class Source {
  private knownLines: Lines | undefined;

  /** @param linesBefore lines of the file before the text */
  constructor(readonly text: string, readonly file?: string, private readonly linesBefore = 0) {}

  /** Reads one document after the other, so that only one need be held. */
  *documents(): Generator<YamlDocument> {
    for (const part of splitDocuments(this.text)) yield new YamlDocument(part);
  }

  get lines(): Lines {
    return (this.knownLines ??= new Lines(this.text, this.linesBefore));
  }
}
