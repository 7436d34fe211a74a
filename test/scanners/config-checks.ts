import { type Check, containersOf, type Json, ofKind, ofPods, templateOf } from './asks';

const sensitiveName = /password|token|bearer|secret|^AZURE_.+KEY$|^OCI_CLI_KEY_CONTENT$/i;
const credentialName = /secret|key|password|pwd|token|jwt|bearer|credential/i;
const valuesLikeSecrets =
  /(password|pass|pword|passphrase|passwrd|passwd|secret|secretkey|aws_access_key_id|pswrd|token|pwd)\s*[=:](?!\s*$)/i;
const keysLikeSecrets = /pass|pword|pswrd|secret|aws_access_key_id|token|pwd/i;
const sensitiveText = /(username|email|key|phone|iban)\s*[=:]|SHA1|MD5|[\w.-]+@([a-z0-9-]+\.)+[a-z]{2,4}/i;
const sensitiveKey = /username|email|key|phone|SHA1|MD5|iban/i;
const allCapitals = /^[A-Z0-9<]{3,20}$/;

/** Of variables and files that look like secrets, by the scanners’ own patterns. */
export const configChecks: readonly Check[] = [
  ofPods('KSV-0028 0023, polaris hostPathSet, kube-linter sensitive-host-mounts, C-0045 C-0048', ({ volumes = [] }) =>
    volumes.every((volume: Json) =>
      ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'].some(
        (kind) => volume[kind],
      ),
    ),
  ),
  {
    ids: 'polaris sensitiveContainerEnvVar, kube-linter env-var-secret',
    found: (object) =>
      literalsOf(object)
        .filter(({ name }) => sensitiveName.test(name))
        .map(({ name }) => name),
  },
  {
    ids: 'C-0012, of variables',
    found: (object) =>
      literalsOf(object)
        .filter(({ name, value }) => credentialName.test(name) && value && !value.startsWith('/'))
        .map(({ name }) => name),
  },
  ofKind('ConfigMap', 'polaris sensitiveConfigmapContent', ({ data }) =>
    Object.entries(data).every(
      ([key, value]) => !sensitiveName.test(key) && !/-BEGIN\s+.*PRIVATE KEY-/.test(String(value)),
    ),
  ),
  ofKind('ConfigMap', 'KSV-0109', ({ data }) =>
    Object.entries(data).every(
      ([key, value]) =>
        !keysLikeSecrets.test(key) &&
        !String(value)
          .split('\n')
          .some((line) => valuesLikeSecrets.test(line)),
    ),
  ),
  ofKind('ConfigMap', 'KSV-01010', ({ data }) =>
    Object.entries(data).every(
      ([key, value]) =>
        !sensitiveKey.test(key) && !sensitiveText.test(String(value)) && !allCapitals.test(String(value)),
    ),
  ),
  ofKind('ConfigMap', 'C-0012, of files', ({ data }) =>
    Object.entries(data).every(
      ([key, value]) =>
        !credentialName.test(key) && !/PRIVATE KEY|eyJhbGciO|JWT|Bearer|_key_|_secret_/.test(String(value)),
    ),
  ),
];

function literalsOf(object: Json): readonly { readonly name: string; readonly value: string }[] {
  const spec = templateOf(object)?.spec;
  return spec ? containersOf(spec).flatMap(({ env = [] }) => env.filter(({ value }: Json) => value !== undefined)) : [];
}
