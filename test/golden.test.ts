import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from '../apps/data-platform';
import { synthesize } from '../lib/app';
import { differenceText } from '../lib/differences/difference-text';
import { filesIn, inFolder, written } from './synthesis';

const golden = join(__dirname, 'golden', 'data-platform');

function outputs(): Readonly<Record<string, string>> {
  const files = inFolder((folder) => {
    written(folder, dataPlatform);
    return filesIn(folder);
  });
  const app = new TandemApp();
  dataPlatform(app);
  const differences = synthesize(app, {}).differences.map(differenceText);
  const shown = Object.entries(files).filter(([path]) => path.endsWith('.yaml'));
  return { ...Object.fromEntries(shown), 'differences.txt': `${differences.join('\n')}\n` };
}

test('the example yields the manifests, the Compose file and the differences that lie in test/golden', () => {
  const actual = outputs();
  if (process.env.UPDATE_GOLDEN) {
    for (const [path, content] of Object.entries(actual)) {
      mkdirSync(dirname(join(golden, path)), { recursive: true });
      writeFileSync(join(golden, path), content);
    }
  }
  expect(actual).toEqual(filesIn(golden));
});

test('two syntheses of the example give the same bytes, secrets aside', () => {
  expect(outputs()).toEqual(outputs());
});
