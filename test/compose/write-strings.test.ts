import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { ComposeFile, Network, Service } from '../../lib/compose/compose-file';
import { composeYaml } from '../../lib/compose/write';
import { anyContainer, configMap, deployment } from '../workloads/manifests';
import { anyText } from '../yaml/nasties';
import { everything } from './every-key';
import { interpolated } from './interpolation';
import { mountedIn, tandemOf } from './tandem';

/** What Compose takes for a variable, for a mistake, or for nothing. */
const dollars = [
  '$',
  '$$',
  '$$$',
  '$A',
  '${A}',
  '${A:-b}',
  '${A?',
  '${',
  '$(A)',
  '$1',
  'a$',
  '$$A',
  '$$$A',
  '$é',
  '$_',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...dollars), anyText), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '__proto__');

const maps = [
  'args',
  'depends_on',
  'environment',
  'networks',
  'labels',
  'driver_opts',
  'volumes',
  'configs',
  'secrets',
  'services',
];

/** The same with hostile texts for all of its own, and for the names that its maps give. */
function filled(value: unknown, next: () => string): unknown {
  if (typeof value === 'string') return next();
  if (Array.isArray(value)) return value.map((item) => filled(item, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === 'ports') return [key, entry];
      const inner = filled(entry, next);
      return [key, maps.includes(key) && !Array.isArray(inner) ? renamed(inner, next) : inner];
    }),
  );
}

function renamed(map: unknown, next: () => string): unknown {
  const names = new Set<string>();
  for (const _ of Object.keys(map as object)) {
    const name = next();
    names.add(names.has(name) ? `${name}, another` : name);
  }
  const values = Object.values(map as object);
  return Object.fromEntries([...names].map((name, index) => [name, values[index]]));
}

const anyFile = fc.array(text, { minLength: 20, maxLength: 200 }).map((pool) => {
  let index = 0;
  return filled(everything, () => pool[index++ % pool.length] ?? '') as ComposeFile;
});

/** What whoever reads the file must see. */
function meant({ services, networks, volumes, configs, secrets }: ComposeFile): unknown {
  return {
    name: '',
    services: mapped(services, meantService),
    networks: mapped(networks, meantNetwork),
    volumes,
    configs,
    secrets,
  };
}

function meantService({ comment: _, aside: __, ports = [], ...service }: Service): unknown {
  const portText = ({ published, target, protocol }: (typeof ports)[number]) =>
    `127.0.0.1:${published}:${target}${protocol ? `/${protocol}` : ''}`;
  return { ...service, ...(ports.length > 0 && { ports: expect.arrayContaining(ports.map(portText)) }) };
}

function meantNetwork({ comment: _, ...network }: Network): unknown {
  return network;
}

function mapped<T>(map: Readonly<Record<string, T>>, change: (value: T) => unknown): unknown {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

test.each(['1.1', '1.2'] as const)('every string of every place arrives as it is, by readers of YAML %s', (version) => {
  fc.assert(
    fc.property(anyFile, (file) => {
      expect(interpolated(parse(composeYaml(file), { version }))).toEqual(meant(file));
    }),
    { numRuns: 50 },
  );
});

test('no dollar is left for Compose to interpolate, but in the ports', () => {
  const environment = { A_PORT: '7' };
  const [first, ...others] = ['127.0.0.1:2:2/udp', '127.0.0.1:1:2', '127.0.0.1:4:4', '127.0.0.1:7:3'];
  fc.assert(
    fc.property(anyFile, (file) => {
      const { services } = interpolated(parse(composeYaml(file)), environment) as ComposeFile;
      const ports = Object.values(services).flatMap((service) => service.ports ?? []);
      expect(ports).toEqual([first, ...others]);
    }),
    { numRuns: 50 },
  );
});

test("any text that a manifest says in Kubernetes' grammar reaches the process and the file as that text", () => {
  const said = (plain: string) => plain.replaceAll('$', '$$$$');
  fc.assert(
    fc.property(text, text, text, (value, word, content) => {
      const container = {
        ...anyContainer,
        env: [{ name: 'VALUE', value: said(value) }],
        command: ['run', said(word)],
        args: [said(word)],
        volumeMounts: [{ name: 'conf', mountPath: '/etc/app' }],
      };
      const volumes = [{ name: 'conf', configMap: { name: 'conf' } }];
      const pod = deployment('api', { containers: [container], volumes });
      const { file, assets } = tandemOf([pod, configMap('conf', { a: content })]).rendered;
      const { services } = interpolated(parse(composeYaml(file))) as ComposeFile;
      expect(services.api).toMatchObject({
        environment: { VALUE: value },
        entrypoint: ['run', word],
        command: [word],
      });
      expect(mountedIn(assets).map((asset) => asset.content)).toEqual([[content]]);
    }),
  );
});
