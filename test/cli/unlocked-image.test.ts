import { unlockedImage } from '../../lib/cli/unlocked-image';

const fixes = {
  push: 'push it first; or mend its name or its tag',
  login: 'log in as somebody who may pull it: docker login r.example.com; or mend its name',
  reach: 'let this machine reach r.example.com; or mend the name',
  again: 'once that is mended, the same again',
};

/** What buildx 0.29 says, and what Docker 28 says of a pull. */
const answers: readonly (readonly [string, keyof typeof fixes])[] = [
  ['not found', 'push'],
  ['manifest for r.example.com/api:1 not found: manifest unknown: manifest unknown', 'push'],
  [
    'pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    'login',
  ],
  ['Head "https://r.example.com/v2/api/manifests/1": no basic auth credentials', 'login'],
  ['unexpected status from HEAD request to https://r.example.com/v2/api/manifests/1: 403 Forbidden', 'login'],
  ['denied', 'login'],
  ['failed to do request: Head "https://r.example.com/v2/": dial tcp: lookup r.example.com: no such host', 'reach'],
  ['Get "https://r.example.com/v2/": dial tcp 192.0.2.1:443: connect: connection refused', 'reach'],
  ['no answer within 60 s', 'reach'],
  ['received unexpected HTTP status: 503 Service Unavailable', 'again'],
  ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'again'],
];

test.each(answers)('%s', (answer, fix) => {
  expect(unlockedImage('r.example.com/api:1', answer)).toBe(`r.example.com/api:1: ${answer}.\n  Fix: ${fixes[fix]}.`);
});

test('Docker Hub is logged in to without its name', () => {
  expect(unlockedImage('acme/api:1', 'denied')).toContain(': docker login; or');
  expect(unlockedImage('acme/api:1', 'connection refused')).toContain('reach Docker Hub; or');
});
