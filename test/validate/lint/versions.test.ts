import { ManifestValidator } from '../../../lib/validate/manifest-validator';

const job = `apiVersion: batch/v1
kind: Job
metadata: {name: work}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - {name: work, image: 'a:1'}
      - {name: helper, image: 'a:1', restartPolicy: Always}
`;

const rulesOf = (kubernetesVersion: string) =>
  new ManifestValidator({ kubernetesVersion, rules: { resources: 'off' } })
    .validateYaml(job)
    .map(({ rule }) => rule);

test('a container of a Job with its own restart policy is one mistake, in the words of each version', () => {
  expect(rulesOf('1.33')).toEqual(['container-restart-policy']);
  expect(rulesOf('1.35')).toEqual(['job-container-restarts']);
  expect(rulesOf('1.36')).toEqual(['job-container-restarts']);
});
