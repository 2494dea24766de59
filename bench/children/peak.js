// Required before a command of ours: tells its peak memory when it ends.
process.on('exit', () => process.stderr.write(`peak RSS: ${process.resourceUsage().maxRSS}\n`));
