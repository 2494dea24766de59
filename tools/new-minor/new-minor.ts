import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedCases } from '../../test/support/recorded';
import type { MinorPackages } from '../go/encodings';
import { moduleName, readPackages } from '../go/tables';
import type { MinorDocuments } from '../openapi/documents';
import type { Inputs } from '../openapi/inputs';
import { assertNext } from '../openapi/merge';
import { textOf } from '../recorded/cover';
import { Server } from '../server';
import { copyCheckout, runScript } from './checkout';
import { documentsOfServer, documentsOfSources, saveDocuments } from './documents';
import { gatePlaces, readGates } from './gates';
import { downloadModules, newestReleaseOf } from './modules';
import { openRanges } from './open-ranges';
import { placesThatName } from './places';
import { ask, changedVerdicts, withVerdicts } from './replay';
import type { Report, Section } from './report';
import { sectionsOfGates, sectionsOfSites, sectionsOfTables } from './sections';
import { sitesIn } from './sites';
import { Tables, withNewMinor } from './tables';
import { type Version, versionOf } from './version';

export interface NewMinorOptions {
  /** Version to compare with. */
  readonly before?: string;
  /** Folder for a copy of the repository; without it, the repository itself changes. */
  readonly into?: string;
  readonly kubeconfig?: string;
  /** Folder that holds the modules k8s.io/…. */
  readonly modules: string;
  /** Folder for the documents. */
  readonly save?: string;
}

const LEFT = [
  'Decide on every section above; each says what to do.',
  '`npm run build && npm run update-api`, and `npx jest test/api -u` once you have read the change of the public API.',
  '`UPDATE_DOCS=1 npx jest test/docs test/validate/kinds`: tables and outputs of the docs.',
  '`npm run parity -- --minor=1.N --classes=40`, `npm run mutants` and `npm run defaulted` against the server, until nothing differs; then `npm run parity -- --commit`.',
  '`npm test`.',
];

/** Adds a minor to a checkout, and reports on it. */
export class NewMinor {
  /** Whether a step failed; its section says how. */
  failed = false;
  private readonly name: string;
  private readonly done: string[] = [];

  constructor(
    private readonly version: Version,
    private readonly root: string,
    private readonly options: NewMinorOptions,
  ) {
    this.name = `1.${version.minor}`;
  }

  async run(): Promise<Report> {
    const { minor, text } = this.version;
    const old = new Tables(this.root).read();
    assertNext(old.facts.minors, minor);
    const before = versionOf(this.options.before ?? newestReleaseOf(minor - 1));
    const missing = [before, this.version].flatMap((one) => downloadModules(this.options.modules, one));
    const documents = await this.documents();
    const { into = this.root } = this.options;
    if (into !== this.root) copyCheckout(this.root, into);
    return {
      title: `From Kubernetes ${before.text} to ${text}`,
      sections: [
        {
          title: 'Modules that are not available',
          todo: 'What they have is taken from older minors.',
          lines: missing,
        },
        ...this.regenerate(new Tables(into), old, documents, before),
        ...(await this.replay(into, before)),
        ...this.sources(before),
      ],
      done: this.done,
      left: LEFT.map((line) => line.replace('1.N', this.name)),
    };
  }

  /** What the server publishes; without a server, what the sources have. */
  private async documents(): Promise<MinorDocuments> {
    const { kubeconfig, modules, save } = this.options;
    const { minor, text } = this.version;
    let documents: MinorDocuments;
    if (kubeconfig) {
      const server = new Server(kubeconfig);
      const found = await server.minor();
      server.close();
      if (found !== minor) throw new Error(`the server of ${kubeconfig} is of 1.${found}, not of 1.${minor}`);
      documents = documentsOfServer(kubeconfig, minor);
      this.done.push(`OpenAPI documents: those of the server of ${kubeconfig}`);
    } else {
      documents = documentsOfSources(join(modules, moduleName('kubernetes', text)), minor);
      this.done.push(
        'No server was asked (--kubeconfig): the OpenAPI documents are those of the sources, which do not list the values of enums; no verdict was compared',
      );
    }
    if (save) saveDocuments(documents, join(save, `v1.${minor}`));
    return documents;
  }

