const [, , id] = process.argv;

const start = process.hrtime.bigint();
require(id);
const requireMs = Number(process.hrtime.bigint() - start) / 1e6;

const loaded = Object.keys(require.cache);
console.log(
  JSON.stringify({
    requireMs,
    modules: loaded.length - 1,
    schemaTables: loaded.filter((file) => /[\\/]validate[\\/](schema[\\/]table|judging)\.js$/.test(file))
      .length,
    plusModules: loaded.filter((file) => /[\\/]cdk8s-plus-28[\\/]/.test(file)).length,
  }),
);
