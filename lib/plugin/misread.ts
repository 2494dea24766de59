import { listItems } from '../manifest/list';
import type { EngineOptions } from '../validate/engine';
import type { Finding } from '../validate/finding';
import type { NamedText } from '../validate/judging';
import { judging } from '../validate/lazy';
import { resourceOf } from '../validate/manifest-head';
import type { PathSegment } from '../validate/path';
import { KEY_MISREAD, YAML_SYNTAX } from '../validate/reading';
import { misreadIn } from '../written/misread-in';
import { mayChangeInYaml } from '../written/suspects';

/**
 * Findings about strings that kubectl misreads in a file that cdk8s wrote: what they were meant to be is what
 * cdk8s reads.
 */
export function misreadInFile({ file, text }: NamedText, options: EngineOptions): Finding[] {
  if (!mayChangeInYaml(text)) return [];
  const source = judging().sourceOf(text, file);
  const documents = [...source.documents()];
  const positionOf = (index: number, path: readonly PathSegment[]) => {
    const { line, column } = source.lines.at(documents[index]?.locate(path).key ?? 0);
    return { file, line, column };
  };
  return meantIn(file).flatMap((object, index) =>
    manifestsIn(object).flatMap(({ at, manifest }) =>
      misreadIn(manifest, options).map((raw) => {
        const position = positionOf(index, [...at, ...raw.path.segments()]);
        return judging().toFinding(raw, resourceOf(manifest), position);
      }),
    ),
  );
}

/** Findings without those that are consequences of a misread string. */
export const withoutConsequencesOf = (misread: readonly Finding[], findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => !misread.some((cause) => isConsequence(finding, cause)));

function isConsequence({ rule, stage, path, position }: Finding, cause: Finding): boolean {
  if (position?.file !== cause.position?.file) return false;
  if (rule === YAML_SYNTAX.id || rule === KEY_MISREAD.id) return true;
  const isReading = stage === 'read' || stage === 'decode';
  return isReading && (path === cause.path || position?.line === cause.position?.line);
}

/** The objects of a file as cdk8s reads it; none where it merges maps, which is an error of its own. */
function meantIn(file: string): readonly unknown[] {
  const { Yaml } = require('cdk8s') as typeof import('cdk8s');
  try {
    return Yaml.load(file);
  } catch {
    return [];
  }
}

function manifestsIn(object: unknown): { readonly at: readonly PathSegment[]; readonly manifest: unknown }[] {
  const items = listItems(object);
  return items
    ? items.map((manifest, index) => ({ at: ['items', index], manifest }))
    : [{ at: [], manifest: object }];
}
