import { printed } from '../support/kubectl';

/* What kubectl 1.32 says of lists with items that are no objects, with a kube-apiserver 1.36.3. */

const list = (items: string) => `apiVersion: v1\nkind: List\nitems: ${items}\n`;
const said = (argv: string, stdin: string) => printed(argv.split(' '), {}, stdin).stderr.trimEnd();

const CREATE = ['create -f - --dry-run=client -o yaml', 'create -f - --dry-run=server'];
const UNSTRUCTURED = [
  'label -f - --local a=b -o yaml',
  'annotate -f - --local a=b -o yaml',
  'patch -f - --local -p {}',
  'autoscale -f - --max=3 --dry-run=client',
];
const TYPED = [
  'set image -f - --local *=nginx',
  'set env -f - --local A=b',
  'set resources -f - --local --limits=cpu=1',
  'set subject -f - --local --user=a',
  'set serviceaccount -f - --local a',
  'set selector -f - --local a=b',
  'expose -f - --port=80 --dry-run=client',
];

describe.each([
  [
    CREATE,
    '[null]',
    'error: error validating "STDIN": error validating data: invalid object to validate; if you choose to ignore these errors, turn validation off with --validate=false',
  ],
  [
    CREATE,
    '{}',
    'error: error validating "STDIN": error validating data: invalid object to validate; if you choose to ignore these errors, turn validation off with --validate=false',
  ],
  [
    UNSTRUCTURED,
    '[null]',
    "unable to get type info from the object \"*unstructured.Unstructured\": Object 'Kind' is missing in 'object has no kind field '",
  ],
  [
    UNSTRUCTURED,
    '{}',
    'error: unable to decode "STDIN": json: cannot unmarshal object into Go struct field decodeList.items of type []json.RawMessage',
  ],
  [
    TYPED,
    '[null]',
    'unable to get type info from the object %!q(<nil>): expected pointer, but got invalid kind',
  ],
  [
    TYPED,
    '{}',
    'error: unable to decode "STDIN": json: cannot unmarshal object into Go struct field List.items of type []runtime.RawExtension',
  ],
])('%j', (commands, items, message) => {
  test.each(commands)(`%s says of items: ${items}`, (command) =>
    expect(said(command, list(items))).toBe(message),
  );
});
