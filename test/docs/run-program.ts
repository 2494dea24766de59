import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { compileFunction } from 'node:vm';
import * as ts from 'typescript';

/**
 * What a program wrote: manifests by `app.synth()`, lines by console.log or to standard error, or the error
 * that it ended with.
 */
export interface Outcome {
  readonly manifests: string;
  readonly lines: string;
  readonly error: string;
}

const OWN = /^cdk8s-pod-patterns(?=$|\/)/;

/**
 * Runs a program as a user's `main.ts`: it imports the package by its name, which is the source here. Its
 * tests run at once.
 */
export function runProgram(code: string): Outcome {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    sourceMap: true,
  };
  const { outputText, sourceMapText } = ts.transpileModule(code, { compilerOptions });
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  const lines: string[] = [];
  const load = createRequire(__filename);
  const from = (name: string) =>
    OWN.test(name) ? (require(name.replace(OWN, '../../lib')) as unknown) : load(name);
  process.env.CDK8S_OUTDIR = folder;
  let error = '';
  const toStandardError = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean(lines.push(String(text).replace(/\n$/, ''))));
  const restoreLines = mapLines(new SourceMap(JSON.parse(sourceMapText!)));
  try {
    const given = {
      require: from,
      exports: {},
      console: { log: (line: string) => lines.push(line) },
      expect,
      test: (_: string, body: () => void) => body(),
    };
    compileFunction(outputText, Object.keys(given), { filename: 'main.ts' })(...Object.values(given));
  } catch (thrown) {
    error = stripVTControlCharacters(`${(thrown as Error).name}: ${(thrown as Error).message}\n`);
  } finally {
    delete process.env.CDK8S_OUTDIR;
    toStandardError.mockRestore();
    restoreLines();
  }
  const manifests = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('---\n');
  return { manifests, lines: lines.map((line) => `${line}\n`).join(''), error };
}

/** Makes stacks tell the lines of the TypeScript of `main.ts`, as ts-node does; returns how to undo it. */
function mapLines(map: SourceMap): () => void {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (error, frames) =>
    [
      String(error),
      ...frames.map((frame) => {
        const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
        if (frame.getFileName() !== 'main.ts') return `    at ${frame.getFileName()}:${line}:${column}`;
        const { originalLine, originalColumn } = map.findEntry(line - 1, column - 1) as {
          originalLine: number;
          originalColumn: number;
        };
        return `    at main.ts:${originalLine + 1}:${originalColumn + 1}`;
      }),
    ].join('\n');
  return () => {
    Error.prepareStackTrace = prepareStackTrace;
  };
}

/** What the compiler says of programs as a user would compile them, strictly. */
export function typeErrors(programs: readonly { readonly name: string; readonly code: string }[]): string[] {
  const root = join(__dirname, '../..');
  const texts = new Map(
    programs.map(({ name, code }) => [join(root, 'test/docs', `${name.replace(/\W/g, '-')}.ts`), code]),
  );
  const options: ts.CompilerOptions = {
    ...ts.readConfigFile(join(root, 'tsconfig.dev.json'), ts.sys.readFile).config.compilerOptions,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    declaration: false,
    types: ['node', 'jest'],
    paths: {
      'cdk8s-pod-patterns': [join(root, 'lib/index.ts')],
      'cdk8s-pod-patterns/*': [join(root, 'lib/*')],
    },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined ? read(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  host.fileExists = (file) => texts.has(file) || ts.sys.fileExists(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.formatDiagnostic(diagnostic, { ...host, getCurrentDirectory: () => root }));
}
