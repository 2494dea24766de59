import { goFloat } from '../../go/float';
import type { JsonObject } from '../../go/object';
import { compareKeys } from './yaml-keys';
import { writeScalar } from './yaml-lines';
import { withFoldedBreaks, styleOf } from './yaml-scalar';
import { YamlText } from './yaml-text';

/** A key that is longer, in bytes, stands after a `?`. */
const LONGEST_SIMPLE_KEY = 128;

/**
 * The YAML printer: what sigs.k8s.io/yaml makes of the JSON of an object (go.yaml.in/yaml/v2 encode.go,
 * emitterc.go).
 *
 * @param inDoubleQuotes texts that stand in double quotes although kubectl would write them otherwise
 */
export function toYaml(
  manifest: JsonObject,
  inDoubleQuotes: (text: string) => boolean = () => false,
): string {
  const writer = new YamlWriter(inDoubleQuotes);
  writer.root(manifest);
  return writer.text.toString();
}

class YamlWriter {
  readonly text = new YamlText();

  constructor(private readonly inDoubleQuotes: (text: string) => boolean) {}

  root(value: unknown): void {
    if (isFilled(value)) this.collection(value, 0, false);
    else this.scalar(value, 0);
    if (!this.text.isAtLineStart) this.text.add('\n');
  }

  /** @param inline whether the first item follows on the line of a dash */
  private collection(value: object, indent: number, inline: boolean): void {
    if (Array.isArray(value)) this.list(value, indent, inline);
    else this.map(value as JsonObject, indent, inline);
  }

  private map(map: JsonObject, indent: number, inline: boolean): void {
    let first = inline;
    for (const key of Object.keys(map).sort(compareKeys)) {
      this.line(indent, first);
      first = false;
      if (isSimple(key)) this.simpleKey(key, map[key], indent);
      else this.longKey(key, map[key], indent);
    }
  }

  private simpleKey(key: string, value: unknown, indent: number): void {
    this.string(key, indent, true);
    this.text.add(':');
    if (!isFilled(value)) this.after(value, indent);
    else this.collection(value, Array.isArray(value) ? indent : indent + 2, false);
  }

  private longKey(key: string, value: unknown, indent: number): void {
    this.text.add('?');
    this.after(key, indent);
    this.line(indent, false);
    this.text.add(':');
    this.item(value, indent);
  }

  private list(list: readonly unknown[], indent: number, inline: boolean): void {
    let first = inline;
    for (const item of list) {
      this.line(indent, first);
      first = false;
      this.text.add('-');
      this.item(item, indent);
    }
  }

  private item(value: unknown, indent: number): void {
    if (!isFilled(value)) return this.after(value, indent);
    this.text.add(' ');
    this.collection(value, indent + 2, true);
  }

  private after(value: unknown, indent: number): void {
    this.text.add(' ');
    this.scalar(value, indent);
  }

  private scalar(value: unknown, indent: number): void {
    if (typeof value === 'string') this.string(value, indent + 2, false);
    else if (typeof value === 'object' && value !== null) this.text.add(Array.isArray(value) ? '[]' : '{}');
    else this.text.add(typeof value === 'number' && !isInteger(value) ? goFloat(value) : String(value));
  }

  private string(value: string, indent: number, key: boolean): void {
    const text = withFoldedBreaks(value);
    writeScalar(this.text, text, this.inDoubleQuotes(text) ? 'double' : styleOf(text, key), indent, key);
  }

  private line(indent: number, inline: boolean): void {
    if (inline) return;
    if (!this.text.isAtLineStart) this.text.add('\n');
    this.text.add(' '.repeat(indent));
  }
}

/** What YAML reads as an integer. */
const isInteger = (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 64;

const isFilled = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const isSimple = (key: string) =>
  !/[\r\n\x85\u2028\u2029]/.test(key) && (key.length <= 42 || Buffer.byteLength(key) <= LONGEST_SIMPLE_KEY);
