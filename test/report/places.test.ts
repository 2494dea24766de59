import { fileAddress, folderAddress, relativePath } from '../../lib/report/file-address';

const FOLDER = '/home/user/my app';

test.each([
  ['k8s/web.yaml', 'k8s/web.yaml', 'k8s/web.yaml', true],
  ['./k8s/../web #1?.yaml', 'web #1?.yaml', 'web%20%231%3F.yaml', true],
  ['/home/user/my app/100%/tür:1.yaml', '100%/tür:1.yaml', '100%25/t%C3%BCr%3A1.yaml', true],
  ['..a/b.yaml', '..a/b.yaml', '..a/b.yaml', true],
  ['../other/b.yaml', '../other/b.yaml', 'file:///home/user/other/b.yaml', false],
  ['/etc/b c.yaml', '/etc/b c.yaml', 'file:///etc/b%20c.yaml', false],
  ['<stdin>', '<stdin>', 'stdin', false],
])('%s', (file, path, uri, relative) => {
  expect(relativePath(file, FOLDER)).toBe(path);
  expect(fileAddress(file, FOLDER)).toEqual({ uri, relative });
});

test('without a folder a file is where it is said to be', () => {
  expect(relativePath('a/b.yaml', undefined)).toBe('a/b.yaml');
  expect(fileAddress('a b.yaml', undefined)).toEqual({ uri: 'a%20b.yaml', relative: false });
  expect(fileAddress('/a b.yaml', undefined)).toEqual({ uri: 'file:///a%20b.yaml', relative: false });
});

test('the folder is a base: it ends in a slash', () => {
  expect(folderAddress(FOLDER)).toBe('file:///home/user/my%20app/');
  expect(folderAddress('/')).toBe('file:///');
});
