import { object } from '../workloads/manifests';
import { refused } from './refused';

test.each([
  ['extensions/v1beta1', 'Deployment', '1.16'],
  ['apps/v1beta1', 'StatefulSet', '1.16'],
  ['apps/v1beta2', 'DaemonSet', '1.16'],
  ['extensions/v1beta1', 'NetworkPolicy', '1.16'],
  ['networking.k8s.io/v1beta1', 'Ingress', '1.22'],
  ['rbac.authorization.k8s.io/v1beta1', 'Role', '1.22'],
  ['batch/v1beta1', 'CronJob', '1.25'],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25'],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26'],
])('%s %s is refused: it has been gone since Kubernetes %s', (apiVersion, kind, since) => {
  expect(refused(object(apiVersion, kind, 'old'))).toEqual([
    `chart/${kind.toLowerCase()}-orders-old · apiVersion: has no ${kind} any more, since Kubernetes ${since}, got "${apiVersion}".`,
  ]);
});

test.each([
  ['scheduling.k8s.io/v1', 'PriorityClass'],
  ['networking.k8s.io/v1beta1', 'IPAddress'],
  ['admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'],
  ['acme.com/v1beta1', 'Deployment'],
])('%s %s is taken: some cluster knows it', (apiVersion, kind) => {
  expect(refused(object(apiVersion, kind, 'there'))).toEqual([]);
});
