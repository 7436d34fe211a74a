import { below, inContainers } from './patterns';
import { type Because, type Reason, unsaid } from './reason';

const kinds = ['pod'];

const nodePort: Because = {
  reason: 'a port of the node: on a laptop it may be taken',
  means: 'nothing leads there from outside: publish a port with local.publish',
};

const notAHook: Because = {
  reason: 'Compose runs a command before the end, or after the start, and nothing else',
  means: 'what the hook asks for shows only in a cluster',
};

const handler = [
  ...below('httpGet', 'host', 'path', 'port', 'scheme', 'httpHeaders/*/name', 'httpHeaders/*/value'),
  ...below('tcpSocket', 'host', 'port'),
  'exec',
];

export const reasonsOfContainers: readonly Reason[] = [
  {
    kinds,
    fields: inContainers('ports/*/name', 'ports/*/protocol'),
    reason: 'a name within the manifests: Compose has port numbers',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers('ports/*/containerPort'),
    reason: 'a note: a container answers on every port that it opens',
    means: 'nothing',
  },
  { kinds, fields: inContainers('ports/*/hostPort', 'ports/*/hostIP'), ...nodePort },
  {
    kinds,
    fields: ofProbes('successThreshold'),
    only: 1,
    reason: 'one answer is enough for Docker, too',
    means: 'nothing',
  },
  {
    kinds,
    fields: ofProbes('successThreshold'),
    reason: 'one answer is enough for Docker',
    means: 'what answers by turns is healthy sooner here',
  },
  {
    kinds,
    fields: ofProbes('terminationGracePeriodSeconds'),
    reason: 'the time that a restart by the probe has: Compose restarts nothing for it',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers('lifecycle/preStop/sleep/seconds'),
    reason: 'the time in which a cluster takes the pod out of its Services: Docker does that at once',
    means: 'docker compose stop is quicker',
  },
  {
    kinds,
    fields: ['postStart', 'preStop']
      .flatMap((hook) => inContainers(...below(`lifecycle/${hook}`, ...handler)))
      .concat(inContainers('lifecycle/postStart/sleep/seconds')),
    ...notAHook,
  },
  {
    kinds,
    fields: inContainers('lifecycle', 'lifecycle/postStart', 'lifecycle/preStop'),
    ...unsaid,
  },
  {
    kinds,
    fields: inContainers('restartPolicy'),
    reason: 'not tried again: whoever runs it sees it fail',
    means: 'a run that fails is yours to start once more',
  },
  {
    kinds,
    fields: inContainers('terminationMessagePath', 'terminationMessagePolicy'),
    reason: 'where a kubelet looks for the last words of a container: Docker has its log',
    means: 'what a container says last is in docker compose logs',
  },
  {
    kinds,
    fields: inContainers('stdinOnce'),
    reason: 'Docker keeps the input open',
    means: 'a program that waits for the end of its input waits on',
  },
  {
    kinds,
    fields: inContainers('resizePolicy/*/resourceName', 'resizePolicy/*/restartPolicy'),
    reason: 'what a new size means to a pod that runs: Compose makes the container anew',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers(
      'restartPolicyRules/*/action',
      'restartPolicyRules/*/exitCodes/operator',
      'restartPolicyRules/*/exitCodes/values/*',
    ),
    reason: 'by its exit code a cluster starts a container again or not: Docker knows failed and not failed',
    means: 'the container is started again, or not, as the pod says',
  },
  {
    kinds,
    fields: [
      'metadata',
      ...inContainers('resources', 'securityContext', 'securityContext/capabilities'),
      ...below('spec', 'securityContext', 'dnsConfig', 'readinessGates'),
    ],
    ...unsaid,
  },
];

function ofProbes(field: string): readonly string[] {
  return inContainers(...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => `${probe}/${field}`));
}
