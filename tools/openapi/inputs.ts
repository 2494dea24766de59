import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodingsText } from '../go/encodings';
import { goStructsText } from '../go/go-structs';
import { goTypesText } from '../go/go-types';
import type { GoTables } from '../go/tables';
import type { Descriptions, Facts } from './facts';

/** What the generators read: the files of tools/openapi. */
export interface Inputs {
  readonly facts: Facts;
  readonly descriptions: Descriptions;
  readonly go: GoTables;
}

export function readInputs(folder: string): Inputs {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    facts: read('facts.json'),
    descriptions: read('descriptions.json'),
    go: {
      types: read('go-types.json'),
      encodings: read('encodings.json'),
      structs: read('go-structs.json'),
    },
  };
}

/** Name → content of the files. */
export const inputFiles = ({ facts, descriptions, go }: Inputs): { readonly [name: string]: string } => ({
  'facts.json': factsText(facts),
  'descriptions.json': `${JSON.stringify(descriptions, null, 1)}\n`,
  'go-types.json': goTypesText(go.types),
  'encodings.json': encodingsText(go.encodings),
  'go-structs.json': goStructsText(go.structs),
});

export function writeInputs(folder: string, inputs: Inputs): void {
  Object.entries(inputFiles(inputs)).forEach(([name, text]) => writeFileSync(join(folder, name), text));
}

/** One type a line, so that a change reads well in review. */
function factsText({ minors, types, kinds, typeMinors = {} }: Facts): string {
  const named = (all: object) =>
    Object.entries(all).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const list = (lines: readonly string[]) => `\n${lines.join(',\n')}\n `;
  const kindLines = kinds.map((kind) => `  ${JSON.stringify(kind)}`);
  return `{\n "minors": ${JSON.stringify(minors)},\n "types": {${list(named(types))}},\n "kinds": [${list(kindLines)}],\n "typeMinors": {${list(named(typeMinors))}}\n}\n`;
}
