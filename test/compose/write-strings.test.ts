import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { ComposeFile, Service } from '../../lib/compose/compose-file';
import { composeYaml } from '../../lib/compose/write';
import { anyContainer, configMap, deployment } from '../workloads/manifests';
import { mountedIn, tandemOf } from './tandem';

const nothing: ComposeFile = { services: {}, networks: {}, volumes: {}, configs: {}, secrets: {} };
const withService = (service: Service): ComposeFile => ({ ...nothing, services: { api: service } });

/** What Compose makes of a text: `$$` is one dollar, and a lone one would be a variable. */
function interpolated(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$$', '$');
  if (Array.isArray(value)) return value.map(interpolated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, interpolated(entry)]));
}

const hostile = fc.constantFrom(
  ...[
    '$',
    '$$',
    '${A}',
    '${A:-b}',
    '$(A)',
    '${',
    '$1',
    '}',
    '"',
    "'",
    '\\',
    '\n',
    '\r',
    '\t',
    ' ',
    ': ',
    ' #',
    '- ',
    '{',
  ],
  ...['[', '&a', '*a', '!!int 1', '|', '>', '%', '@', '`', '~', 'null', 'yes', '0o7', '1e3', '12:30', '=', '<<', '---'],
  ...['\u0085', '\u2028', '\ufeff', '\u0000', '\u007f', 'é', '😀'],
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 8 })
  .map((pieces) => pieces.join(''));
const texts = fc.array(text, { maxLength: 4 });
const dictionary = fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,7}$/), text, { minKeys: 1, maxKeys: 4 });

test('every string arrives as it is, whatever Compose and YAML would see in it', () => {
  const service = fc.record({
    image: text,
    entrypoint: texts,
    command: texts,
    working_dir: text,
    environment: dictionary,
    labels: dictionary,
    healthcheck: fc.record({ test: texts, interval: text, timeout: text, retries: fc.nat() }),
    tmpfs: texts,
  });
  fc.assert(
    fc.property(service, (given) => {
      expect(interpolated(parse(composeYaml(withService(given))).services.api)).toEqual(given);
    }),
  );
});

test('no dollar is left for Compose to interpolate, but in the ports', () => {
  const ports = [{ variable: 'API_PORT', published: 8000, target: 80 }];
  fc.assert(
    fc.property(dictionary, texts, (environment, command) => {
      const lines = composeYaml(withService({ environment, command, ports })).split('\n');
      const port = "    ports: ['127.0.0.1:${API_PORT:-8000}:80']";
      expect(lines).toContain(port);
      expect(lines.filter((line) => line !== port && line.replaceAll('$$', '').includes('$'))).toEqual([]);
    }),
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
      expect(interpolated(parse(composeYaml(file)).services.api)).toMatchObject({
        environment: { VALUE: value },
        entrypoint: ['run', word],
        command: [word],
      });
      expect(mountedIn(assets).map(({ content }) => content)).toEqual([[content]]);
    }),
  );
});
