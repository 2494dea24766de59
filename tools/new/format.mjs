/** Formats files: a map from path to text on standard input, and on standard output. */
import { text } from 'node:stream/consumers';
import { format, resolveConfig } from 'prettier';

const formatted = {};
for (const [file, source] of Object.entries(JSON.parse(await text(process.stdin)))) {
  formatted[file] = await format(source, { ...(await resolveConfig(file)), filepath: file });
}
process.stdout.write(JSON.stringify(formatted));
