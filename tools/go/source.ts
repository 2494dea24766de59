import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A field of a Go struct; an embedded one without a JSON name of its own lends its fields to the struct. */
export interface GoField {
  /** Name in Go; an embedded field's is that of its type. */
  readonly name: string;
  /** Type as reflection prints it, the pointer left out: `v1.Protocol`, `[]v1.Capability`. */
  readonly type: string;
  /** JSON name; undefined for an inlined field. */
  readonly json?: string;
  /** Whether it is a pointer, so that a zero value is not the same as none. */
  readonly pointer?: boolean;
  /** What its tag leaves out of JSON: nothing where absent, empty values, or also structs of zero values. */
  readonly omits?: 'empty' | 'zero';
  /** What its tags tell of merging: `merge,retainKeys`, and the key that items are told apart by. */
  readonly patchStrategy?: string;
  readonly patchMergeKey?: string;
  /** Feature gates that its comment names, `+featureGate=EnvFiles`. */
  readonly gates?: readonly string[];
}

/** Struct → its fields, of one package. */
export type GoStructs = ReadonlyMap<string, readonly GoField[]>;

/** Reads the structs of the package in a folder. `name` is the package's name. */
export function readPackage(folder: string): GoStructs {
  const name = folder.split('/').at(-1)!;
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.go') && !/^(zz_)?generated|_test\.go$/.test(file),
  );
  return new Map(files.flatMap((file) => [...readStructs(readFileSync(join(folder, file), 'utf8'), name)]));
}

const STRUCT = /^type (\w+) struct \{\n([^]*?)^\}/gm;
const IMPORT = /^(?:\s+|import )(?:(\w+) )?"([\w./-]+)"$/gm;

function readStructs(text: string, name: string): Map<string, readonly GoField[]> {
  const packages = new Map(
    [...text.matchAll(IMPORT)].map(([, alias, path]) => {
      const own = path.split('/').at(-1)!;
      return [alias ?? own, own];
    }),
  );
  return new Map(
    [...text.matchAll(STRUCT)].map(([, struct, body]) => [
      struct,
      readFields(body, (type) => printed(type, name, packages)),
    ]),
  );
}

const FIELD = /^\t(?:(\w+)\s+)?([\w.*[\]]+)\s+`.*?json:"([^",]*)([^"]*).*/;

const GATE = /^\s*\/\/ \+featureGate=(\w+)/;

function readFields(body: string, print: (type: string) => string): GoField[] {
  let gates: string[] = [];
  return body.split('\n').flatMap((line) => {
    const gate = GATE.exec(line)?.[1];
    if (gate) gates.push(gate);
    const match = FIELD.exec(line);
    if (!match) return [];
    const own = gates;
    gates = [];
    return match[3] === '-' ? [] : [fieldOf(match, own, print)];
  });
}

function fieldOf(
  [line, name, written, json, options]: RegExpExecArray,
  gates: readonly string[],
  print: (type: string) => string,
): GoField {
  const type = print(written.replace(/^\*/, ''));
  return {
    name: name ?? type.split('.').at(-1)!,
    type,
    json: json || undefined,
    ...(written.startsWith('*') ? { pointer: true } : {}),
    ...omission(options),
    ...patching(line),
    ...(gates.length ? { gates } : {}),
  };
}

function omission(options: string): Pick<GoField, 'omits'> {
  if (options.includes('omitzero')) return { omits: 'zero' };
  return options.includes('omitempty') ? { omits: 'empty' } : {};
}

function patching(line: string): Pick<GoField, 'patchStrategy' | 'patchMergeKey'> {
  const [strategy, key] = ['Strategy', 'MergeKey'].map(
    (tag) => new RegExp(`patch${tag}:"([^"]*)"`).exec(line)?.[1],
  );
  return { ...(strategy ? { patchStrategy: strategy } : {}), ...(key ? { patchMergeKey: key } : {}) };
}

const BUILT_IN = /^(string|bool|u?int(8|16|32|64)?|float(32|64)|map|interface)$/;

/** Every name with the name of its package before it. */
function printed(type: string, own: string, packages: ReadonlyMap<string, string>): string {
  return type.replace(/(?:(\w+)\.)?(\w+)/g, (_, from: string | undefined, name: string) => {
    if (from) return `${packages.get(from) ?? from}.${name}`;
    if (name === 'byte') return 'uint8';
    return BUILT_IN.test(name) ? name : `${own}.${name}`;
  });
}
