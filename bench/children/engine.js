const { judgeManifest } = require('../../dist/js/lib/validate/judging');
const { variedPods } = require('./varied-pods');

/** Judgements of one kind that are timed once the code is warm. */
const WARM = 20000;

const pods = variedPods(Number(process.argv[2]));
const passes = Math.ceil(WARM / pods.length);
const peakMb = () => process.resourceUsage().maxRSS / 1024;

function microseconds(work) {
  const start = process.hrtime.bigint();
  pods.forEach(work);
  return Number(process.hrtime.bigint() - start) / 1e3;
}

function judgeOne(pod) {
  const error = judgeManifest(pod, { minor: 36 }).find(({ level }) => level === 'error');
  if (error) throw new Error(`${error.resource.name} ${error.path}: ${error.message}`);
}

/** Median time of a pass of each work, a pass of each by turns, in microseconds per Pod. */
function byTurns(...works) {
  const turns = Array.from({ length: passes }, () => works.map(microseconds));
  return works.map(
    (_, work) => turns.map((turn) => turn[work]).sort((a, b) => a - b)[passes >> 1] / pods.length,
  );
}

/** Its peer is installed below bench, as it needs a newer Node.js than the rest. */
async function peer() {
  try {
    return (await import('kubernetes-models/v1/Pod')).Pod;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(
      'kubernetes-models is not installed: run npm ci --prefix bench, with Node.js 22 or newer',
      { cause: error },
    );
  }
}

async function main() {
  const beforeMb = peakMb();
  const coldMs = microseconds(judgeOne) / 1e3;
  byTurns(judgeOne);
  const judgedMb = peakMb();
  const Pod = await peer();
  const checkOne = (pod) => new Pod(pod).validate();
  byTurns(checkOne);
  const [judgeUs, checkUs] = byTurns(judgeOne, checkOne);
  console.log(JSON.stringify({ coldMs, judgeUs, checkUs, beforeMb, judgedMb }));
}

main();
