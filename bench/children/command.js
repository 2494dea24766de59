const { spawnSync } = require('node:child_process');

// Runs a command to its end: `node command.js COMMAND ARGUMENT...`. Its exit code is to be 0 or 1: something
// was found.
const [, , command, ...args] = process.argv;
const start = process.hrtime.bigint();
const { status, error, stderr } = spawnSync(command, args, {
  stdio: ['ignore', 'ignore', 'pipe'],
  encoding: 'utf8',
});
const commandMs = Number(process.hrtime.bigint() - start) / 1e6;
if (error || status > 1) throw error ?? new Error(`${command} ended with ${status}:\n${stderr}`);
const peak = /^peak RSS: (\d+)$/m.exec(stderr)?.[1];
console.log(JSON.stringify({ commandMs, ...(peak && { peakRssMb: Number(peak) / 1024 }) }));
