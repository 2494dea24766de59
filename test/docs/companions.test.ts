import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPANIONS } from '../support/companions';
import { ROOT } from './pages';

interface TypeReference {
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: TypeReference };
}

interface Struct {
  readonly properties?: readonly { readonly name: string; readonly type: TypeReference }[];
  readonly interfaces?: readonly string[];
}

const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as {
  readonly types: { readonly [name: string]: Struct };
};

const COMMON = 'cdk8s-pod-patterns.CompanionOptions';
const OWN = /^cdk8s-pod-patterns\.\w+$/;

const elementOf = ({ fqn, collection }: TypeReference): string | undefined =>
  collection ? elementOf(collection.elementtype) : fqn;

/** Options of a struct, of those that it extends, and of those that it contains. */
function optionsOf(struct: string): string[] {
  const { properties = [], interfaces = [] } = types[struct];
  const nested = properties.map(({ type }) => elementOf(type)).filter((name) => name && OWN.test(name));
  const others = [...interfaces, ...(nested as string[])].filter((name) => name !== COMMON);
  return [...properties.map(({ name }) => name), ...others.flatMap(optionsOf)];
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const methods = Object.keys(COMPANIONS).map((method) => method.split('.')[1]);

test.each(methods)('every option of %s is on its page', (method) => {
  const page = readFileSync(join(ROOT, 'docs/companions', `${kebab(method)}.md`), 'utf8');
  const options = optionsOf(`cdk8s-pod-patterns.${method[0].toUpperCase()}${method.slice(1)}Options`);
  expect(options.length).toBeGreaterThan(3);
  const [, table] = /^## Options$([^]*?)^## /m.exec(page)!;
  expect(options.filter((option) => !table.includes(`\`${option}\``))).toEqual([]);
});
