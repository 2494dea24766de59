import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, fault, linksOf } from './links';
import { markdown, PAGES, ROOT } from './pages';

const LINKING = [...PAGES, 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdown('bench'), ...markdown('examples')];
const links = LINKING.flatMap((page) =>
  linksOf(page).map((link): [page: string, link: string] => [page, link]),
);

test('every link within the repository leads to a file, and to an anchor of it', () => {
  expect(
    links.flatMap(([page, link]) => (fault(page, link) ? [`${page}: ${link}: ${fault(page, link)}`] : [])),
  ).toEqual([]);
  expect(links.length).toBeGreaterThan(200);
});

test('a link to what is not there is found', () => {
  expect(fault('README.md', 'docs/nowhere.md')).toBe('there is no docs/nowhere.md');
  expect(fault('docs/order.md', '#nowhere')).toBe('docs/order.md has no #nowhere');
  expect(fault('docs/order.md', '../README.md#example')).toBeUndefined();
  expect(fault('docs/order.md', 'rules.md#image-tag')).toBeUndefined();
});

test('anchors are those that GitHub makes', () => {
  const anchors = anchorsOf('docs/command-line.md');
  expect([...anchors]).toEqual(
    expect.arrayContaining(['command-line', 'validate', 'exit-code', 'explain-rule']),
  );
  expect(anchorsOf('docs/cdk8s.md')).toContain('the-plugin-of-cdk8s-cli');
});

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const link of linksOf(page)) {
      if (link.split('#')[0].endsWith('.md')) reached.add(join(page, '..', link.split('#')[0]));
    }
  }
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
});

test('links to pages of this repository by their address lead to anchors, too', () => {
  const address =
    /https:\/\/github\.com\/cdk8s-pod-patterns\/cdk8s-pod-patterns\/blob\/main\/([\w./-]+)(?:#([\w-]+))?/g;
  const wrong = LINKING.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(address)].flatMap(([whole, path, anchor]) =>
      fault('README.md', anchor ? `${path}#${anchor}` : path) ? [`${page}: ${whole}`] : [],
    ),
  );
  expect(wrong).toEqual([]);
});
