import { digestOf } from '../../lib/laptop/digest';
import { withDocker } from './with-docker';

const image = 'registry.example.com/api:1';
const [index, platform] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);

const asked = (script: string) => withDocker(script, () => digestOf(image));

const withoutBuildx = `[ "$1" = buildx ] && { echo 'docker: unknown command: docker buildx' >&2; exit 1; }`;

test("of an image for several platforms the index's own digest is taken", async () => {
  const manifest = {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    digest: index,
    manifests: [{ digest: platform }],
  };
  expect(await asked(`[ "$2" = version ] || echo '${JSON.stringify(manifest, undefined, 2)}'`)).toEqual({
    digest: index,
  });
});

test('without buildx it is pulled, and what docker says of this very pull counts', async () => {
  const script = `${withoutBuildx}
    [ "$1" = pull ] && printf '1: Pulling from api\\nDigest: ${index}\\nStatus: Image is up to date\\n'
    [ "$1" = image ] && echo '["registry.example.com/other@${platform}","registry.example.com/api@${platform}"]'
    exit 0`;
  expect(await asked(script)).toEqual({ digest: index });
});

test.each([
  ['ERROR: registry.example.com/api:1: not found', 'not found'],
  ['WARNING: old\nError response from daemon: denied', 'denied'],
  ['', 'docker said nothing'],
])('a docker that says %j has said why', async (said, failure) => {
  const failing = `printf '${said.replaceAll('\n', '\\n')}' >&2; exit 1`;
  expect(await asked(`[ "$2" = version ] && exit 0\n${failing}`)).toEqual({ failure });
  expect(await asked(`${withoutBuildx}\n${failing}`)).toEqual({ failure });
});

test('an answer without a digest is none, and neither is no docker at all', async () => {
  expect(await asked('[ "$2" = version ] || echo null')).toEqual({ failure: 'docker named no digest' });
  expect(await withDocker(undefined, () => digestOf(image))).toEqual({ failure: 'there is no docker on this machine' });
});
