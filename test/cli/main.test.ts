import { main } from '../../lib/cli/main';
import { version } from '../../package.json';

test('without a command the usage is printed, which is an error unless it was asked for', async () => {
  const usage = expect.stringContaining('Usage: tandem <command>, from the folder of cdk8s.yaml\n\n  check ');
  expect(await main(['--help'])).toEqual({ code: 0, stdout: usage });
  expect(await main([])).toEqual({ code: 2, stderr: usage });
});

test('--version prints the version of the package', async () => {
  expect(await main(['--version'])).toEqual({ code: 0, stdout: `${version}\n` });
});

test('--help of a command says what it does, and does not do it', async () => {
  expect(await main(['check', '--help'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^tandem check: fails when compose\.yaml .*\n$/),
  });
});

test.each([
  ['a misspelt command', ['chekc'], 'there is no command "chekc"; did you mean check?'],
  ['an unknown command', ['deploy'], 'there is no command "deploy"'],
  ['a misspelt option', ['check', '--hepl'], 'there is no option "--hepl"; did you mean --help?'],
  ['an unknown short option', ['-x'], 'there is no option "-x"'],
  ['a value of an option that takes none', ['--help=check'], '--help takes no value, got "check"'],
  ['a stray argument', ['check', 'compose.yaml'], 'check takes no arguments, got "compose.yaml"'],
  ['a name that every object has', ['constructor'], 'there is no command "constructor"'],
])('%s is refused with exit code 2, and with what to write instead', async (_, args, wrong) => {
  const { code, stderr = '', stdout } = await main(args);
  const [first, fix, ...rest] = stderr.split('\n');
  expect({ code, first, stdout, rest }).toEqual({ code: 2, first: `tandem: ${wrong}`, stdout: undefined, rest: [''] });
  expect(fix).toMatch(/^Fix: (npx tandem check|--help|--help, --update, --version: .*|check.*: .*)$/);
});
