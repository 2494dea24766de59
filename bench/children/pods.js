const [, , builder, pods, charts, outdir] = process.argv;
const since = (start) => Number(process.hrtime.bigint() - start) / 1e6;

const beforeRequire = process.hrtime.bigint();
const { App, Chart } = require('cdk8s');
const { addPod } = require(builder);
const afterRequire = process.hrtime.bigint();

const app = new App({ outdir });
for (let index = 0; index < Number(charts); index++) {
  const chart = new Chart(app, `bench-${index}`);
  for (let number = 0; number < pods / charts; number++) addPod(chart, number);
}
app.synth();

console.log(
  JSON.stringify({
    podsMs: since(afterRequire),
    withRequireMs: since(beforeRequire),
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  }),
);
