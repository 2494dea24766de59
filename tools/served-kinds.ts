/**
 * `npm run served-kinds -- KUBECONFIG…`: compares the kinds that running servers let users create with those
 * that are known of their minors, and fails if they differ. Custom resources do not count.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resourcesOfServer, unlikeServed } from './new-minor/served';
import { readInputs } from './openapi/inputs';
import { Server } from './server';

const { positionals } = parseArgs({ allowPositionals: true });

async function main(): Promise<void> {
  const files = positionals.length ? positionals : [process.env.KUBECONFIG ?? ''].filter(Boolean);
  if (!files.length) throw new Error('no server is named: give its kubeconfig, or set $KUBECONFIG');
  const { facts } = readInputs(join(__dirname, 'openapi'));
  for (const file of files) {
    const server = new Server(file);
    const minor = await server.minor();
    server.close();
    const lines = unlikeServed(facts, minor, resourcesOfServer(file));
    console.log([`1.${minor}: ${lines.length} differ`, ...lines].join('\n  '));
    if (lines.length) process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
