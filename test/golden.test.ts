import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataPlatform } from '../apps/data-platform';
import { filesIn, inFolder, written } from './synthesis';

const golden = join(__dirname, 'golden', 'data-platform');

function outputs(): Readonly<Record<string, string>> {
  const files = inFolder((folder) => {
    written(folder, dataPlatform);
    return filesIn(folder);
  });
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.tandem/')));
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
