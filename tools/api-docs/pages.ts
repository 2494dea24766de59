import type { Assembly, Type } from '@jsii/spec';
import { AREAS, KUBERNETES, typesOf } from './areas';
import { kubernetesPage } from './kubernetes-page';
import { References } from './references';
import { described, paragraphs, table } from './text';
import { typeSection } from './type-section';

const GENERATED = 'Generated from the docstrings of the types by `npm run api-docs`.';

/** Pages of the reference by their paths in the folder of documentation. */
export function apiPages(assembly: Assembly, minor: string): Map<string, string> {
  const pages = new Map<string, string>();
  const listed: string[] = [];
  for (const { page, title, about } of AREAS) {
    const types = typesOf(assembly, page);
    if (!types.length) continue;
    const references = new References(assembly, page);
    pages.set(
      `api/${page}.md`,
      paragraphs(
        `# ${title}: reference`,
        `${about}. ${GENERATED}`,
        ...types.map((type) => typeSection(type, references)),
      ),
    );
    listed.push(
      `## [${title}](api/${page}.md)`,
      table(
        ['type', 'what it is'],
        types.map((type) => row(page, type)),
      ),
    );
  }
  pages.set(`api/${KUBERNETES}.md`, kubernetesPage(assembly, minor));
  pages.set('api.md', paragraphs('# API reference', GENERATED, INTRODUCTION, LANGUAGES(assembly), ...listed));
  return pages;
}

const row = (page: string, { name, docs }: Type): string[] => [
  `[\`${name}\`](api/${page}.md#${name.toLowerCase()})`,
  described({ summary: docs?.summary }),
];

const INTRODUCTION = `
Names are TypeScript's. A string that is one of some words has these as its type in TypeScript. What is not required may be
left out. Structs of Kubernetes, such as \`k8s.Container\`, are on [a page of their own](api/k8s.md).`;

/** What jsii makes of names in other languages. */
function LANGUAGES({ targets = {} }: Assembly): string {
  const { python, java, go } = targets as Record<string, Record<string, string>>;
  return table(
    ['language', 'package', 'a struct', 'a member'],
    [
      ['TypeScript, JavaScript', '`cdk8s-pod-patterns`', 'an object', '`addContainer`'],
      ['Python', `\`${python.module}\``, 'keyword arguments, or an object of its class', '`add_container`'],
      ['Java', `\`${java.package}\``, 'its `builder()`', '`addContainer`'],
      ['Go', `\`${go.moduleName}/${go.packageName}\``, 'a pointer to it', '`AddContainer`'],
    ],
  );
}
