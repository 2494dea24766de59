import { dirname, relative, resolve } from 'node:path';
import { Source } from '../../manifest/source';
import { textOf } from '../../manifest/text';
import type { YamlDocument } from '../../manifest/yaml-document';
import { codeFrame } from '../../report/code-frame';
import { PLAIN } from '../../report/paint';
import { excerptOf } from '../../report/excerpt';
import type { ReportFormat } from '../../report/formats';
import type { RuleLevels } from '../../validate/rule-levels';
import { readProblem } from '../check/read-parts';
import { MISSING, UsageError } from '../failure';
import { pathSuggestion } from '../inputs/path-suggestion';
import type { FailOn } from '../options/validate';
import { PROGRAM_NAME } from '../program-names';
import type { World } from '../world';
import { CONFIG_FIELDS, type ConfigKey } from './fields';
import { choiceSuggestion, type Shape, type ShapeProblem, shapeProblems, yamlWord } from './shape';

/** A configuration, read and in order. */
export interface Config {
  /** Absolute folder of the file, which its paths and patterns count from. */
  readonly folder: string;
  readonly kubernetesVersion?: readonly string[];
  readonly podSecurity?: { readonly level?: string; readonly workloads?: string };
  readonly customResources?: readonly string[];
  readonly crds?: readonly string[];
  readonly rules?: RuleLevels;
  readonly ignore?: readonly string[];
  readonly paths?: readonly string[];
  readonly format?: ReportFormat;
  readonly failOn?: FailOn;
}

/** @throws UsageError that shows each mistake in its line */
export function readConfig(file: string, world: World): Config {
  const path = resolve(world.cwd, file);
  const name = relative(world.cwd, path) || '.';
  const source = new Source(configText(path, name, world), name);
  if (!source.text.trim()) world.err(`${PROGRAM_NAME}: ${name} is empty: using the defaults\n`);
  const [document, second] = [...source.documents()];
  const problems = document ? problemsOf(document) : [];
  if (second) {
    problems.push({
      offset: second.locate([]).key,
      message: 'expected one YAML document: remove everything after ---',
    });
  }
  if (problems.length) {
    throw new UsageError(problems.map((problem) => problemText(problem, source)).join('\npod-patterns: '));
  }
  return { folder: dirname(path), ...normalized(document?.value ?? {}) };
}

function configText(path: string, name: string, world: World): string {
  try {
    return textOf(Buffer.concat([...world.open(path)]));
  } catch (error) {
    const problem = readProblem(error);
    throw new UsageError(
      `--config ${name}: ${problem}${problem === MISSING ? pathSuggestion(name, world) : ''}`,
    );
  }
}

interface Problem {
  readonly offset: number;
  readonly message: string;
}

function problemsOf(document: YamlDocument): Problem[] {
  const read = document.problems.map(({ rule, offset, message, suggestion }) => ({
    offset,
    message: [message, rule === 'duplicate-key' ? 'remove one of them' : suggestion]
      .filter(Boolean)
      .join(': '),
  }));
  if (document.value === undefined) return read;
  const fields = fieldProblems(document.value).map((problem) => locatedProblem(problem, document));
  return [...read, ...fields.filter(({ offset }) => !read.some((problem) => problem.offset === offset))];
}

function fieldProblems(config: unknown): ShapeProblem[] {
  if (config === null) return [];
  if (typeof config !== 'object' || Array.isArray(config)) {
    return [{ path: [], message: 'expected a map, such as kubernetesVersion: "1.34"' }];
  }
  return Object.entries(config).flatMap(([key, value]) => {
    if (!Object.hasOwn(CONFIG_FIELDS, key)) {
      return [
        {
          path: [key],
          ofKey: true,
          message: `unknown key "${key}": ${choiceSuggestion(key, Object.keys(CONFIG_FIELDS))}`,
        },
      ];
    }
    return shapeProblems(value, CONFIG_FIELDS[key as ConfigKey].shape, [key]);
  });
}

function locatedProblem({ path, ofKey, message, asWritten }: ShapeProblem, document: YamlDocument): Problem {
  const { key, value, written } = document.locate(path);
  return {
    offset: ofKey ? key : (value ?? key),
    message: written && asWritten ? asWritten(written.text) : message,
  };
}

function problemText({ offset, message }: Problem, { file, lines }: Source): string {
  const { line, column } = lines.at(offset);
  return `${file}:${line}:${column}: ${message}\n${codeFrame(excerptOf(lines, { line, column }), { line, column }, PLAIN, '  ')}`;
}

/** A configuration that is in order, in its long form. */
const normalized = (config: object) =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      normalizedValue(value, CONFIG_FIELDS[key as ConfigKey].shape),
    ]),
  );

/** One item where a list may stand becomes a list, one value where a map may stand a map. */
function normalizedValue(value: unknown, shape: Shape): unknown {
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value) ? value : [value];
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, normalizedValue(item, shape.of)]),
      );
    case 'fields':
      return typeof value === 'object' ? value : { [shape.orOnly]: value };
    default:
      return yamlWord(value);
  }
}
