import { ApiObject, type App, Chart, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** What is added after everything was made: containers, volumes, values that are known late, patches over all of it. */
export function lateMutations(app: App): void {
  const chart = new Chart(app, 'late', { namespace: 'late' });
  const words: string[] = ['first'];
  new ApiObject(chart, 'words', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'words' },
    data: Lazy.any({ produce: () => ({ WORDS: words.join(' ') }) }),
  });
  const deployment = new kplus.Deployment(chart, 'deployment', {
    containers: [{ image: 'busybox:1.37', args: ['sh', '-c', 'echo $WORDS; sleep infinity'] }],
  });
  const sidecar = deployment.addContainer({ image: 'busybox:1.36', name: 'sidecar', command: ['sleep', 'infinity'] });
  const scratch = kplus.Volume.fromEmptyDir(chart, 'scratch', 'scratch');
  for (const container of deployment.containers) container.mount('/scratch', scratch);
  sidecar.env.addVariable('LATE', kplus.EnvValue.fromValue('$(LATER)'));
  deployment.addInitContainer({ image: 'busybox:1.36', name: 'first', command: ['true'] });
  deployment.addHostAlias({ ip: '192.0.2.1', hostnames: ['old-name'] });
  deployment.metadata.addAnnotation('team', 'late');
  deployment.podMetadata.addLabel('late', 'yes');
  ApiObject.of(deployment).addJsonPatch(
    JsonPatch.add('/spec/template/spec/containers/0/image', 'busybox:1.35'),
    JsonPatch.add('/spec/template/spec/terminationGracePeriodSeconds', 3),
    JsonPatch.add('/spec/template/spec/containers/1/workingDir', '/scratch'),
    JsonPatch.remove('/spec/template/spec/containers/0/resources'),
  );
  deployment.containers[0]?.env.copyFrom(
    new kplus.EnvFrom(kplus.ConfigMap.fromConfigMapName(chart, 'late-words', 'words')),
  );
  words.push('second');
}
