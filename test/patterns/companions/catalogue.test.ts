import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../../../lib';
import { COMPANION_PLACES, companionFile, missingCompanionPlaces } from '../../support/companion-places';

const ROOT = join(__dirname, '../../..');

const OWNERS = {
  Adapters: api.Adapters,
  Ambassadors: api.Ambassadors,
  AuthProxies: api.AuthProxies,
  ConfigReloaders: api.ConfigReloaders,
  LogShippers: api.LogShippers,
};

const methods = Object.entries(OWNERS).flatMap(([owner, type]) =>
  Object.getOwnPropertyNames(type)
    .filter((name) => typeof (type as unknown as { readonly [name: string]: unknown })[name] === 'function')
    .map((method) => [owner, method] as const),
);

test.each(methods)('%s.%s is in all its places', (owner, method) => {
  expect(missingCompanionPlaces(owner, method, ROOT)).toEqual([]);
});

test('there is nothing of a companion that is no more', () => {
  const files = methods.map(([, method]) => companionFile(method)).sort();
  const pages = readdirSync(join(ROOT, 'docs/companions')).map((page) => page.replace('.md', ''));
  const catalogue = readFileSync(join(ROOT, 'patterns/companions/catalogue.ts'), 'utf8');
  expect(pages.sort()).toEqual(files);
  expect([...catalogue.matchAll(/ from '\.\/(.+)';/g)].map(([, file]) => file).sort()).toEqual(files);
});

test('CONTRIBUTING names each place', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, recipe] = /^## A new companion$([^]*?)^## /m.exec(text)!;
  expect(Object.keys(COMPANION_PLACES).filter((place) => !recipe.includes(`\`${place}\``))).toEqual([]);
});
