const [, , builder, deployments, outdir, scripts] = process.argv;
const since = (start) => Number(process.hrtime.bigint() - start) / 1e6;
const given = JSON.parse(scripts);

const beforeRequire = process.hrtime.bigint();
const { App, Chart } = require('cdk8s');
const { addDeployment } = require(builder);
const afterRequire = process.hrtime.bigint();

const app = new App({ outdir });
const chart = new Chart(app, 'bench');
for (let number = 0; number < Number(deployments); number++) addDeployment(chart, number, given);
const built = process.hrtime.bigint();
app.synth();

console.log(
  JSON.stringify({
    buildMs: Number(built - afterRequire) / 1e6,
    stackMs: since(afterRequire),
    withRequireMs: since(beforeRequire),
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  }),
);
