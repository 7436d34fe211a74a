import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from '../../../lib/compose/unit';
import { type DockerContainer, toldDocker } from '../../description/told-docker';
import type { Synthesis } from '../definition';
import { run, tryRun } from '../run';
import { awake, type Container, ends, type Target } from '../target';
import { ofProject } from './leftovers';

/** A definition under Docker Compose, as a project of its own. */
export function composeTarget(synthesis: Synthesis): Target {
  const how = composeHow(synthesis);
  const compose = async (...args: string[]) => (await run('docker', ['compose', '--profile=*', ...args], how)).stdout;
  const up = async () => {
    const [, command] = /On this laptop: (.+)/.exec(synthesis.summary) ?? [];
    if (command) await run('sh', ['-c', command], how);
  };
  return {
    start: up,
    apply: up,
    inside: async (unit, ask) => {
      if (!ends(unit)) return ask(await containerOf(unit, synthesis, compose));
      await keepAwake(unit, synthesis, compose);
      try {
        return await ask(await containerOf(unit, synthesis, compose));
      } finally {
        await compose('rm', '--stop', '--force', unit.service);
      }
    },
    sweep: async () => {
      await compose('down', '--volumes', '--timeout=5');
    },
    logs: async () => {
      const state = await tryRun('docker', ['compose', 'ps', '--all'], how);
      const logs = await tryRun('docker', ['compose', '--profile=*', 'logs', '--no-color', '--tail=8'], how);
      return state.stdout + logs.stdout;
    },
  };
}

/** Ports of the laptop are free ones: another project of this machine may have ours. */
export function composeHow({ folder, project, rendered }: Synthesis) {
  const ports = Object.values(rendered.file.services).flatMap(({ ports = [] }) => ports);
  const free = Object.fromEntries(ports.map(({ variable }) => [variable, '0']));
  return { cwd: folder, env: { ...process.env, COMPOSE_PROJECT_NAME: project, ...free } };
}

type Compose = (...args: string[]) => Promise<string>;

/** The same service, with its words as arguments of a shell that sleeps. */
async function keepAwake({ service }: Unit, { folder }: Synthesis, compose: Compose): Promise<void> {
  const { services } = JSON.parse(await compose('config', '--format=json', '--no-path-resolution'));
  const { entrypoint, command } = services[service];
  const words = { entrypoint: [...awake, ...(entrypoint ?? [])], command: command ?? [] };
  // As `config` prints words, every `$` is doubled already.
  writeFileSync(join(folder, 'awake.json'), JSON.stringify({ services: { [service]: words } }));
  await compose('--file=compose.yaml', '--file=awake.json', 'up', '--detach', service);
}

async function containerOf(unit: Unit, { project, units }: Synthesis, compose: Compose): Promise<Container> {
  const all = await inspected(project);
  const at = (service: string | undefined) =>
    all.find(({ Config }) => Config.Labels['com.docker.compose.service'] === service);
  const container = at(unit.service);
  if (!container) throw new Error(`service ${unit.service} has no container: ${await compose('ps', '--all')}`);
  const image = JSON.parse((await run('docker', ['image', 'inspect', container.Config.Image])).stdout)[0];
  const ids = [container, at(unit.network)].flatMap((one) => (one ? [one.Id.slice(0, 12)] : []));
  const owners = new Map(units.map(({ service, workload }) => [service, `${workload.namespace}/${workload.name}`]));
  return {
    sh: async (script, ...args) =>
      (await run('docker', ['exec', container.Id, 'sh', '-c', script, 'sh', ...args])).stdout,
    own: { names: ids, variables: [] },
    told: toldDocker(container, { overNetwork: asksOverNetwork(unit), imageSignal: image.Config.StopSignal }),
    whoHas: (address) => {
      const owner = all.find(({ NetworkSettings: { Networks } }) =>
        Object.values(Networks).some(({ IPAddress }) => IPAddress === address),
      );
      return owners.get(owner?.Config.Labels['com.docker.compose.service'] ?? '');
    },
  };
}

async function inspected(project: string): Promise<readonly DockerContainer[]> {
  const ids = (await run('docker', ['ps', '--all', '--quiet', ofProject(project)])).stdout.split('\n').filter(Boolean);
  return ids.length > 0 ? JSON.parse((await run('docker', ['inspect', ...ids])).stdout) : [];
}

function asksOverNetwork({ container: { probes } }: Unit): boolean {
  const asked = probes.readiness ?? probes.startup ?? probes.liveness;
  return asked !== undefined && asked.asks.by !== 'exec';
}
