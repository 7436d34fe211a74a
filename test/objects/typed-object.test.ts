import { App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { typedObject } from '../../lib/objects/typed-object';

/** Of a Kubernetes that is younger than the typed classes. */
const sleep: object = { sleep: { seconds: 10 } };

const main = {
  name: 'api',
  lifecycle: { preStop: sleep },
  securityContext: { appArmorProfile: { type: 'RuntimeDefault' }, runAsUser: 7 },
  resources: { limits: { cpu: k8s.Quantity.fromString('1') } },
};

function deployment(containers: k8s.Container[] = [main]): k8s.KubeDeployment {
  const chart = new Chart(new App(), 'orders');
  const template = { spec: { containers, hostAliases: [{ ip: '10.0.0.1' }] } };
  return typedObject(k8s.KubeDeployment, chart, 'api', {
    metadata: { name: 'api' },
    spec: {
      replicas: Lazy.any({ produce: () => 2 }),
      selector: { matchLabels: { App: 'a', app: 'b' } },
      template,
    },
  });
}

test('the typed classes drop what they do not know, and we do not', () => {
  expect(k8s.toJson_Container(main)).toMatchObject({ lifecycle: { preStop: {} }, securityContext: { runAsUser: 7 } });
  expect(deployment().toJson()).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { App: 'a', app: 'b' } },
      template: {
        spec: {
          containers: [
            {
              name: 'api',
              lifecycle: { preStop: { sleep: { seconds: 10 } } },
              securityContext: { appArmorProfile: { type: 'RuntimeDefault' }, runAsUser: 7 },
              resources: { limits: { cpu: '1' } },
            },
          ],
          hostAliases: [{ ip: '10.0.0.1' }],
        },
      },
    },
  });
});

test('patches find such fields, may add some, and what they take away stays away', () => {
  const object = deployment();
  const container = '/spec/template/spec/containers/0';
  object.addJsonPatch(
    JsonPatch.replace(`${container}/lifecycle/preStop/sleep/seconds`, 20),
    JsonPatch.add('/spec/template/spec/hostnameOverride', 'other'),
    JsonPatch.remove(`${container}/securityContext/appArmorProfile`),
  );
  expect(object.toJson().spec.template.spec).toMatchObject({
    hostnameOverride: 'other',
    containers: [{ lifecycle: { preStop: { sleep: { seconds: 20 } } }, securityContext: { runAsUser: 7 } }],
  });
  expect(object.toJson().spec.template.spec.containers[0].securityContext).toEqual({ runAsUser: 7 });
});

test('a name that the classes spell otherwise is said as Kubernetes spells it', () => {
  const chart = new Chart(new App(), 'orders');
  const service = typedObject(k8s.KubeService, chart, 'api', { spec: { clusterIp: 'None' } });
  expect(service.toJson().spec).toEqual({ clusterIP: 'None' });
});
