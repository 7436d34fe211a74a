import type { Chart } from 'cdk8s';
import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { eachField } from '../differences/each-field';
import { synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const meaningOf = (props: Partial<DataApiProps>, place = 'spec/rules/0/host') => {
  const define = (chart: Chart) =>
    new DataApi(chart, 'api', { image, ingress: { host: 'orders.example.com', path: '/orders' }, ...props });
  const { differences } = synthesized(define);
  const told = eachField(differences).filter(({ field }) => `${field}` === place);
  return told.map(({ became, means }) => `${became}: ${means}`);
};

describe('what comes in by an Ingress', () => {
  test('comes on a laptop by the published port of the same container', () => {
    expect(meaningOf({ local: { publish: 8001 } })).toEqual(['dropped: reach it at http://127.0.0.1:8001/orders']);
    expect(meaningOf({ servicePort: 80, local: { publish: 8001 } })).toEqual([
      'dropped: reach it at http://127.0.0.1:8001/orders',
    ]);
  });

  test('comes in nowhere where that port is not published', () => {
    const nowhere = 'dropped: nothing leads there: publish its port with local.publish';
    expect(meaningOf({})).toEqual([nowhere]);
    const local = { publish: [{ port: 'metrics', hostPort: 9090 }] };
    expect(meaningOf({ metrics: { port: 9090 }, local })).toEqual([nowhere]);
  });

  test('by several hosts and paths is told of each', () => {
    const ingress = { host: ['a.example.com', 'b.example.com'], path: ['/one', '/two'] };
    expect(meaningOf({ ingress, local: { publish: 8001 } })).toEqual([
      'dropped: reach it at http://127.0.0.1:8001/one',
    ]);
    expect(meaningOf({ ingress, local: { publish: 8001 } }, 'spec/rules/1/http/paths/1/path')).toEqual([
      'dropped: reach it at http://127.0.0.1:8001/two',
    ]);
  });

  test('by an expression of some controller comes in at the root', () => {
    const ingress = { host: 'a.example.com', path: '/(a|b)', pathType: 'ImplementationSpecific' as const };
    expect(meaningOf({ ingress, local: { publish: 8001 } })).toEqual(['dropped: reach it at http://127.0.0.1:8001/']);
  });
});
