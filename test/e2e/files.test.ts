import { filesAndSecrets } from '../zoo/runnable/files-and-secrets';
import { composeTarget } from './compose/target';
import { type Synthesis, synthesisOf, synthesizedAgain } from './definition';
import { eventually } from './eventually';
import { kubernetesTarget } from './kubernetes/target';
import { selected } from './selected';
import type { Target } from './target';

const targetOn = { compose: composeTarget, kubernetes: kubernetesTarget };
const secrets = { 'stripe/api-key': 'sk-$1 "two"', 'smtp/password': 'three' };

describe.each(selected())('files of a workload on %s', (name) => {
  let synthesis: Synthesis;
  let target: Target;
  let started = false;
  beforeAll(() => {
    synthesis = synthesisOf({ title: 'files', define: (app) => filesAndSecrets(app), secrets });
    target = targetOn[name](synthesis);
  });
  afterAll(async () => {
    await target.sweep();
    synthesis.remove();
  });

  const sh = (service: string, script: string) => {
    const unit = synthesis.units.find((one) => one.service === service);
    if (!started || !unit) throw new Error(`not asked: ${service} does not run`);
    return target.inside(unit, (container) => container.sh(script));
  };
  const answer = `python -c 'import urllib.request as u; print(end=u.urlopen("http://127.0.0.1:8000/greeting.txt").read().decode())'`;

  test('it starts: it is ready when it answers from a file of its config', async () => {
    await target.start();
    started = true;
    expect(await sh('api', answer)).toBe('hello\n');
  });

  test('each lies at its very path, as it was given, beside what the image has there', async () => {
    expect(await sh('api', 'cat "/etc/api/nested/\\$odd.ini"; cat /etc/motd')).toBe('a=$HOME ${b}\r\né');
    expect(await sh('api', 'test -s /etc/passwd && test -s /etc/ssl/openssl.cnf && echo there')).toBe('there\n');
    expect(await sh('load', 'cat /etc/load.ini; grep -c root /etc/passwd')).toBe('a=1\n1\n');
  });

  test('secrets are files that the process reads, and no others lie beside them', async () => {
    expect(await sh('api', 'cat /run/secrets/stripe; echo; cat /run/secrets/smtp/password')).toBe('sk-$1 "two"\nthree');
    expect(await sh('load', 'cat /run/secrets/stripe')).toBe('sk-$1 "two"');
    expect(await sh('api', 'ls /run/secrets /run/secrets/smtp')).toBe(
      '/run/secrets:\nsmtp\nstripe\n\n/run/secrets/smtp:\npassword\n',
    );
  });

  test('nobody writes to them', async () => {
    for (const path of ['/etc/api/greeting.txt', '/etc/api/new', '/run/secrets/stripe', '/run/secrets/new']) {
      expect(await sh('api', `echo 1 2>/dev/null >${path} || echo closed`)).toBe('closed\n');
    }
  });

  test('another content makes the containers anew, and they answer with it', async () => {
    const life = 'cat /proc/1/stat | cut -d " " -f 22; hostname';
    const before = await sh('api', life);
    synthesizedAgain(synthesis, (app) => filesAndSecrets(app, 'good evening\n'));
    await target.apply();
    await eventually(async () => expect(await sh('api', answer)).toBe('good evening\n'), 120);
    expect(await sh('api', life)).not.toBe(before);
  });

  test('the same content leaves them alone', async () => {
    const life = 'cat /proc/1/stat | cut -d " " -f 22; hostname';
    const before = await sh('api', life);
    await target.apply();
    expect(await sh('api', life)).toBe(before);
  });
});
