import { DataApi } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';
import { deployment, object, service } from '../workloads/manifests';
import { refused } from './refused';

const kibi = (count: number) => 'x'.repeat(count * 1024);

describe('annotations of one object, names and values together,', () => {
  const annotated = (value: string) => ({
    ...service('web', 'web'),
    metadata: { name: 'web', annotations: { a: value } },
  });

  test('may have 256 KiB, and no byte more', () => {
    expect(refused(annotated(kibi(256).slice(1)))).toEqual([]);
    expect(refused(annotated(kibi(256)))).toEqual([
      'chart/service-orders-web · metadata/annotations: have 262145 bytes, more than the 262144 that the API server takes.',
    ]);
  });

  test('are counted in UTF-8, and in the template of pods as well', () => {
    const annotations = { a: 'ñ'.repeat(100 * 1024), b: kibi(100) };
    expect(refused(deployment('api', {}, { annotations }))).toEqual([
      'chart/deployment-orders-api · spec/template/metadata/annotations: have 307202 bytes, more than the 262144 that the API server takes.',
    ]);
  });

  test('may be longer than what a process is given', () => {
    const define = (podAnnotations: Record<string, string>) => () =>
      synthesized((chart) => void new DataApi(chart, 'api', { image: 'ghcr.io/acme/api:1.2.3', podAnnotations }));
    expect(problemsOf(define({ a: kibi(200) }))).toEqual([]);
    expect(problemsOf(define({ a: kibi(200), b: kibi(100) }))).toHaveLength(1);
  });
});

describe('an object', () => {
  test('of files may hold one mebibyte of them', () => {
    const config = (data: object) => object('v1', 'ConfigMap', 'conf', data);
    expect(refused(config({ data: { a: kibi(1024) } }))).toEqual([]);
    expect(refused(config({ data: { a: kibi(1024), b: 'x' } }))).toEqual([
      'chart/configmap-orders-conf · data: has 1048577 bytes, more than the 1048576 that the API server takes.',
    ]);
    const encoded = Buffer.from(kibi(1024)).toString('base64');
    expect(refused(config({ binaryData: { a: encoded } }))).toEqual([]);
    expect(refused(config({ binaryData: { a: encoded }, data: { b: kibi(1) } }))).toHaveLength(1);
    expect(refused(object('v1', 'Secret', 'keys', { stringData: { a: kibi(1025) } }))).toHaveLength(1);
  });

  test('of any kind may have 1.5 MiB of text', () => {
    const rule = (text: string) => object('monitoring.coreos.com/v1', 'PrometheusRule', 'rules', { spec: { text } });
    expect(refused(rule(kibi(1500)))).toEqual([]);
    expect(refused(rule(kibi(1537)))).toHaveLength(1);
  });
});
