import { within } from '../../lib/checks/finding';
import { image } from '../../lib/checks/image';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('image', () => {
  test('nginx: the whole message', () => {
    expect(within('image', image('nginx')).map(said)).toEqual([
      'orders/api · image: has no tag, got "nginx". Expected an image with a tag or a digest, such as ghcr.io/acme/orders-api:1.2.3. Fix: write "nginx:<version>" with the version that you have tested.',
    ]);
  });

  test.each([
    'nginx:1.27',
    'ghcr.io/acme/orders-api:1.2.3',
    'registry:5000/app:1',
    'localhost:5000/app:1',
    '[::1]:5000/app:1',
    'nginx:stable',
    'app:v1_a.b-c',
    'a__b/c--d:1',
    `nginx@sha256:${'a'.repeat(64)}`,
    `nginx:1.27@sha256:${'a'.repeat(64)}`,
    `app@sha512:${'b'.repeat(128)}`,
  ])('%j is fine', (value) => {
    expect(image(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['', 'is empty', 'write one, such as "ghcr.io/acme/orders-api:1.2.3".'],
    ['   ', 'is nothing but white space', 'write one, such as "ghcr.io/acme/orders-api:1.2.3".'],
    [
      'nginx:latest',
      'has the tag latest, which is another image every few days',
      'write "nginx:<version>" with the version that you have tested.',
    ],
    [
      'nginx:LATEST',
      'has the tag latest, which is another image every few days',
      'write "nginx:<version>" with the version that you have tested.',
    ],
    [
      `nginx:latest@sha256:${'a'.repeat(64)}`,
      'has the tag latest, which is another image every few days',
      'write "nginx:<version>@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" with the version that you have tested.',
    ],
    ['nginx:', 'has an empty tag', 'write "nginx:<version>" with the version that you have tested.'],
    [
      `nginx:@sha256:${'a'.repeat(64)}`,
      'has an empty tag',
      'write "nginx:<version>@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" with the version that you have tested.',
    ],
    ['registry:5000/app', 'has no tag', 'write "registry:5000/app:<version>" with the version that you have tested.'],
    ['Nginx:1', 'has capital letters in its name', 'write "nginx:1".'],
    ['ghcr.io/Acme/app:1', 'has capital letters in its name', 'write "ghcr.io/acme/app:1".'],
    ['GHCR.io/acme/app:1', 'has capital letters in its name', 'write "ghcr.io/acme/app:1".'],
    ['http://registry/app:1', 'has a scheme, and an image is no URL', 'write "registry/app:1".'],
    ['docker://nginx:1', 'has a scheme, and an image is no URL', 'write "nginx:1".'],
    [' nginx:1', 'has white space around it', 'write "nginx:1".'],
    ['nginx:1\n', 'has white space around it', 'write "nginx:1".'],
    ['ng inx:1', 'holds a space', 'write "nginx:1".'],
    ['nginx\u200b:1', 'holds a character that cannot be seen', 'write "nginx:1".'],
    ['a'.repeat(64), 'is a digest without the name of an image', 'write <name>@sha256:<digest>.'],
    [`sha256:${'a'.repeat(64)}`, 'is a digest without the name of an image', 'write <name>@sha256:<digest>.'],
    [
      '${IMAGE}',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
    [
      'app:${TAG}',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
    ['{{ .Values.image }}', 'is a template that nothing fills in', 'put the value there.'],
    ['app:$(TAG)', 'is a template that nothing fills in', 'put the value there.'],
    [
      'app:1.0+build',
      'has a tag with other characters than letters, digits, ".", "_" and "-"',
      'write "app:1.0_build".',
    ],
    ['app:-1', 'has a tag with other characters than letters, digits, ".", "_" and "-"', 'write "app:1".'],
    [`app:${'x'.repeat(129)}`, 'has a tag of 129 characters', 'write a tag of at most 128 characters.'],
    ['Nginx:1:2', 'has capital letters in its name', 'write "nginx:1".'],
    [':1', 'has a tag and no name', 'write the name of the image before the tag.'],
    ['registry:70000/app:1', 'has a registry with a port above 65535', 'correct the port.'],
    [`${'x'.repeat(300)}:1`, 'has a name of more than 255 characters', 'write a shorter one.'],
    ['x'.repeat(5000), 'has 5000 characters', 'write one, such as "ghcr.io/acme/orders-api:1.2.3".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(image(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>([
    'nginx@sha256:abc',
    `nginx@sha256:${'A'.repeat(64)}`,
    `nginx@sha1:${'a'.repeat(40)}`,
    'nginx@',
    `nginx:1@sha256:${'a'.repeat(64)}@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`,
  ])('%j has a digest that is not whole', (value) => {
    const fix = 'write the digest as the registry shows it: @sha256: and 64 lower-case hexadecimal digits.';
    expect(image(value)).toMatchObject([{ wrong: 'has a digest that is not whole', fix }]);
  });

  test.each<unknown>(['a//b:1', '/a:1', 'a/:1', 'a..b:1', 'a___b:1', '-a:1', 'appа:1'])(
    '%j has a name that no registry takes',
    (value) => {
      const fix =
        'write parts of lower-case letters and digits, joined by "/", and within a part by ".", "_", "__" or "-".';
      expect(image(value)).toMatchObject([{ wrong: 'has a name that no registry takes', fix }]);
    },
  );

  test.each<unknown>([undefined, null, 1, true, {}, [[]]])('%j is not a string', (value) => {
    const fix = 'write a string, such as "ghcr.io/acme/orders-api:1.2.3".';
    expect(image(value)).toMatchObject([{ wrong: 'is not a string', fix }]);
  });
});