  /** Adds the minor to the tables and generates files from them. */
  private regenerate(tables: Tables, old: Inputs, documents: MinorDocuments, before: Version): Section[] {
    const { modules } = this.options;
    const { minor, text } = this.version;
    const packages: MinorPackages = readPackages(modules, text);
    const { inputs, conflicts } = withNewMinor(old, documents, packages);
    tables.write(inputs);
    const [oldGates, gates] = [before, this.version].map((one) =>
      readGates(join(modules, moduleName('kubernetes', one.text)), one.minor),
    );
    const table = tables.enterGates(oldGates, gates, minor);
    const generated = runScript(tables.root, 'generate');
    if (!generated.ok) this.failed = true;
    else this.done.push(`Tables and files generated from them, with ${this.name}: in ${tables.root}`);
    return [
      {
        title: 'Generating failed',
        todo: 'Change the generator, and run npm run generate.',
        lines: generated.ok ? [] : generated.output.split('\n'),
      },
      {
        title: 'Fields that cannot be merged',
        todo: 'The tables have what older minors have. Decide how a type can differ by minor (tools/openapi/facts.ts).',
        lines: conflicts,
      },
      ...sectionsOfTables(old, inputs, packages, gates),
      ...sectionsOfGates(oldGates, gates, table, gatePlaces(join(modules, moduleName('kubernetes', text)))),
    ];
  }

  /** Asks the server about all recorded cases, and compares with what was recorded and with our verdicts. */
  private async replay(into: string, before: Version): Promise<Section[]> {
    const { kubeconfig } = this.options;
    if (!kubeconfig) return [];
    const server = new Server(kubeconfig);
    const cases = recordedCases(`1.${before.minor}`);
    const answers = await ask(server, cases);
    server.close();
    const file = join(into, `new-minor-${this.name}-verdicts.jsonl`);
    const said = withVerdicts(
      cases.map(({ id }) => ({ id, verdicts: [] })),
      this.name,
      answers,
    ).filter(({ verdicts }) => verdicts.length);
    writeFileSync(file, textOf(said));
    new Tables(into).addVerdicts(this.name, answers);
    this.done.push(`Verdicts of the server on ${said.length} of ${cases.length} recorded cases: ${file}`);
    const parity = runScript(into, 'parity', [
      `--minor=${this.name}`,
      `--verdicts=${file}`,
      '--classes=1000',
    ]);
    if (!parity.ok) this.failed = true;
    return [
      {
        title: 'Changed verdicts',
        todo: `The recorded verdict of 1.${before.minor}, and that of the server: limit the rule to older minors, and write the new one.`,
        lines: changedVerdicts(cases, answers),
      },
      {
        title: 'Our verdicts',
        todo: `Ours for ${this.name} against the server's, by kind; then what differs, if anything.`,
        lines: parity.output.split('\n'),
      },
    ];
  }

  /** What comparing the sources shows: Kubernetes' and ours. */
  private sources(before: Version): Section[] {
    const { modules } = this.options;
    const [old, now] = [before, this.version].map(({ text }) => sitesIn(modules, text));
    this.done.push(
      `Go sources: ${old.length} sites of ${before.text} and ${now.length} of ${this.version.text}`,
    );
    return [
      ...sectionsOfSites(old, now),
      {
        title: 'Open ranges',
        todo: `Each of these holds for ${this.name} too, unless it gets an end.`,
        lines: openRanges(this.root, 'lib/validate'),
      },
      {
        title: `Places in the docs that name 1.${before.minor}`,
        todo: `Decide where ${this.name} has to be named.`,
        lines: placesThatName(before.minor, this.root),
      },
    ];
  }
}
