import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { buildContext, dockerfile } from '../../lib/checks/project-path';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('buildContext', () => {
  test('../other: the whole message', () => {
    expect(within('buildContext', buildContext('../other')).map(said)).toEqual([
      'orders/api · buildContext: leads out of the project, got "../other". Expected a folder inside the project, relative to it and with "/", such as ./services/api. Fix: move the folder into the project, or run synth in the folder above.',
    ]);
  });

  test.each(['./services/api', 'services/api/', '.', 'a/..', 'größe', 'a b'])('%j is fine', (value) => {
    expect(buildContext(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['~', 'starts with "~", which only a shell knows', 'write a folder inside the project.'],
    ['~/x', 'starts with "~", which only a shell knows', 'write a folder inside the project.'],
    ['a\\b', 'holds a backslash, which is part of a name on most systems', 'write "a/b".'],
    [
      '..\\x',
      'holds a backslash, which is part of a name on most systems',
      'move the folder into the project, or run synth in the folder above.',
    ],
    ['a\u0000b', 'holds a character that cannot be seen', 'write "ab".'],
    ['', 'is empty', 'write one, such as "./services/api".'],
    [
      '${DIR}',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
    [null, 'is not a string', 'write a string, such as "./services/api".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(buildContext(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['..', 'a/../..', '../../etc'])('%j leads out of the project', (value) => {
    const fix = 'move the folder into the project, or run synth in the folder above.';
    expect(buildContext(value)).toMatchObject([{ wrong: 'leads out of the project', fix }]);
  });

  test.each<unknown>(['/', '/abs', 'C:\\x', 'c:/x'])('%j is a place of this machine', (value) => {
    const fix = 'write it relative to the project.';
    expect(buildContext(value)).toMatchObject([{ wrong: 'is a place of this machine', fix }]);
  });

  test.each<unknown>(['git://host/x', 'https://github.com/acme/x', 'git@github.com:acme/x', 'github.com/acme/x'])(
    '%j is an address, and what lies there can change',
    (value) => {
      const fix = 'clone it into the project, and write the folder.';
      expect(buildContext(value)).toMatchObject([{ wrong: 'is an address, and what lies there can change', fix }]);
    },
  );
});

describe('dockerfile', () => {
  test('../Dockerfile: the whole message', () => {
    expect(within('dockerfile', dockerfile('../Dockerfile')).map(said)).toEqual([
      'orders/api · dockerfile: leads out of the build context, got "../Dockerfile". Expected a file inside the build context, relative to it and with "/", such as docker/Dockerfile. Fix: move the file into the context, or make a folder above both of them the context.',
    ]);
  });

  test.each(['Dockerfile', './Dockerfile', 'docker/api.Dockerfile', 'a/../Dockerfile'])('%j is fine', (value) => {
    expect(dockerfile(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['docker/', 'is a folder', 'write "docker/Dockerfile".'],
    ['.', 'is a folder', 'write "./Dockerfile".'],
    ['/etc/Dockerfile', 'is a place of this machine', 'write it relative to the project.'],
    ['C:\\Dockerfile', 'is a place of this machine', 'write it relative to the project.'],
    ['docker\\Dockerfile', 'holds a backslash, which is part of a name on most systems', 'write "docker/Dockerfile".'],
    [
      'https://x/Dockerfile',
      'is an address, and what lies there can change',
      'clone it into the project, and write the folder.',
    ],
    ['~/Dockerfile', 'starts with "~", which only a shell knows', 'write a folder inside the project.'],
    [null, 'is not a string', 'write a string, such as "Dockerfile".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(dockerfile(value)).toMatchObject([{ wrong, fix }]);
  });
});
