import { printed } from '../support/kubectl';

const FILES = {
  'web.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n',
  'd/x': '',
};

const LABEL = 'label -f web.yaml --local a=b -o name';
const SET_ENV = 'set env -f web.yaml --local A=b -o name';
const CREATE = 'create configmap c --dry-run=client -o name';

/* What kubectl 1.32 says without a kubeconfig: changes of files look up the namespace alone. */
test.each([
  [`${LABEL} --context=x`, 'Error in configuration: context was not found for specified context: x\n'],
  [`${LABEL} --cluster=y`, 'error: no server found for cluster "y"\n'],
  [
    `${LABEL} --context=x --cluster=y`,
    'Error in configuration: \n* context was not found for specified context: x\n* no server found for cluster "y"\n',
  ],
  [`${SET_ENV} -n n --context=x`, 'error: context "x" does not exist\n'],
  [`${CREATE} --context=x --cluster=y`, 'error: context "x" does not exist\n'],
  [`${CREATE} --context=x --cluster=y --user=z`, 'error: auth info "z" does not exist\n'],
  [`${CREATE} --kubeconfig=nope`, 'error: stat nope: no such file or directory\n'],
  [`${LABEL} --kubeconfig=d`, 'error: error loading config file "d": read d: is a directory\n'],
])('%s is refused', (line, stderr) =>
  expect(printed(line.split(' '), FILES)).toEqual({ code: 1, stdout: '', stderr }),
);

test.each([
  [`${LABEL} --user=z`, 'pod/web\n'],
  [`${LABEL} -n n --context=x --cluster=y`, 'pod/web\n'],
  [`${CREATE} --kubeconfig=web.yaml`, 'configmap/c\n'],
])('%s is taken', (line, stdout) =>
  expect(printed(line.split(' '), FILES)).toEqual({ code: 0, stdout, stderr: '' }),
);
