import { Adapter, Probe } from '../../lib';
import { container, main, spec } from '../support/pattern-spec';

describe('Adapter', () => {
  test('a native sidecar, taken as it is', () => {
    expect(spec(new Adapter({ container }))).toEqual({
      containers: [main],
      initContainers: [{ ...container, restartPolicy: 'Always' }],
    });
    expect(spec(new Adapter({ container, native: false }))).toEqual({ containers: [main, container] });
  });

  test('a shared directory is written by main and read by the adapter', () => {
    expect(spec(new Adapter({ container, share: '/out' }))).toEqual({
      containers: [{ ...main, volumeMounts: [{ name: 'shared', mountPath: '/out' }] }],
      initContainers: [
        {
          ...container,
          restartPolicy: 'Always',
          volumeMounts: [{ name: 'shared', mountPath: '/out', readOnly: true }],
        },
      ],
      volumes: [{ name: 'shared', emptyDir: { sizeLimit: '256Mi' } }],
    });
  });

  test('its probe restarts it, and takes the Pod out of Services only when asked', () => {
    const probe = Probe.httpGet('/metrics', 9113);
    expect(spec(new Adapter({ container, probe })).initContainers).toEqual([
      { ...container, restartPolicy: 'Always', livenessProbe: probe },
    ]);
    expect(spec(new Adapter({ container, probe, gatesReadiness: true })).initContainers).toEqual([
      { ...container, restartPolicy: 'Always', readinessProbe: probe },
    ]);
  });

  test.each(['', '/', 'out'])('sharing %j is refused', (share) => {
    expect(() => new Adapter({ container, share })).toThrow('use an absolute path below "/"');
  });
});
