import { goFloat } from '../../../go/float';
import { goJson } from '../../../go/marshal';
import { compareBytes } from '../../../go/format';
import {
  type ApiDocuments,
  itemsOf,
  type OpenApiSchema,
  propertyOf,
  referred,
  valuesOf,
} from './api-documents';
import { typeGuess } from './type-guess';
import { indented, wordWrapped } from './word-wrap';

export interface PlaintextOptions {
  readonly recursive: boolean;
  /** How deep the fields of fields are shown; 0 for all. */
  readonly maxDepth: number;
  /** Minor of kubectl to follow. */
  readonly minor: number;
}

type History = ReadonlySet<string>;

/** First minor of kubectl that shows `externalDocs`. */
const EXTERNAL_DOCS_SINCE = 36;
/** How many values of an enum stand beside a field. */
const MAX_VALUES = 4;

/** The documentation of a kind or field in text (kubectl pkg/explain/v2/templates/plaintext.tmpl, 1.36). */
export class Plaintext {
  constructor(
    private readonly documents: ApiDocuments,
    private readonly options: PlaintextOptions,
  ) {}

  /** The field at a path, or the schema itself for an empty path; empty if there is no such field. */
  output(schema: OpenApiSchema, path: readonly string[], history: History = new Set()): string {
    const resolved = this.resolved(schema);
    if (!path.length) return this.described(resolved);
    if (schema.$ref && history.has(schema.$ref)) return '';
    const property = propertyOf(resolved, path[0]);
    if (property) {
      return (
        (path.length === 1 ? this.fieldHead(path[0], property) : '') + this.output(property, path.slice(1))
      );
    }
    const seen = schema.$ref ? new Set([...history, schema.$ref]) : history;
    const inner = itemsOf(resolved) ?? valuesOf(resolved);
    return inner ? this.output(inner, path, seen) : this.firstOutput(resolved.allOf ?? [], path, seen);
  }

  private firstOutput(parts: readonly OpenApiSchema[], path: readonly string[], seen: History): string {
    for (const part of parts) {
      const found = this.output(part, path, seen);
      if (found) return found;
    }
    return '';
  }

  private fieldHead(name: string, schema: OpenApiSchema): string {
    return `FIELD: ${name} <${typeGuess(schema, this.documents)}>\n${longEnum(schema)}\n\n`;
  }

  private described(schema: OpenApiSchema): string {
    const description = this.description(schema) || '<empty>';
    const fields = this.fieldList(schema, 1, new Set());
    const docs = this.externalDocs(schema, 0);
    return [
      `DESCRIPTION:\n${indented(wordWrapped(description, 76), 4)}\n`,
      docs && `\n${docs}`,
      fields && `FIELDS:\n${fields}`,
    ].join('');
  }

  /** All that the schema, and those it refers to, say of themselves, in lines. */
  private description(schema: OpenApiSchema): string {
    const resolved = this.resolved(schema);
    const parts = [...(resolved.allOf ?? []), itemsOf(resolved), valuesOf(resolved)];
    return [
      resolved.description ? `${resolved.description}\n` : '',
      ...parts.map((part) => (part ? this.description(part) : '')),
    ].join('');
  }

  private fieldList(schema: OpenApiSchema, level: number, history: History): string {
    if (schema.$ref && history.has(schema.$ref)) return '';
    const seen = schema.$ref ? new Set([...history, schema.$ref]) : history;
    const { recursive, maxDepth } = this.options;
    const isDeep = recursive && (!maxDepth || level < maxDepth);
    const resolved = this.resolved(schema);
    const fields = Object.keys(resolved.properties ?? {})
      .sort(compareBytes)
      .map((name) => {
        const below = isDeep ? this.fieldList(resolved.properties![name], level + 1, seen) : '';
        return this.fieldDetail(resolved, name, level) + below;
      });
    const parts = [...(resolved.allOf ?? []), itemsOf(resolved), valuesOf(resolved)];
    return [...fields, ...parts.map((part) => (part ? this.fieldList(part, level, seen) : ''))].join('');
  }

  private fieldDetail(parent: OpenApiSchema, name: string, level: number): string {
    const schema = parent.properties![name];
    const indent = level * 2;
    const required = parent.required?.includes(name) ? ' -required-' : '';
    const head = `${indented(name, indent)}\t<${typeGuess(schema, this.documents)}>${required}${shortEnum(schema, indent)}\n`;
    if (this.options.recursive) return head;
    const text = wordWrapped(schema.description || '<no description>', 78 - indent);
    const docs = this.externalDocs(schema, indent + 2);
    return `${head}${indented(text, indent + 2)}\n${docs && `\n${docs}`}\n`;
  }

  private externalDocs({ externalDocs }: OpenApiSchema, indent: number): string {
    if (!externalDocs || !Object.keys(externalDocs).length || this.options.minor < EXTERNAL_DOCS_SINCE) {
      return '';
    }
    const { description, url } = externalDocs;
    // The description of a field is as narrow as if the field stood at the left.
    const width = indent ? 78 - indent : 76;
    return [
      `${indented('EXTERNAL DOCS:', indent)}\n`,
      description && `${indented(wordWrapped(description, width), indent + (indent ? 2 : 4))}\n`,
      url && `${indented(`URL: ${url}`, indent + (indent ? 2 : 4))}\n`,
    ]
      .filter(Boolean)
      .join('');
  }

  private resolved(schema: OpenApiSchema): OpenApiSchema {
    return referred(schema.$ref, this.documents) ?? schema;
  }
}

const longEnum = ({ enum: values }: OpenApiSchema) =>
  values?.length ? `ENUM:${values.map((value) => `\n    ${valueText(value)}`).join('')}` : '';

function shortEnum({ enum: values }: OpenApiSchema, indent: number): string {
  if (!values?.length) return '';
  const shown = values.slice(0, MAX_VALUES).map(valueText).join(', ');
  return `\n${' '.repeat(indent)}enum: ${shown}${values.length > MAX_VALUES ? ', ....' : ''}`;
}

/** A value as Go's templates print it. */
function valueText(value: unknown): string {
  if (value === '') return '""';
  if (value === null) return '<no value>';
  if (typeof value === 'number') return goFloat(value);
  return typeof value === 'object' ? goJson(value as never) : String(value);
}
