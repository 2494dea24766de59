/** The first version of Node.js whose V8 has Maglev, a compiler between the fast one and the thorough one. */
const FIRST_WITH_MAGLEV = 22;

/** Eight times what V8 has by default, in bytes of bytecode. */
const INTERRUPT_BUDGET = 540_000;

/**
 * Lets V8 optimize a function only when it has run eight times as long as by default. All rules together are
 * much code, of which each part runs for a short time: optimizing it, once in each thread, would take longer
 * than it saves. Later versions of V8 have a cheaper compiler for that, and no such option.
 */
export function optimizeLater(): void {
  if (Number.parseInt(process.versions.node) >= FIRST_WITH_MAGLEV) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
