import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as ts from 'typescript';

/** What a program wrote: manifests by `app.synth()`, or lines by console.log, or the error that it ended with. */
export interface Outcome {
  readonly manifests: string;
  readonly lines: string;
  readonly error: string;
}

/** Runs a program as a user's: it imports the package by its name, which is the source here. */
export function runProgram(code: string): Outcome {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  const lines: string[] = [];
  const load = createRequire(__filename);
  const from = (name: string) => (name === 'cdk8s-pod-patterns' ? (require('../../lib') as unknown) : load(name));
  process.env.CDK8S_OUTDIR = folder;
  let error = '';
  try {
    compileFunction(outputText, ['require', 'exports', 'console'])(from, {}, { log: (line: string) => lines.push(line) });
  } catch (thrown) {
    error = `${(thrown as Error).name}: ${(thrown as Error).message}\n`;
  } finally {
    delete process.env.CDK8S_OUTDIR;
  }
  const manifests = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('---\n');
  return { manifests, lines: lines.map((line) => `${line}\n`).join(''), error };
}

/** What the compiler says of programs as a user would compile them, strictly. */
export function typeErrors(programs: readonly { readonly name: string; readonly code: string }[]): string[] {
  const root = join(__dirname, '../..');
  const texts = new Map(programs.map(({ name, code }) => [join(root, 'test/docs', `${name.replace(/\W/g, '-')}.ts`), code]));
  const options: ts.CompilerOptions = {
    ...ts.readConfigFile(join(root, 'tsconfig.dev.json'), ts.sys.readFile).config.compilerOptions,
    module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'],
    strict: true, esModuleInterop: true, skipLibCheck: true, noEmit: true, declaration: false, types: ['node'],
    paths: { 'cdk8s-pod-patterns': [join(root, 'lib/index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined ? read(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  host.fileExists = (file) => texts.has(file) || ts.sys.fileExists(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => ts.formatDiagnostic(diagnostic, { ...host, getCurrentDirectory: () => root }));
}
