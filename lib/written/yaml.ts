import { mayChange, mayChangeIn, mayChangeKey } from './suspects';

/** YAML as synth writes it, but for strings that kubectl would misread: they stand in double quotes. */
export function toYaml(...manifests: readonly unknown[]): string {
  const quoting = manifests.some(mayChangeIn) ? new Quoting(JSON.stringify(manifests)) : undefined;
  const yaml = writtenByCdk8s(
    ...(quoting ? manifests.map((manifest) => quoting.marked(manifest)) : manifests),
  );
  return quoting?.quoted(yaml) ?? yaml;
}

/** YAML as synth writes it. */
export function writtenByCdk8s(...manifests: readonly unknown[]): string {
  const { Yaml } = require('cdk8s') as typeof import('cdk8s');
  return Yaml.stringify(...manifests);
}

/** Marks stand for strings while cdk8s writes the YAML around them. */
class Quoting {
  private readonly texts: string[] = [];
  private readonly mark: string;

  /** @param json everything that is written, which a mark must not occur in */
  constructor(json: string) {
    let mark = 'quoted';
    while (json.includes(mark)) mark += 'X';
    this.mark = mark;
  }

  /** A value with marks. What needs none stays the same object, so that cdk8s writes the same anchors. */
  marked(value: unknown): unknown {
    if (typeof value === 'string') return mayChange(value) ? this.markOf(value) : value;
    if (!mayChangeIn(value) || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.marked(item));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        mayChangeKey(key) ? this.markOf(key) : key,
        this.marked(item),
      ]),
    );
  }

  quoted(yaml: string): string {
    return yaml.replace(new RegExp(`${this.mark}(\\d+)E`, 'g'), (_, index: string) =>
      doubleQuoted(this.texts[Number(index)]),
    );
  }

  private markOf(text: string): string {
    this.texts.push(text);
    return `${this.mark}${this.texts.length - 1}E`;
  }
}

const doubleQuoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
