import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TandemApp } from 'cdk8s-tandem';
import { Manifests } from 'cdk8s-tandem/testing';
import { dataPlatform, type Stage, stages } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { unexplained } from '../../lib/differences/differences';
import { lockText } from '../../lib/images/image-lock';
import type { Output } from '../../lib/output';
import { filesIn, inFolder } from '../synthesis';

const root = join(__dirname, '..', '..');
const names = Object.keys(stages) as Stage[];

function appOf(stage: Stage): TandemApp {
  const app = new TandemApp();
  dataPlatform(app, stage);
  return app;
}

test.each([
  ['dev', 'orders-dev', 1, '5120Mi', 'orders.dev.example.com'],
  ['staging', 'orders-staging', 2, '20480Mi', 'orders.staging.example.com'],
  ['prod', 'orders', 3, '20480Mi', 'orders.example.com'],
] as const)('%s is in %s, with %d pods, %s and %s', (stage, namespace, replicas, storage, host) => {
  const manifests = Manifests.from(appOf(stage));
  manifests.allResources('Deployment', { metadata: { namespace }, spec: { replicas } });
  manifests.hasResourceSpec('Ingress', { rules: [{ host }], tls: [{ hosts: [host] }] });
  manifests.hasResourceSpec('StatefulSet', {
    volumeClaimTemplates: [{ spec: { resources: { requests: { storage } } } }],
  });
});

/** A namespace is part of host names, and nothing else of a stage is seen on a laptop. */
test('every stage is the same on a laptop, but for the name of its namespace, and explained', () => {
  const outputs = names.map((stage) => [stage, synthesize(appOf(stage), {})] as const);
  const [, prod] = outputs.find(([stage]) => stage === 'prod') ?? [];
  for (const [stage, output] of outputs) {
    expect(laptop(output, stages[stage].namespace)).toBe(laptop(prod as Output, 'orders'));
    expect(unexplained(output.differences)).toEqual([]);
  }
});

/** Less hashes of files, in which such host names are. */
function laptop({ rendered: { file } }: Output, namespace: string): string {
  const text = JSON.stringify({ ...file, services: file.services });
  return text.replaceAll(`.${namespace}`, '.orders').replace(/"files\.\w+":"\w+"/g, '');
}

describe('in a project', () => {
  /** The example's own program, as cdk8s runs it. */
  function synth(folder: string, STAGE?: string) {
    cpSync(join(root, 'apps', 'data-platform.ts'), join(folder, 'main.ts'));
    const env: NodeJS.ProcessEnv = { ...process.env, STAGE, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
    if (STAGE === undefined) delete env.STAGE;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  function inProject<T>(use: (folder: string) => T): T {
    return inFolder((folder) => {
      writeFileSync(join(folder, 'package.json'), '{}');
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      return use(folder);
    });
  }

  test('production is what is written without a word; another stage writes manifests alone, into the same folder', () => {
    inProject((folder) => {
      expect(synth(folder)).toMatchObject({ status: 0 });
      const compose = readFileSync(join(folder, 'compose.yaml'), 'utf8');
      expect(compose).toBe(readFileSync(join(root, 'compose.yaml'), 'utf8'));
      const written = names.map((stage) => {
        expect(synth(folder, stage)).toMatchObject({ status: 0 });
        expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toBe(compose);
        return readFileSync(join(folder, 'dist', 'orders.k8s.yaml'), 'utf8');
      });
      expect(new Set(written).size).toBe(names.length);
    });
  });

  test.each(['production', '', 'toString'])('the stage "%s" is refused, and nothing is written', (stage) => {
    inProject((folder) => {
      expect(synth(folder, stage)).toEqual({
        status: 1,
        stdout: '',
        stderr: `STAGE is "${stage}", and must be one of: dev, staging, prod\n`,
      });
      expect(Object.keys(filesIn(folder)).filter((path) => !path.startsWith('node_modules'))).toEqual([
        'main.ts',
        'package.json',
      ]);
    });
  });
});

test('one lock serves all stages: each has the same digests, and needs no other', () => {
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
  const images = {
    'ghcr.io/acme/orders-api:1.2.3': digest('a'),
    'ghcr.io/acme/orders-etl:1.2.3': digest('b'),
    'mongo:7.0.15': digest('c'),
  };
  inFolder((projectRoot) => {
    writeFileSync(join(projectRoot, 'images.lock.json'), lockText(images));
    for (const stage of names) {
      const { manifests } = synthesize(appOf(stage), { projectRoot, requireDigests: true });
      const found = JSON.stringify(manifests.map(({ object }) => object)).match(/[\w./-]+:[\w.]+@sha256:\w{64}/g);
      expect([...new Set(found)].sort()).toEqual(Object.entries(images).map(([image, hash]) => `${image}@${hash}`));
    }
  });
});
