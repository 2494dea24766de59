/* eslint-disable @typescript-eslint/ban-ts-comment */
// @ts-ignore It is the user's.
import { expect } from 'vitest';
import { matchers, yamlSerializer } from './index.js';

expect.extend(matchers);
expect.addSnapshotSerializer(yamlSerializer);
