import { type Place, stayAwake } from '../platform';
import { kubectl } from './kubectl';

/** What is needed of a pod owner to run one of its containers. */
interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>> & {
    readonly containers: readonly PodContainer[];
    readonly initContainers?: readonly PodContainer[];
  };
}

type PodContainer = Readonly<Record<string, unknown>> & { readonly name: string };

interface Owner {
  readonly spec: {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec: { readonly template: Template } };
  };
}

/** Starts a pod like the owner's, with its labels and so its policies, in which one container alone stays awake. */
export async function standIn({ owner, container }: Place): Promise<string> {
  const { spec }: Owner = JSON.parse(await kubectl(['get', owner, '--output=json']));
  const template = spec.jobTemplate?.spec.template ?? spec.template;
  if (!template) throw new Error(`${owner} has no pod`);
  const job = `job/stand-in-${container}`;
  await kubectl(['create', '--filename=-'], {
    input: JSON.stringify(jobOf(`stand-in-${container}`, template, container)),
  });
  await kubectl(['wait', job, '--for=jsonpath={.status.ready}=1', '--timeout=120s']);
  return job;
}

function jobOf(name: string, { metadata: { labels }, spec }: Template, container: string): object {
  const found = [...spec.containers, ...(spec.initContainers ?? [])].find((one) => one.name === container);
  const awake = { ...found, command: stayAwake, args: [] };
  const pod = { ...spec, restartPolicy: 'Never', initContainers: [], containers: [awake] };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { backoffLimit: 0, template: { metadata: { labels }, spec: pod } },
  };
}
