import { Source } from '../../lib/manifest/source';
import { recordedCases } from '../support/recorded';
import { STYLES, writeYaml } from './yaml-styles';

describe('the same manifest is read in', () => {
  const manifests = recordedCases('1.36')
    .filter((_, index) => index % 50 === 0)
    .map(({ manifest }) => manifest);

  test.each(STYLES)('%s', (style) => {
    for (const manifest of manifests) {
      const value = [...new Source(writeYaml(manifest, style)).documents()].at(-1)!.value as {
        readonly items: readonly object[];
      };
      expect(JSON.stringify(style === 'list' ? value.items[1] : value)).toBe(JSON.stringify(manifest));
    }
  });
});
