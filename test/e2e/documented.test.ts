import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { leftovers } from './compose/leftovers';
import { freePort } from './free-port';
import { type PriceSource, priceSource } from './price-source';
import { run, type Said, tryRun } from './run';
import { describeOn } from './selected';
import { fromSources } from './tandem-in';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/testing.md'), 'utf8').split('## Against what runs')[1] ?? '';
const [, program = ''] = /^```ts\n\/\/ integration\.test\.ts\n(.*?)^```$/ms.exec(page) ?? [];
const [synth = '', up = '', ask = '', down = ''] = [...page.matchAll(/^\$ (.+)$/gm)].map(([, command = '']) => command);

/** The example, but for where its prices come from. */
const main = `import { Egress, TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from './apps/data-platform';

const { HOST = '', PORT = '', URL = '' } = process.env;
const app = new TandemApp();
dataPlatform(app, 'prod', { url: URL, egress: Egress.cidr(\`\${HOST}/32\`, Number(PORT)) });
app.synth();
`;

const jestConfig = {
  transform: { '^.+\\.ts$': join(root, 'node_modules/@swc/jest') },
  testMatch: ['<rootDir>/*.test.ts'],
};

describeOn('compose')('the integration test of docs/testing.md', () => {
  let prices: PriceSource;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  const shell = (command: string): Promise<Said> => run('sh', ['-c', command], { cwd: folder, env, seconds: 600 });

  beforeAll(async () => {
    prices = await priceSource();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-documented-')));
    cpSync(join(root, 'apps'), join(folder, 'apps'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node --import tsx main.ts\noutput: dist\n');
    writeFileSync(join(folder, 'main.ts'), main);
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(jestConfig));
    writeFileSync(join(folder, 'integration.test.ts'), program);
    const { host, port, url } = prices;
    const project = { COMPOSE_PROJECT_NAME: basename(folder).toLowerCase(), API_PORT: String(await freePort()) };
    env = { ...process.env, ...fromSources, ...project, HOST: host, PORT: String(port), URL: url };
  });

  afterAll(async () => {
    await shell(down);
    prices.close();
    rmSync(folder, { recursive: true });
  });

  test('passes against what the commands above it start', async () => {
    await shell(synth);
    await shell(up);
    expect((await shell(ask)).stderr).toMatch(/^Tests: +2 passed, 2 total$/m);
  });

  test('fails where the API is away, and where the load cannot end well', async () => {
    await shell('docker compose stop api');
    prices.close();
    const { ok, stderr } = await tryRun('sh', ['-c', ask], { cwd: folder, env });
    expect(ok).toBe(false);
    expect(stderr).toMatch(/^Tests: +2 failed, 2 total$/m);
  });

  test('leaves nothing behind', async () => {
    await shell(down);
    expect(await leftovers(basename(folder).toLowerCase())).toEqual([]);
  });
});
