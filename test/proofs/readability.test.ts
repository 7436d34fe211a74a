import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inFolder } from '../synthesis';
import { apps } from './apps';
import { writtenInto } from './written-project';

const yaml = readFileSync(join(__dirname, '..', '..', 'compose.yaml'), 'utf8');
const lines = yaml.trimEnd().split('\n');

/** Claim: a person who never saw the definition can read what runs. */
describe("the example's compose.yaml", () => {
  test('has fewer than 150 lines, none of more than 140 characters but where a program stands', () => {
    expect(lines.length).toBeLessThan(150);
    expect(lines.filter((line) => line.length > 140 && !line.includes('healthcheck'))).toEqual([]);
  });

  test('has the services in the order of the definition, each behind what its pod starts before it', () => {
    const workloads = inFolder((folder) => writtenInto(folder, apps.dataPlatform ?? (() => {})).reading.workloads);
    const services = Object.keys(parse(yaml, { merge: true }).services);
    const main = services.filter((name) => workloads.some((workload) => workload.name === name));
    expect(main).toEqual(workloads.map(({ name }) => name));
    expect(services).toEqual(['mongo-volumes', 'mongo-prepare', 'mongo', 'mongo-rs-config', 'api', 'nightly-load']);
  });

  test.each([
    'nocopy',
    'memswap_limit',
    'cpu_shares',
    'labels: ',
    'env_file',
    'internal: true',
    '-edge:',
    'mongo-volumes:',
  ])('says why there is %s, beside or above a line that has it', (surprise) => {
    const comments = lines.filter((line, index) => {
      const above = (lines[index - 1] ?? '').trimStart();
      return line.includes(surprise) && (line.includes('  # ') || above.startsWith('#'));
    });
    expect(comments).not.toEqual([]);
  });
});
