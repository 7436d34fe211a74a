import { Chart } from 'cdk8s';
import { DataApi, EtlCronJob, EtlJob, ExternalSecret, SealedSecret, StatefulMongo, TandemApp } from 'cdk8s-tandem';
import type { Construct } from 'constructs';
import { problemsOf } from '../misuse/problems-of';

const image = 'ghcr.io/acme/a:1';
const makers: readonly (readonly [string, (scope: Construct, id: string) => Construct])[] = [
  ['DataApi', (scope, id) => new DataApi(scope, id, { image })],
  ['EtlCronJob', (scope, id) => new EtlCronJob(scope, id, { image, schedule: '@daily' })],
  ['EtlJob', (scope, id) => new EtlJob(scope, id, { image })],
  ['StatefulMongo', (scope, id) => new StatefulMongo(scope, id)],
  ['ExternalSecret', (scope, id) => new ExternalSecret(scope, id, { secretStoreRef: { name: 'vault' }, data: {} })],
  ['SealedSecret', (scope, id) => new SealedSecret(scope, id, { encryptedData: {} })],
];
const chart = () => new Chart(new TandemApp(), 'orders', { namespace: 'orders' });

describe.each(makers)('%s', (_, make) => {
  test.each<[unknown, string]>([
    ['', 'is empty, got "". Expected a name of its own, such as "api". Fix: write one.'],
    [undefined, 'is not a string, got undefined. Expected a name of its own, such as "api". Fix: write it in quotes.'],
    [3, 'is not a string, got 3. Expected a name of its own, such as "api". Fix: write it in quotes.'],
    [
      'a/b',
      'holds what separates the ids of a path, got "a/b". Expected a name of its own, such as "api". Fix: write "-" in its place.',
    ],
    [
      'constructor',
      'is a name that every object of JavaScript has, got "constructor". Expected a name of its own, such as "api". Fix: choose another one.',
    ],
    [
      '__proto__',
      'is a name that every object of JavaScript has, got "__proto__". Expected a name of its own, such as "api". Fix: choose another one.',
    ],
  ])('refuses the id %j at once', (id, said) => {
    expect(problemsOf(() => make(chart(), id as string))).toEqual([`orders · id: ${said}`]);
  });

  test('refuses an id that another construct has', () => {
    const orders = chart();
    new StatefulMongo(orders, 'taken');
    expect(problemsOf(() => make(orders, 'taken'))).toEqual([
      'orders · id: is the id of another construct there, got "taken". Expected a name of its own, such as "api". Fix: choose another one.',
    ]);
  });

  test.each([{}, 'orders', 3])('refuses %j in place of a chart', (scope) => {
    expect(problemsOf(() => make(scope as never, 'api'))).toEqual([
      expect.stringMatching(/^api · scope: is no construct, got .+\. Expected a Chart, .+\. Fix: make it in a chart: /),
    ]);
  });
});
