import { compareBytes, quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import { type ApiDocuments, propertyOf } from './api-documents';
import { Formatter } from './v1-formatter';
import { type V1Schema, v1SchemaOf, v1TypeName } from './v1-schema';

/** What is to be shown, and how. */
export interface V1Options {
  readonly documents: ApiDocuments;
  readonly kind: string;
  readonly apiVersion: string;
  readonly path: readonly string[];
  readonly recursive: boolean;
  /** How deep the fields of fields are shown; 0 for all. */
  readonly maxDepth: number;
}

/**
 * Writes the documentation of a kind or field as kubectl made it from OpenAPI v2 (kubectl pkg/explain, 1.36).
 *
 * @throws KubectlError
 */
export function printV1(root: V1Schema, options: V1Options, write: (text: string) => void): void {
  new ModelPrinter(options, new Formatter(write)).print(fieldAt(root, options.path, options.documents));
}

/** LookupSchemaForField, kubectl 1.36: what holds no fields ends the path. */
function fieldAt(schema: V1Schema, path: readonly string[], documents: ApiDocuments): V1Schema {
  if (!path.length || schema.form === 'primitive' || schema.form === 'arbitrary') return schema;
  if (schema.form === 'reference') return fieldAt(schema.target(), path, documents);
  if (schema.form !== 'kind') return fieldAt(schema.item(), path, documents);
  const field = propertyOf(schema.schema, path[0]);
  if (!field) throw new KubectlError(`field ${quote(path[0])} does not exist`);
  return fieldAt(v1SchemaOf(field, documents), path.slice(1), documents);
}

const DESCRIPTION_INDENT = 5;
const FIELDS_INDENT = 3;
const FIELD_DESCRIPTION_INDENT = 2;

class ModelPrinter {
  private type = '';
  private readonly descriptions: string[] = [];
  private readonly visited = new Set<string>();

  constructor(
    private readonly options: V1Options,
    private readonly writer: Formatter,
  ) {}

  print(schema: V1Schema): void {
    if (schema.form === 'reference') {
      this.descriptions.push(schema.description);
      return this.print(schema.target());
    }
    if (schema.form !== 'arbitrary') this.type ||= v1TypeName(schema);
    if (schema.form === 'array' || schema.form === 'map') {
      this.descriptions.push(schema.description);
      return this.print(schema.item());
    }
    this.head();
    const name = this.options.path.at(-1) ?? '';
    if (schema.form === 'kind' && name) this.writer.line(`RESOURCE: ${name} <${this.type}>\n`);
    if (schema.form === 'primitive') this.writer.line(`FIELD:    ${name} <${this.type}>\n`);
    this.description(schema.description);
    if (schema.form !== 'kind') return;
    this.writer.line('\nFIELDS:');
    const writer = this.writer.indent(FIELDS_INDENT);
    if (this.options.recursive) this.recursiveFields(schema, writer, 1);
    else this.fields(schema, writer);
  }

  private head(): void {
    this.writer.line(`KIND:     ${this.options.kind}`);
    this.writer.line(`VERSION:  ${this.options.apiVersion}\n`);
  }

  private description(own: string): void {
    const writer = this.writer.indent(DESCRIPTION_INDENT);
    const all = [...this.descriptions, own];
    this.writer.line('DESCRIPTION:');
    all.forEach((text, index) => {
      if (!text) return;
      if (index) this.writer.line('');
      writer.wrapped(text);
    });
    if (!all.some(Boolean)) writer.wrapped('<empty>');
  }

  private fields(kind: V1Schema & { readonly form: 'kind' }, writer: Formatter): void {
    for (const [name, schema] of this.fieldsOf(kind)) {
      const required = kind.schema.required?.includes(name) ? ' -required-' : '';
      writer.line(`${name}\t<${v1TypeName(schema)}>${required}`);
      writer.indent(FIELD_DESCRIPTION_INDENT).wrapped(schema.description);
      writer.line('');
    }
  }

  private recursiveFields(schema: V1Schema, writer: Formatter, depth: number): void {
    if (schema.form === 'reference') {
      if (this.visited.has(schema.name)) return;
      this.visited.add(schema.name);
      this.recursiveFields(schema.target(), writer, depth);
      this.visited.delete(schema.name);
    } else if (schema.form === 'array' || schema.form === 'map') {
      this.recursiveFields(schema.item(), writer, depth);
    } else if (schema.form === 'kind') {
      for (const [name, field] of this.fieldsOf(schema)) {
        writer.line(`${name}\t<${v1TypeName(field)}>`);
        const { maxDepth } = this.options;
        if (!maxDepth || depth < maxDepth) {
          this.recursiveFields(field, writer.indent(FIELDS_INDENT), depth + 1);
        }
      }
    }
  }

  private fieldsOf({ schema }: V1Schema & { readonly form: 'kind' }): [name: string, field: V1Schema][] {
    const { properties = {} } = schema;
    return Object.keys(properties)
      .sort(compareBytes)
      .map((name) => [name, v1SchemaOf(properties[name], this.options.documents)]);
  }
}
