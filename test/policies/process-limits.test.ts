import { configMap, deployment, type KubeObject } from '../workloads/manifests';
import { refused } from './refused';

const main = { name: 'main', image: 'acme/api:1' };
const kibi = (count: number) => 'x'.repeat(count * 1024);
const starts = (container: object, ...others: readonly KubeObject[]) =>
  refused(deployment('api', { containers: [{ ...main, ...container }] }), ...others);

test('a variable or an argument of 128 KiB and more starts on no Linux', () => {
  const said = (prop: string, bytes: number) => [
    `chart/deployment-orders-api · ${prop}: gives the container main ${bytes} bytes, more than the 131071 with which Linux starts a process.`,
  ];
  expect(starts({ env: [{ name: 'A', value: kibi(128).slice(3) }] })).toEqual([]);
  expect(starts({ env: [{ name: 'A', value: kibi(128).slice(2) }] })).toEqual(said('env.A', 131_072));
  expect(starts({ command: ['sh', '-c', kibi(128)] })).toEqual(said('command[2]', 131_072));
  expect(starts({ args: ['ñ'.repeat(65_536)] })).toEqual(said('args[0]', 131_072));
});

test('all of them together may have 2 MiB, wherever they come from', () => {
  const maps = ['a', 'b', 'c'].map((name) =>
    configMap(name, Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${name}${index}`, kibi(100)]))),
  );
  const envFrom = ['a', 'b', 'c'].map((name) => ({ configMapRef: { name } }));
  expect(starts({ envFrom: envFrom.slice(1) }, ...maps)).toEqual([]);
  expect(starts({ envFrom }, ...maps)).toEqual([
    'chart/deployment-orders-api · env: gives the container main 2457696 bytes, more than the 2097152 with which Linux starts a process.',
  ]);
});
