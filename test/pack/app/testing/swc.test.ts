import { expect, test } from '@jest/globals';
import 'cdk8s-pod-patterns/testing/jest';
import { stack } from './stack';

const space = `
apiVersion: v1
kind: Namespace
metadata:
  name: shop-space
`;

test('matchers of the package', () => {
  expect(stack()).toBeValidManifests({ kubernetesVersion: '1.34' });
  expect(stack()).toHaveResource('Deployment', 'shop-api', {
    spec: expect.objectContaining({ replicas: 1 }),
  });
  expect(stack()).toHaveContainer('proxy', { restartPolicy: 'Always', image: expect.any(String) });
  expect(stack()).toStartInOrder(['proxy', 'api']);
  expect(stack('nginx')).toHaveFinding('image-tag', 'spec.template.spec.containers[0].image');
  expect(stack()).not.toHaveContainer('prxy');
});

test('the same of what was rendered', () => {
  expect(stack().toJson()).toBeValidManifests();
  expect(space).toBeValidManifests();
});

test('they fail with lines, places and suggestions', () => {
  expect(() => expect(stack('nginx')).toBeValidManifests()).toThrow(
    /warning: image-tag in Deployment shop-api \(construct shop\/api, .*stack\.\w+:\d+:\d+\)/,
  );
  expect(() => expect(stack('nginx')).toBeValidManifests()).toThrow(/> \d+ \| .* image: nginx/);
  expect(() => expect(stack()).toHaveContainer('prxy')).toThrow('Did you mean "proxy"?');
  expect(() => expect(stack()).toHaveContainer('api', { image: 'nginx' })).toThrow('ghcr.io/acme/api:1.4.2');
  // @ts-expect-error a rule that there is not
  expect(() => expect(stack()).not.toHaveFinding('image-tagg')).toThrow('did you mean "image-tag"?');
});

test('snapshots are YAML', () => {
  expect(stack().node.findChild('space')).toMatchInlineSnapshot(space);
});

/** Never called: what the compiler says of it counts. */
export function compiled(): void {
  // @ts-expect-error a field that no container has
  expect(stack()).toHaveContainer('api', { imgae: 'nginx' });
  // @ts-expect-error an option that there is not
  expect(stack()).toBeValidManifests({ kubernetesVerison: '1.34' });
  // @ts-expect-error a condition that there is not
  expect(stack()).toStartInOrder([{ container: 'proxy', condition: 'ready' }, 'api']);
}
