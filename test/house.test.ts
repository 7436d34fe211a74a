import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const lib = join(__dirname, '..', 'lib');

/** What each folder of lib may import, itself aside; '' is lib itself, the top of the flow. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  units: [],
  yaml: ['units'],
  files: [],
  local: [],
  pods: [],
  objects: [],
  connections: ['objects', 'pods'],
  checks: ['connections', 'local', 'pods', 'units'],
  manifests: ['files', 'units', 'yaml'],
  workloads: ['checks', 'local', 'manifests', 'units'],
  scanners: ['checks', 'manifests', 'workloads'],
  images: ['checks', 'manifests', 'workloads'],
  'differences/reasons': [],
  differences: ['checks', 'differences/reasons', 'manifests', 'units', 'workloads'],
  compose: ['checks', 'differences', 'files', 'local', 'units', 'workloads', 'yaml'],
  policies: ['checks', 'manifests', 'workloads', 'units'],
  remarks: ['checks', 'compose', 'manifests', 'policies', 'units', 'workloads'],
  equivalence: ['compose', 'manifests', 'units', 'workloads'],
  testing: ['', 'checks', 'compose', 'differences', 'equivalence', 'manifests', 'workloads', 'yaml'],
  mongo: ['local', 'pods', 'units'],
  constructs: ['checks', 'connections', 'files', 'local', 'mongo', 'objects', 'pods', 'units'],
  'constructs/data-api': ['checks', 'connections', 'constructs', 'local', 'objects', 'pods'],
  'constructs/etl': ['checks', 'connections', 'constructs', 'local', 'objects', 'pods', 'units'],
  doctor: [''],
  laptop: ['', 'doctor'],
  cli: ['', 'checks', 'doctor', 'files', 'images', 'laptop'],
};

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(lib, file), 'utf8');
  const local = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
    relative(lib, join(lib, dirname(file), path)),
  );
  return local.map((path) => (dirname(path) === '.' ? '' : dirname(path)));
}

test.each(files.filter((file) => dirname(file) !== '.'))('%s imports only what comes before it in the flow', (file) => {
  const folder = dirname(file);
  const strays = importsOf(file).filter((other) => other !== folder && !mayImport[folder]?.includes(other));
  expect(strays).toEqual([]);
});

test('no file of lib has more than 250 lines', () => {
  const long = files.filter((file) => readFileSync(join(lib, file), 'utf8').split('\n').length > 250);
  expect(long).toEqual([]);
});
