import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FindingPosition } from '../validate/finding';
import { originalPosition } from './source-map';

const OWN_FOLDERS = ownFolders(__dirname);

/**
 * Returns the folders of this package's own code: its sources, or what the build made of them, of which the
 * bundle of the companions has its own copy of this file. None if the package is bundled into an app.
 */
export function ownFolders(folder: string): readonly string[] {
  const root = /^(.*[\\/])(?:lib(?:[\\/].*)?|patterns[\\/]companions)$/.exec(folder)?.[1];
  return root === undefined ? [] : [`${root}lib`, `${root}patterns`];
}

/**
 * Packages that call users' code, or are called by it in between, and are never the place that a user looks
 * for.
 */
const INTERMEDIATE =
  /[\\/]node_modules[\\/](?:cdk8s|cdk8s-plus-\d+|cdk8s-pod-patterns|constructs|ts-node|tsx|jest-[^\\/]+|@jest|@jsii|@swc(?:-node)?|vitest|@vitest)[\\/]/;

/** Frames of Node.js, of native code, and of the kernel that runs for Python, Java and Go. */
const NO_FILE = /^node:|<anonymous>|^native$|jsii-runtime/;

const WITH_FUNCTION = /^\s*at .*? \((.+):(\d+):(\d+)\)$/;
const WITHOUT_FUNCTION = /^\s*at (?:async )?(.+):(\d+):(\d+)$/;

/**
 * The place in a stack, as V8 words it, where a user called this package: the first frame outside of it, of
 * cdk8s and of what runs both; rather one in the user's own files than in a package. Undefined if there is
 * none.
 */
export function userFrame(stack: string): FindingPosition | undefined {
  const frames = stack
    .split('\n')
    .map(frameOf)
    .filter((frame) => frame !== undefined && !isIntermediate(frame.file)) as Frame[];
  const frame = frames.find(({ file }) => !/[\\/]node_modules[\\/]/.test(file)) ?? frames[0];
  const place = frame && originalFrame(frame);
  return place && { ...place, file: relativeToCwd(place.file) };
}

type Frame = Required<FindingPosition>;

/** Where neither Node.js nor a loader has looked up the source map already. */
function originalFrame(frame: Frame): Frame {
  try {
    return originalPosition(frame);
  } catch {
    return frame;
  }
}

function frameOf(text: string): Frame | undefined {
  const match = WITH_FUNCTION.exec(text) ?? WITHOUT_FUNCTION.exec(text);
  if (!match || NO_FILE.test(match[1])) return undefined;
  const [, file, line, column] = match;
  return {
    file: file.startsWith('file:') ? fileURLToPath(file) : file,
    line: Number(line),
    column: Number(column),
  };
}

const isIntermediate = (file: string) =>
  file === __filename ||
  INTERMEDIATE.test(file) ||
  OWN_FOLDERS.some((folder) => file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length)));

/** A file below the working folder by its path from there. */
function relativeToCwd(file: string): string {
  if (!isAbsolute(file)) return file;
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
