export default { test: { include: ['vitest.test.mts'] } };
