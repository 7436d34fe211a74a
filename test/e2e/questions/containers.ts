import { type PlaceName, places } from '../platform';
import type { Question } from '../question';
import { look } from './look';

/** The same in each of them. */
const hardened = {
  Uid: '10001 10001 10001 10001',
  Gid: '10001 10001 10001 10001',
  Groups: '10001',
  CapEff: '0000000000000000',
  CapBnd: '0000000000000000',
  NoNewPrivs: '1',
  Seccomp: '2',
  Root: 'ro',
  Scratch: 'rw',
  Token: 'no',
};

interface Own {
  readonly mebibytes: number;
  readonly cpus: number;
  /** Where it may write. */
  readonly scratch: string;
}

const containers: Readonly<Record<PlaceName, Own>> = {
  api: { mebibytes: 512, cpus: 0.5, scratch: '/tmp' },
  mongod: { mebibytes: 2048, cpus: 1, scratch: '/tmp' },
  'rs-config': { mebibytes: 320, cpus: 0.5, scratch: '/tmp' },
  prepare: { mebibytes: 64, cpus: 0.1, scratch: '/run/mongo' },
  'nightly-load': { mebibytes: 512, cpus: 1, scratch: '/tmp' },
};

const names = Object.keys(containers) as PlaceName[];

export function askAboutContainers(question: Question): void {
  for (const name of names) {
    const { mebibytes, cpus, scratch } = containers[name];
    question(`${name} runs as hardened and as limited as its manifest says`, async ({ platform }) => {
      const found = await platform.inside(places[name], ({ sh }) => look(sh, scratch));
      expect(found).toEqual({ ...hardened, Memory: mebibytes * 2 ** 20, Cpu: cpus });
    });
  }

  question('no other container is in the definition', async ({ project }) => {
    expect([...project.containers].sort()).toEqual([...names].sort());
  });

  for (const name of ['api', 'nightly-load'] as const) {
    question(`${name} has the database’s URL, with its password, in its environment`, async ({ platform }) => {
      const environment = await platform.inside(places[name], ({ sh }) => sh("tr '\\0' '\\n' </proc/1/environ"));
      expect(environment).toMatch(mongoUrl);
    });
  }
}

const mongoUrl =
  /^MONGO_URL=mongodb:\/\/app:\w{32}@mongo-0\.mongo-headless\.orders\.svc\.cluster\.local:27017\/app\?replicaSet=rs0&authSource=app$/m;
