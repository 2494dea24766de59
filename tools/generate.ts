/**
 * Writes every generated file, from tools/openapi and the records of rules:
 *
 *     npm run generate
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePublished } from './generate/published-file';
import { minorsFile } from './generate/schema-table';
import { readInputs } from './openapi/inputs';

const write = (file: string, text: string) => writeFileSync(join(__dirname, '..', file), text);

const inputs = readInputs(join(__dirname, 'openapi'));
// Generating the rest loads the library, which has to know the minors.
write('lib/validate/schema/minors.ts', minorsFile(inputs.facts));
const { generatedFiles } = require('./generate/files') as typeof import('./generate/files');
generatedFiles(inputs).forEach((text, file) => write(file, text));
writePublished(join(__dirname, '../../shared/openapi'));
