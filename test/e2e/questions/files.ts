import { filesIn, inFolder } from '../../synthesis';
import { synth } from '../project';
import type { Question } from '../question';

export function askAboutFiles(question: Question): void {
  question('no secret value is in what is applied or committed', async ({ project }) => {
    const files = filesIn(project.folder);
    const secrets = Object.keys(files).filter((path) => path.startsWith('.tandem/secrets/'));
    expect(secrets).toHaveLength(3);
    const telling = Object.entries(outputs(files)).filter(([, text]) =>
      secrets.some((path) => text.includes(files[path] ?? '')),
    );
    expect(telling.map(([path]) => path)).toEqual([]);
  });

  question('a second synthesis, here or elsewhere, writes the same bytes', async ({ project, prices }) => {
    const before = filesIn(project.folder);
    synth(project.folder, prices);
    expect(filesIn(project.folder)).toEqual(before);
    inFolder((elsewhere) => {
      synth(elsewhere, prices);
      expect(outputs(filesIn(elsewhere))).toEqual(outputs(before));
    });
  });
}

function outputs(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith('dist/') || path === 'compose.yaml'),
  );
}
