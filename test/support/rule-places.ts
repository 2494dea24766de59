import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleNamed } from '../../lib/validate/catalogue';
import { LINTS } from '../../lib/validate/lint';
import { checksOf } from '../../lib/validate/pod-security/registry';
import type { RuleRecord } from '../../lib/validate/rule';
import type { FoundRecord } from '../../tools/generate/rule-records';
import { isWritten, missingOf, type Places } from './places';

/** The files of a repository that speak of rules. */
export class RuleFiles {
  readonly fixtures: ReadonlySet<string>;
  readonly lintFixtures: ReadonlySet<string>;
  readonly sources: string;
  private readonly tests: string;
  private readonly code: string;

  constructor(private readonly root: string) {
    this.fixtures = this.expectedIn('test/validate/fixtures');
    this.lintFixtures = this.expectedIn('test/validate/lint/fixtures');
    this.sources = this.textsIn('lib/validate', /\.ts$/).join('\n');
    this.tests = ['validate', 'written', 'construct']
      .flatMap((folder) => this.textsIn(`test/${folder}`, /(?<!catalogue)\.test\.ts(\.snap)?$/))
      .join('\n');
    this.code = this.textsIn('lib', /\.ts$/).join('\n');
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Whether a fixture expects the rule, or a test names it. */
  isTested(id: string): boolean {
    return this.fixtures.has(id) || new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(this.tests);
  }

  /** Whether a record or what it judges by is more than defined. */
  isUsed(name: string): boolean {
    return this.code.match(new RegExp(`\\b${name}\\b`, 'g'))!.length > 1;
  }

  private textsIn(folder: string, name: RegExp): string[] {
    if (!existsSync(join(this.root, folder))) return [];
    return readdirSync(join(this.root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && name.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }

  /** Rules that the fixtures of a folder expect a finding of, as their `#!` comments say. */
  private expectedIn(folder: string): ReadonlySet<string> {
    const lines = this.textsIn(folder, /\.yaml$/).flatMap((text) => text.split('\n'));
    return new Set(lines.flatMap((line) => line.split('#! ')[1]?.trim().split(/\s+/) ?? []));
  }
}

const checks = new Set(
  [0, 35].flatMap((version) => [...checksOf('baseline', version), ...checksOf('restricted', version)]),
);

const isOneLine = (text: string | undefined) => text !== undefined && /^[^\n|]{7,200}[^.\n|]$/.test(text);

/** Whether it is a rule of our own, which a server does not have. */
export const isOwn = ({ stage }: RuleRecord) => stage === 'lint';

/** Whether it is a lint rule: those about suppressions judge no Pod. */
export const isLint = ({ stage, section }: RuleRecord) => stage === 'lint' && section !== 'suppressions';

const ONE_LINE = 'in 8 to 200 characters, without a full stop';

/** What a rule has to have, and whether it is there. */
export const RULE_PLACES: Places<[rule: FoundRecord, files: RuleFiles]> = {
  example: [
    'replace the example that npm run new wrote in the file of the rule',
    ({ file }, files) => isWritten(files.read(file)),
  ],
  mistake: [`say what it finds, ${ONE_LINE}`, ({ record }) => isOneLine(record.mistake)],
  why: [
    `say why it is a mistake, ${ONE_LINE}, if the rule is of the stage lint, and only then`,
    ({ record }) => isOwn(record) === isOneLine(record.why),
  ],
  suggestion: [`say how to fix it, ${ONE_LINE}`, ({ record }) => isOneLine(record.suggestion)],
  section: [
    'name a section of docs/rules.md if the rule is of the stage lint, and only then',
    ({ record }) => isOwn(record) === (record.section !== undefined),
  ],
  'rules/index.ts': [
    'list it there, or apply it in the function of the kind, where the server has it in its order',
    ({ record, name }, files) => isLint(record) || files.isUsed(name),
  ],
  'lib/validate/lint/index.ts': [
    'list it in LINTS',
    ({ record }) => !isLint(record) || LINTS.some(({ id }) => id === record.id),
  ],
  'lib/validate/pod-security/registry.ts': [
    'list the check with the versions that have it',
    ({ record: { id, stage } }) =>
      stage !== 'pod-security' ||
      id === 'pod-security-labels' ||
      [...checks].some((check) => check.id === id),
  ],
  'test/validate/fixtures/': [
    'write a file there that has the mistake, with #! and the id after it on the line that the finding points to; or a test in test/validate that names the rule',
    ({ record }, files) => isLint(record) || files.isTested(record.id),
  ],
  'test/validate/lint/fixtures/': [
    'write a file there that has the mistake, with #! and the id after it on the line that the finding points to',
    ({ record }, files) => !isLint(record) || files.lintFixtures.has(record.id),
  ],
  'npm run generate': [
    'run it: the catalogue or the docs have not the texts of the rule as they are now',
    ({ record }, files) => {
      const page = files.read(isOwn(record) ? 'docs/rules.md' : 'docs/server-rules.md');
      const facts = ruleNamed(record.id);
      return facts?.mistake === record.mistake && page.includes(`| <a id="${record.id}"></a>`);
    },
  ],
};

export const missingPlaces = (rule: FoundRecord, files: RuleFiles): string[] =>
  missingOf(RULE_PLACES, rule, files);
