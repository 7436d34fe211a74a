import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const exporter = { name: 'exporter', image };
const withProps = (props: Partial<DataApiProps>) => () =>
  synthesized((chart) => void new DataApi(chart, 'api', { image, ...props }));

test.each<[Partial<DataApiProps>, string]>([
  [{ containers: [{ name: 'api', image }] }, 'api'],
  [{ containers: [exporter], initContainers: [exporter] }, 'exporter'],
])('%j is refused', (props, name) => {
  expect(withProps(props)).toThrow(`orders/api/deployment · containers: has two with one name, got "${name}"`);
});

test('a mount of a volume that the pod has not is refused', () => {
  expect(withProps({ volumeMounts: [{ name: 'data', mountPath: '/data' }] })).toThrow('"data"');
  const volumeMounts = [{ name: 'temp', mountPath: '/tmp' }];
  expect(withProps({ containers: [{ ...exporter, volumeMounts }] })).toThrow('"temp"');
});

test('each with a name of its own is not', () => {
  expect(withProps({ containers: [exporter], initContainers: [{ name: 'first', image }] })).not.toThrow();
});
