import type { Facts, FileFacts, ImageFacts, Service } from '../doctor/facts';
import { nameOf, noProject, type Project, readProject } from './compose';
import { allContainers } from './containers';
import { dockerFacts } from './engine';
import { fileFacts, timesOf, unbuildable } from './files';
import { takenPorts } from './ports';
import { imageFacts } from './programs';
import { containersOf } from './said-by';
import { knownSecrets } from './secrets';
import { volumesOf } from './volumes';

/** All that the checks want to know of this machine. Nothing is changed, and no container is started. */
export async function gather(root: string): Promise<Facts> {
  const docker = await dockerFacts();
  const files = fileFacts(root, process.platform);
  const askable = docker.compose !== undefined && files.composeHash !== undefined;
  const project = askable ? await projectIn(root, files) : noProject;
  const services = project.services.map((service) => withVariables(service, files));
  return {
    ...{ docker, files, services, refusal: project.refusal },
    unbuildable: unbuildable(root, project.builds),
    secretTimes: timesOf(
      root,
      services.flatMap(({ secretFiles }) => secretFiles),
    ),
    ...(docker.engine === undefined ? noEngine : await engineFacts(project, root)),
  };
}

async function projectIn(root: string, { missing }: FileFacts): Promise<Project> {
  return missing.length === 0 ? readProject(root) : { ...noProject, name: await nameOf(root) };
}

/** Which secrets are in its variables, Compose does not know. */
function withVariables(service: Service, { stamp }: FileFacts): Service {
  const variables = stamp?.secrets?.[service.name] ?? [];
  return { ...service, secretFiles: [...service.secretFiles, ...variables.map((path) => path.replace(/^\.\//, ''))] };
}

type EngineFacts = Pick<Facts, 'images' | 'taken' | 'containers' | 'volumes'>;

const noEngine: EngineFacts = { images: {}, taken: [], containers: [], volumes: [] };

async function engineFacts({ name, services, ports }: Project, root: string): Promise<EngineFacts> {
  const containers = await allContainers();
  return {
    images: await allImages(services),
    taken: await takenPorts(root, ports, name, containers),
    containers: name ? await containersOf(name, containers, knownSecrets(root)) : [],
    volumes: name ? await volumesOf(name) : [],
  };
}

/** One after the other: each makes a container of its own for a moment. */
async function allImages(services: readonly Service[]): Promise<Readonly<Record<string, ImageFacts>>> {
  const facts: Record<string, ImageFacts> = {};
  for (const image of new Set(services.map((service) => service.image))) {
    facts[image] = await imageFacts(
      image,
      services.filter((service) => service.image === image),
    );
  }
  return facts;
}
