import { EtlCronJob } from 'cdk8s-tandem';
import { differenceTexts } from '../differences/difference-texts';
import { serviceOf } from '../synthesis';
import {
  anyContainer,
  deployment,
  type KubeObject,
  object,
  podTemplate,
  service,
  statefulSet,
} from '../workloads/manifests';
import { anyService, api, composeOf, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

describe('the words of a process', () => {
  test("Kubernetes' command is Compose's entrypoint, and its args are Compose's command", () => {
    expect(
      serviceFor({ command: ['python', '-m'], args: ['orders', '--port=8000'], workingDir: '/app' }),
    ).toMatchObject({
      entrypoint: ['python', '-m'],
      command: ['orders', '--port=8000'],
      working_dir: '/app',
    });
  });

  test('args alone leave the entrypoint of the image, a command alone discards its command', () => {
    expect(serviceFor({ args: ['--verbose'] })).toEqual({ ...anyService, command: ['--verbose'] });
    expect(serviceFor({ command: ['serve'] })).toEqual({ ...anyService, entrypoint: ['serve'] });
    expect(serviceFor({ command: [], args: [] })).toEqual(anyService);
  });

  test('a word is what Kubernetes makes of it: $(NAME) is a variable, $$ one dollar, and a shell has the rest', () => {
    const env = [{ name: 'WHO', value: 'you' }];
    const command = ['sh', '-c', 'echo $(WHO) $(NOBODY) $$(WHO) $WHO ${WHO} $$ $'];
    expect(serviceFor({ env, command }).entrypoint).toEqual(['sh', '-c', 'echo you $(NOBODY) $(WHO) $WHO ${WHO} $ $']);
  });

  test('a secret in a word would be in the file that git sees: it is left out, without an excuse', () => {
    const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } } }];
    const container = { env, args: ['--verbose', '--token=$(TOKEN)'] };
    expect(serviceFor(container).command).toEqual(['--verbose', '']);
    expect(toldFor(container)).toEqual(['containers/0/args/1: dropped: undefined']);
  });
});

describe('how long it runs', () => {
  test('who always runs comes back unless stopped, and has the time to stop that Kubernetes gives', () => {
    expect(serviceFor({})).toEqual({ ...anyService, restart: 'unless-stopped', stop_grace_period: '30s' });
    expect(serviceFor({}, { terminationGracePeriodSeconds: 90 }).stop_grace_period).toBe('90s');
  });

  test('an init container ends by itself, once, and has its time to end when it is stopped', () => {
    const file = composeOf([api({}, { initContainers: [{ ...anyContainer, name: 'wait' }] })]);
    expect(file.services['api-wait']).toEqual({
      aside: true,
      image: 'acme/api:1',
      networks: { open: {} },
      stop_grace_period: '30s',
    });
  });

  test('an init container is tried once: that is told, unless its pod would have it so', () => {
    const initContainers = [{ ...anyContainer, name: 'wait' }];
    const told = (pod: object) =>
      toldOf(
        tandemOf([object('v1', 'Pod', 'shell', { spec: { initContainers, containers: [anyContainer], ...pod } })]),
      );
    expect(told({})).toEqual([
      'spec/restartPolicy: approximated: an init container is not tried again: docker compose up says that it failed',
    ]);
    expect(told({ restartPolicy: 'Never' })).toEqual([
      'spec/restartPolicy: approximated: Compose takes it for a service that stays',
    ]);
  });

  test.each([
    ['Always', 'unless-stopped'],
    ['OnFailure', 'on-failure'],
    ['Never', undefined],
  ])('a Pod with restartPolicy %s has restart %s', (restartPolicy, restart) => {
    const pod = object('v1', 'Pod', 'shell', { spec: { restartPolicy, containers: [anyContainer] } });
    expect(composeOf([pod]).services.shell?.restart).toBe(restart);
  });

  test.each(['Job', 'CronJob'])('a %s waits under the profile for somebody to run it, with all of its pod', (kind) => {
    const pod = {
      restartPolicy: 'OnFailure',
      initContainers: [{ ...anyContainer, name: 'wait' }],
      volumes: [{ name: 'work', emptyDir: {} }],
    };
    const mounts = { volumeMounts: [{ name: 'work', mountPath: '/work' }] };
    const containers = [
      { ...anyContainer, ...mounts },
      { ...anyContainer, name: 'tail', ...mounts },
    ];
    const job = { template: podTemplate('load', { ...pod, containers }) };
    const spec = kind === 'Job' ? job : { schedule: '0 1 * * *', jobTemplate: { spec: job } };
    const output = tandemOf([object('batch/v1', kind, 'load', { spec })]);
    const profiles = ['jobs'];
    expect(eachOf(output.rendered.file, 'profiles')).toEqual({
      'load-volumes': profiles,
      'load-wait': profiles,
      load: profiles,
      'load-tail': profiles,
    });
    expect(output.rendered.file.services.load?.restart).toBeUndefined();
    expect(toldOf(output)).toContain('restartPolicy: approximated: not tried again: whoever runs it sees it fail');
  });

  test('a schedule becomes a comment, and is no longer kept', () => {
    const job = {
      schedule: '0 1 * * *',
      jobTemplate: { spec: { template: podTemplate('load', { restartPolicy: 'Never' }) } },
    };
    const output = tandemOf([object('batch/v1', 'CronJob', 'load', { spec: job })]);
    expect(output.rendered.file.services.load?.comment).toBe(
      'In the cluster at "0 1 * * *"; here by hand: docker compose run --rm load',
    );
    expect(toldOf(output)).toEqual(['spec/schedule: dropped: by hand: Compose has no schedule']);
    const ours = serviceOf(
      (chart) => new EtlCronJob(chart, 'etl', { image: 'acme/etl:1', schedule: '5 0 * * *' }),
      'etl',
    );
    expect(ours.comment).toContain('"5 0 * * *" Etc/UTC;');
  });
});

describe('its host name', () => {
  test('is that of the first pod of a StatefulSet, whose pods have names that last', () => {
    const headless = service('db', 'db', { clusterIP: 'None' });
    expect(composeOf([statefulSet('db', { serviceName: 'db' }), headless]).services.db).toMatchObject({
      hostname: 'db-0',
      domainname: 'db.orders.svc.cluster.local',
    });
  });

  test('is that of the container, where the pod has none: a pod of a Deployment is called anew each time', () => {
    expect(serviceFor({}).hostname).toBeUndefined();
    expect(serviceFor({}, { hostname: 'fixed' }).hostname).toBe('fixed');
  });

  test('is the name of a Pod that no owner makes', () => {
    const pod = object('v1', 'Pod', 'lonely', { spec: { containers: [anyContainer] } });
    expect(composeOf([pod]).services.lonely?.hostname).toBe('lonely');
  });
});

test('the first container is called as its workload, which is told where the names differ', () => {
  const named = (name: string) => differencesOf(deployment('api', { containers: [{ name, image: 'acme/api:1' }] }));
  expect(named('api')).not.toContainEqual(expect.stringContaining('containers/0/name'));
  expect(named('server')).toContain(
    'orders/deployment-orders-api spec/template/spec/containers/0/name: approximated: the first container of a pod is called as its workload',
  );
});

function differencesOf(object: KubeObject): readonly string[] {
  return tandemOf([object]).differences.flatMap(differenceTexts);
}
