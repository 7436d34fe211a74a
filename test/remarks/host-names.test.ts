import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { deployment, service } from '../workloads/manifests';
import { remarksOf, remarksOn } from './remarks-on';

const image = 'ghcr.io/acme/api:1.2.3';
const two = (props: (web: DataApi) => Partial<DataApiProps>) =>
  remarksOf((chart) => {
    const web = new DataApi(chart, 'web', { image });
    new DataApi(chart, 'api', { image, ...props(web) });
  });

test('the name of a Service as a value, of whom nothing connects with it, is told', () => {
  expect(two(() => ({ env: { UPSTREAM: 'web' } }))).toEqual([
    'Host name: orders/api/deployment has UPSTREAM=web, which is a name of orders/web/deployment, and nothing connects them: connectTo() does, if it calls it',
  ]);
});

test.each<[string, (web: DataApi) => Partial<DataApiProps>]>([
  ['of its own Service', () => ({ env: { APP: 'api' } })],
  ['in a variable that is no host by its name', () => ({ env: { OTEL_SERVICE_NAME: 'web', DB_ENGINE: 'web' } })],
  ['of one that it is connected with', (web) => ({ env: { UPSTREAM: 'web', WEB_URL: web.url() } })],
  ['that nobody has', () => ({ env: { UPSTREAM: 'www' } })],
])('the name %s is not', (_, props) => {
  expect(two(props)).toEqual([]);
});

test('nor is it where no policy holds back either', () => {
  const containers = [{ name: 'main', image: 'acme/api:1', env: [{ name: 'UPSTREAM', value: 'web' }] }];
  expect(remarksOn(deployment('api', { containers }), deployment('web'), service('web', 'web'))).toEqual([]);
});
