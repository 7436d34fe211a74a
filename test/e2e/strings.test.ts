import { textOfHex } from '../description/description';
import { kubernetesExpands } from '../workloads/expansion';
import { hostile } from '../zoo/strings/hostile';
import { folder, hostileStrings, keyOf, path, secret, variableOf } from '../zoo/strings/hostile-strings';
import { pairOf } from './pair';

// Every text arrives as it is: nothing between the definition and the process takes a part of it for its own.
const secrets = Object.fromEntries(hostile.map((text, index) => [`${secret}/${keyOf(index)}`, text]));
const pair = pairOf({ title: 'strings', define: hostileStrings, secrets });

/** What a process sees of a text in which a kubelet expands variables, by its own rules. */
const expanded = hostile.map((text) => kubernetesExpands(text, new Map([['A', 'first']])));
/** An editor leaves a newline at the end of a secret: it is none of its value. */
const kept = hostile.map((text) => text.replace(/\r?\n$/, ''));

/** A shell command that writes a file in hexadecimal. */
const hex = (file: string) => `od -An -v -tx1 ${file} | tr -d ' \\n'`;

test('a definition full of hostile texts starts on both', () => pair.start());

test.each([
  ['the words of a process', hex('/proc/1/cmdline'), expanded],
  ['the words of a health check', hex('/tmp/asked'), expanded],
])('%s are the same on both, and as the manifest has them', async (_, script, expected) => {
  const { compose, kubernetes } = await pair.ask('strings', ({ sh }) => sh(script));
  expect(wordsIn(compose).slice(-expected.length)).toEqual(expected);
  expect(wordsIn(kubernetes).slice(-expected.length)).toEqual(expected);
});

test.each([
  ['values', 'SAID', expanded],
  ['values of a ConfigMap', 'CONFIG', hostile],
  ['values of a Secret', 'SECRET', kept],
  ['annotations', 'NOTE', hostile],
])('%s are in variables the same on both, and as they were given', async (_, prefix, expected) => {
  const { compose, kubernetes } = await pair.ask('strings', ({ sh }) => sh(hex('/proc/1/environ')));
  expect(variablesIn(compose, prefix)).toEqual(expected);
  expect(variablesIn(kubernetes, prefix)).toEqual(expected);
});

test.each([
  ['ConfigMap', '/texts', hostile],
  ['Secret', '/secrets', kept],
])('the files of a %s are the same on both, and as they were given', async (_, mount, expected) => {
  const files = hostile.map((_, index) => `${mount}/${keyOf(index)}`);
  const { compose, kubernetes } = await pair.ask('strings', ({ sh }) =>
    sh(`for file; do ${hex('"$file"')}; echo; done`, ...files),
  );
  expect(linesIn(compose)).toEqual(expected);
  expect(linesIn(kubernetes)).toEqual(expected);
});

test('a folder and a file may have any name', async () => {
  const script = `readlink /proc/1/cwd | ${hex('')}; echo; ${hex('"$1"')}`;
  const { compose, kubernetes } = await pair.ask('strings', ({ sh }) => sh(script, `/named/${path}`));
  expect(linesIn(compose)).toEqual([`${folder}\n`, hostile[8]]);
  expect(linesIn(kubernetes)).toEqual([`${folder}\n`, hostile[8]]);
});

function wordsIn(said: string): readonly string[] {
  return textOfHex(said).split('\0').slice(0, -1);
}

function variablesIn(said: string, prefix: string): readonly (string | undefined)[] {
  const values = new Map(wordsIn(said).map((variable) => [variable.split('=', 1)[0], variable.replace(/^[^=]*=/, '')]));
  return hostile.map((_, index) => values.get(variableOf(prefix, index)));
}

function linesIn(said: string): readonly string[] {
  return said.replace(/\n$/, '').split('\n').map(textOfHex);
}
