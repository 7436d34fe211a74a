import type { Container, Facts, Service } from '../../lib/doctor/facts';

/** A machine on which all is well, but for what a test says. */
export function factsWith(facts: Partial<Facts>): Facts {
  return { ...well, ...facts };
}

export function serviceWith(service: Partial<Service>): Service {
  return { ...plain, ...service };
}

/** One that runs, has no health check and says nothing. */
export function containerWith(container: Partial<Container>): Container {
  return { ...quiet, ...container };
}

const quiet: Container = {
  ...{ service: 'api', running: true, exitCode: 0, restarts: 0, age: 600_000 },
  ...{ refused: false, answered: [], logged: [] },
};

const plain: Service = {
  name: 'api',
  image: 'acme/api:1',
  built: false,
  healthcheck: [],
  entrypoint: [],
  after: [],
  volumes: [],
  secretFiles: [],
  mounts: [],
};

const well: Facts = {
  docker: { installed: true, engine: '28.5.2', compose: '2.40.3' },
  files: { composeHash: 'abc', stamp: { compose: 'abc', secrets: {} }, missing: [], features: [], mode: 0o40700 },
  services: [plain],
  unbuildable: [],
  secretTimes: {},
  images: { 'acme/api:1': { here: true, path: '/usr/bin:/bin', programs: [] } },
  taken: [],
  containers: [],
  volumes: [],
};
