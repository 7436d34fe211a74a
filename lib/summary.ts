import { relative } from 'node:path';
import { keepsSchedule } from './compose/keeps-schedule';
import { differenceLines } from './differences/difference-lines';
import { differencesPath, type Output } from './output';
import { refusalLines, refusedPods } from './policies/refused-pods';
import { objectRemarks } from './remarks/object-remarks';
import { scheduleRemarks } from './remarks/schedules';
import { sourceRemarks } from './remarks/sources';
import { type UsedSecret, usedSecrets } from './workloads/used-secrets';
import type { Workload } from './workloads/workload';

/** What the one who ran `synth` wants to know next, for the terminal. */
export function summary(output: Output): string {
  const { app, manifests, reading, rendered, differences, compose } = output;
  const outdir = fromHere(app.outdir);
  const services = Object.keys(rendered.file.services).length;
  const lines = [
    `cdk8s-tandem: ${manifests.length} objects in ${outdir}/`,
    ...(compose === 'written'
      ? [
          `${new Set(reading.workloads.map(({ field }) => field)).size} workloads as ${services} services in compose.yaml`,
          '',
          ...onLaptop(output),
        ]
      : []),
    '',
    ...inCluster(output, outdir),
    '',
    // What differs on a laptop is no matter of an app that has none, such as a stage.
    ...(compose === 'unknown'
      ? []
      : differenceLines(manifests, differences, compose === 'left out' ? '' : `; see ${differencesPath}`)),
    ...remarks(output, outdir),
  ];
  return `${lines.join('\n')}\n`;
}

function onLaptop({ reading, rendered }: Output): readonly string[] {
  const {
    jobs,
    file: { services },
  } = rendered;
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map(({ published }) => `  ${name}: 127.0.0.1:${published}`),
  );
  const watched = Object.entries(services).filter(([, { develop }]) => develop);
  const seen = reading.workloads.flatMap(mountedSources);
  const runs = Object.values(services).some(({ profiles }) => !profiles);
  return [
    // Compose calls it an error to start nothing.
    `On this laptop:${runs ? ' docker compose up --wait' : ''}`,
    ...published,
    ...watched.map(([name]) => `  ${name}, built anew as you edit: docker compose watch ${name}`),
    ...[...new Set(seen)],
    ...reading.workloads.flatMap(byItself),
    ...jobs.map((name) => `  ${name}, by hand: docker compose run --rm ${name}`),
    ...(runs ? ['  when something does not start: npx tandem doctor'] : []),
    `  to remove all of it, data too: docker compose${jobs.length > 0 ? ' --profile jobs' : ''} down --volumes`,
  ];
}

/** A program of the container itself looks for changes: nothing more is to be called. */
function mountedSources({ name, local }: Workload): readonly string[] {
  return [local.watch, ...Object.values(local.containers ?? {}).map(({ watch }) => watch)].flatMap((watch) =>
    typeof watch === 'object' ? [`  ${name}, which sees ${watch.mount} as you edit: docker compose up --wait`] : [],
  );
}

/** What the laptop was told to do of its own accord. */
function byItself(workload: Workload): readonly string[] {
  const { name, life, local } = workload;
  const zone = life.runs === 'on schedule' && life.timeZone ? ` ${life.timeZone}` : '';
  return [
    ...(local.setUp ? [`  ${name}, once: ${local.setUp.folder.source} goes in when it is ready`] : []),
    ...(life.runs === 'on schedule' && keepsSchedule(workload)
      ? [`  ${name}, on schedule: "${life.schedule}"${zone}`]
      : []),
  ];
}

/** The namespaces first, then what they must hold before pods start, then all the rest. */
function inCluster({ app, reading, compose, namespaces, projectRoot }: Output, outdir: string): readonly string[] {
  const secrets = usedSecrets(reading.workloads);
  return [
    'In a cluster:',
    ...(namespaces.length > 0 ? [`  kubectl apply -f ${outdir}/0000-namespaces${app.outputFileExtension}`] : []),
    ...secrets.map(
      (secret) =>
        `  ${compose === 'written' ? createSecret(secret, secrets, fromHere(projectRoot)) : neededSecret(secret)}`,
    ),
    `  kubectl apply -f ${outdir}/`,
    ...reading.workloads.flatMap((job) => runAgain(job, outdir)),
  ];
}

/** From the laptop's own secrets, for a first trial: all of the folder where the namespace uses all of it. */
function createSecret({ namespace, name, keys }: UsedSecret, all: readonly UsedSecret[], root: string): string {
  const folder = `${root === '.' ? '' : `${root}/`}.tandem/secrets/${name}`;
  const elsewhere = all.filter((other) => other.name === name).flatMap((other) => other.keys);
  const whole = elsewhere.every((key) => keys.includes(key));
  const files = whole ? [folder] : keys.map((key) => `${folder}/${key}`);
  return `kubectl${inNamespace(namespace)} create secret generic ${name} ${files.map((file) => `--from-file=${file}`).join(' ')}`;
}

/** As the one who reads it can type it. */
function fromHere(folder: string): string {
  return relative(process.cwd(), folder) || '.';
}

function inNamespace(namespace: string): string {
  return namespace ? ` -n ${namespace}` : '';
}

function neededSecret({ namespace, name, keys }: UsedSecret): string {
  return `the Secret ${name} in ${namespace}, with ${keys.join(', ')}`;
}

/** A Job of a name that is not taken; one that was applied is there, and cannot be changed. */
function runAgain({ kind, namespace, name }: Workload, outdir: string): readonly string[] {
  const kubectl = `kubectl${inNamespace(namespace)}`;
  if (kind === 'CronJob') return [`  ${name}, by hand: ${kubectl} create job --from=cronjob/${name} ${name}-manual-1`];
  if (kind !== 'Job') return [];
  return [
    `  ${name}, once more or changed: ${kubectl} delete job ${name} --ignore-not-found && kubectl apply -f ${outdir}/`,
  ];
}

/** What is well to know and no mistake. */
function remarks(
  { manifests, reading, rendered, compose, projectRoot, namespaces }: Output,
  outdir: string,
): readonly string[] {
  const containers = reading.workloads.flatMap(({ pod }) => [...pod.initContainers, ...pod.containers]);
  const images = new Set(containers.map(({ image }) => image).filter((image) => !image.includes('@')));
  const ranges = Object.values(rendered.file.networks).filter(({ ipam }) => ipam);
  return [
    ...(images.size > 0
      ? [`Images: ${images.size} by tag alone, without a digest: npx tandem lock, once they are pushed`]
      : []),
    ...objectRemarks(manifests, reading, outdir),
    ...scheduleRemarks(manifests, new Date()),
    ...(compose === 'written' && ranges.length > 0
      ? [`Networks: ${ranges.length}, each of 16 addresses of 10.213.0.0/16`]
      : []),
    ...(compose === 'written' ? sourceRemarks(rendered.file, projectRoot) : []),
    ...refusalLines(refusedPods(manifests, namespaces)),
  ];
}
