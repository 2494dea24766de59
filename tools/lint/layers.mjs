// Which folders a folder may import, bottom first: each names folders above it in this list alone, so that
// imports go one way. A file or folder within another one may have a line of its own.

const GROUND = ['lib/internal-error.ts', 'lib/object', 'lib/pause.ts', 'lib/text'];
const GO = [...GROUND, 'lib/go'];
const MACHINERY = [...GO, 'lib/apimachinery'];
const MANIFEST = [...MACHINERY, 'lib/manifest'];
const ENGINE = [...MANIFEST, 'lib/validate'];
const FINDINGS = [...ENGINE, 'lib/report'];
const MODEL = [...FINDINGS, 'lib/written', 'lib/k8s', 'lib/source-line', 'lib/options', 'lib/pod'];
const CONSTRUCTS = [...MODEL, 'lib/construct', 'lib/workload'];

export const LAYERS = {
  'lib/internal-error.ts': [],
  'lib/object': [],
  'lib/pause.ts': [],
  'lib/text': [],
  'lib/go': GROUND,
  'lib/apimachinery': GO,
  'lib/cel': MACHINERY,
  'lib/manifest': MACHINERY,
  'lib/validate': MANIFEST,
  'lib/report': ENGINE,
  'lib/written': ENGINE,
  'lib/k8s': GROUND,
  'lib/source-line': ENGINE,
  'lib/options': [...FINDINGS, 'lib/source-line'],
  // The engine's two doors for users, who may give them anything.
  'lib/validate/manifest-validator.ts': [...ENGINE, 'lib/options'],
  'lib/kubectl': [...ENGINE, 'lib/k8s', 'lib/options'],
  'lib/pod': [...FINDINGS, 'lib/k8s', 'lib/source-line', 'lib/options'],
  'lib/construct': MODEL,
  'lib/workload': [...MODEL, 'lib/construct'],
  patterns: [
    ...MODEL.filter((folder) => !ENGINE.includes(folder) && folder !== 'lib/report'),
    'lib/workload',
  ],
  'lib/plugin': [...FINDINGS, 'lib/written'],
  'lib/testing': CONSTRUCTS,
  'lib/cli': [...FINDINGS, 'lib/kubectl'],
  'lib/entries': ['lib', 'patterns'],
  'lib/index.ts': ['lib', 'patterns'],
};

const BOTTOM_UP = Object.keys(LAYERS);

/** The layer that a file belongs to: the longest of those that hold it. */
export const layerOf = (file) =>
  BOTTOM_UP.filter((layer) => holds(layer, file)).sort((a, b) => b.length - a.length)[0];

/** Whether a file may import another one. */
export function mayImport(file, target) {
  const layer = layerOf(file);
  return layer !== undefined && [layer, ...LAYERS[layer]].some((allowed) => holds(allowed, target));
}

const holds = (layer, file) => file === layer || file.startsWith(`${layer}/`);
