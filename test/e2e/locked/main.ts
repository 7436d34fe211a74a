import { Chart } from 'cdk8s';
import { DataApi, EtlJob, TandemApp } from 'cdk8s-tandem';

const { IMAGES = '', MORE_IMAGES = '', REQUIRE_DIGESTS } = process.env;

const app = new TandemApp({ requireDigests: REQUIRE_DIGESTS === 'on' });
const locked = new Chart(app, 'locked', { namespace: 'locked-images' });
new DataApi(locked, 'api', { image: `${IMAGES}/api:1`, replicas: 1, local: { healthCheck: 'wget' } });
new EtlJob(locked, 'load', { image: `${IMAGES}/load:1` });
for (const [index, image] of MORE_IMAGES.split(' ').filter(Boolean).entries()) {
  new EtlJob(locked, `more-${index}`, { image });
}
app.synth();
