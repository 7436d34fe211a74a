import { docker } from '../../lib/laptop/docker';
import { dockerFacts } from '../../lib/laptop/engine';
import { gather } from '../../lib/laptop/gather';
import { withDocker } from './with-docker';

test('a laptop without Docker is known by it, and all else that can be asked is asked', async () => {
  expect(await withDocker(undefined, dockerFacts)).toEqual({ installed: false });
  expect(await withDocker(undefined, gather)).toMatchObject({
    docker: { installed: false },
    files: { missing: [] },
    services: [],
    images: {},
  });
});

test('an engine that does not answer leaves what the client says last', async () => {
  const script = `
    if [ "$1" = compose ]; then echo 2.40.3; exit 0; fi
    echo; echo 'context: desktop-linux' >&2; echo 'Cannot connect to the Docker daemon. Is it running?' >&2; exit 1`;
  expect(await withDocker(script, dockerFacts)).toEqual({
    installed: true,
    compose: '2.40.3',
    complaint: 'Cannot connect to the Docker daemon. Is it running?',
  });
});

test('a client without the plug-in of Compose has no version of it', async () => {
  const script = `[ "$1" = compose ] && { echo "docker: 'compose' is not a docker command." >&2; exit 1; }; echo 28.5.2`;
  expect(await withDocker(script, dockerFacts)).toEqual({ installed: true, engine: '28.5.2' });
});

test('a client that does not end is stopped, and that is what it said last', async () => {
  const script = 'echo waiting >&2; exec /bin/sleep 60';
  expect(await withDocker(script, () => docker(['pull'], { seconds: 0.2 }))).toMatchObject({
    code: 1,
    stderr: 'waiting\n\nno answer within 0.2 s',
  });
});
