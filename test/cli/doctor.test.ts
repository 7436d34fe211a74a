import { report } from '../../lib/cli/doctor';

const finding = { what: 'port 80 is in use', fix: 'end what holds it.' };

test('where nothing is found, one line says so, behind what is to be noted', () => {
  const well = 'tandem: nothing here keeps the project from running\n';
  expect(report({ findings: [], notes: [] })).toEqual({ code: 0, stdout: well });
  const note = { what: 'a:1 is not on this laptop', fix: 'docker compose pull a' };
  expect(report({ findings: [], notes: [note] })).toEqual({
    code: 0,
    stdout: `Note: a:1 is not on this laptop: docker compose pull a\n${well}`,
  });
});

test('what is found is an error, each with its fix', () => {
  const said = { what: 'no engine answers: is it running?', fix: 'start it.' };
  expect(report({ findings: [finding, said], notes: [] })).toEqual({
    code: 1,
    stderr: 'port 80 is in use.\n  Fix: end what holds it.\nno engine answers: is it running?\n  Fix: start it.\n',
  });
});
