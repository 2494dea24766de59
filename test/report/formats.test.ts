import { FORMATS, type ReportFormat } from '../../lib/report/formats';
import { render } from './reported';
import { tricky } from './tricky';

test.each(Object.keys(FORMATS) as ReportFormat[])('%s', (format) => {
  expect(render(format, tricky())).toMatchSnapshot();
});

test('text in colours', () => {
  expect(render('text', tricky().slice(0, 1), { color: true })).toMatchSnapshot();
});

test.each(Object.keys(FORMATS) as ReportFormat[])('%s of nothing', (format) => {
  expect(render(format, [])).toMatchSnapshot();
});

test.each((Object.keys(FORMATS) as ReportFormat[]).filter((format) => format !== 'status'))(
  'no control character of a file gets into %s',
  (format) => {
    expect(render(format, tricky())).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  },
);

test('a status line is asked for with its status', () => {
  const [{ file, document, resource, findings }] = tricky();
  expect(() => render('status', [{ file, document, resource, findings }])).toThrow(
    'a manifest of k8s/web & more.yaml comes without its status',
  );
});
