type Tree = { [key: string]: unknown };

/** What one field needs beside it to be one at all; by the end of the path to the place where it is. */
const beside: readonly (readonly [end: RegExp, more: Tree])[] = [
  [/[cC]ontainers$/, { name: 'a', image: 'a:1' }],
  [/\.env$/, { name: 'A' }],
  [/\.ports$/, { containerPort: 80 }],
  [/\.volumeMounts$/, { name: 'v', mountPath: '/v' }],
  [/\.volumes$/, { name: 'v' }],
  [/(secretKeyRef|configMapKeyRef|secretRef|configMapRef|configMap|sources\.secret)$/, { name: 'a' }],
  [/(secretKeyRef|configMapKeyRef|(configMap|secret)\.items)$/, { key: 'a' }],
  [/items$/, { path: 'a' }],
  [/volumes\.secret$/, { secretName: 'a' }],
  [/fieldRef$/, { fieldPath: 'metadata.name' }],
  [/resourceFieldRef$/, { resource: 'limits.cpu' }],
  [/(httpGet|tcpSocket|grpc)$/, { port: 80 }],
  [/persistentVolumeClaim$/, { claimName: 'a' }],
  [/hostPath$/, { path: '/a' }],
  [/nfs$/, { server: 'a', path: '/a' }],
  [/hostAliases$/, { ip: '10.0.0.1' }],
  [/sysctls$/, { name: 'a', value: '1' }],
  [/(dnsConfig\.options|httpHeaders)$/, { name: 'a' }],
  [/serviceAccountToken$/, { path: 'a' }],
];

const numbers =
  /(port|Port|Seconds|Threshold|weight|runAsUser|runAsGroup|fsGroup|Groups|[mM]ode|maxSkew|minDomains|lun)$/;
const switches =
  /(readOnly|optional|privileged|Escalation|RootFilesystem|NonRoot|hostNetwork|hostPID|hostIPC|hostUsers|Namespace|Token|Links|stdin|tty|hostProcess|AsFQDN|chapAuth\w+)$/;
const words: readonly (readonly [end: RegExp, word: unknown])[] = [
  [/(requests|limits)\.(cpu|storage)$/, '1'],
  [/apiVersion$/, 'v1'],
  [/(sizeLimit|divisor)$/, '1'],
  [/(mountPath|hostPath\.path)$/, '/v'],
  [/fieldPath$/, 'metadata.name'],
  [/resource$/, 'limits.cpu'],
  [/env\.name$/, 'A'],
  [/volumes\.name$/, 'v'],
  [/volumeMounts\.name$/, 'v'],
  [/(seccomp|appArmor)Profile\.type$/, 'RuntimeDefault'],
  [/scheme$/, 'HTTPS'],
  [/protocol$/, 'UDP'],
  [/dnsPolicy$/, 'None'],
  [/restartPolicy$/, 'Always'],
  [/readOnly$/, true],
];

const listsOfTexts =
  /^(command|args|drop|add|values|hostnames|searches|nameservers|accessModes|monitors|targetWWNs|portals|namespaces|supplementalGroups)$/;

/** The template of a pod that says the field and no more than it must: `spec.containers[].ports[].hostPort`. */
export function aPodWith(path: string): Tree {
  const [keys = '', empty] = path.split(/(=null|\{\})$/);
  const volumeMounts = /^spec\.volumes\[\]./.test(path) ? { volumeMounts: [{ name: 'v', mountPath: '/v' }] } : {};
  const volumes = path.includes('volumeMounts') ? { volumes: [{ name: 'v', emptyDir: {} }] } : {};
  const spec: Tree = { containers: [{ name: 'a', image: 'a:1', ...volumeMounts }], ...volumes };
  const template: Tree = { metadata: {}, spec };
  put(template, keys.split('.'), '', sample(keys, empty));
  return template;
}

function sample(path: string, empty: string | undefined): unknown {
  if (empty === '=null') return null;
  if (empty === '{}') return {};
  const place = path.replaceAll('[]', '').replace(/\*$/, keyOf(path));
  const word = words.find(([end]) => end.test(place))?.[1];
  if (word !== undefined) return word;
  if (numbers.test(place)) return 1;
  return switches.test(place) ? true : 'a';
}

function keyOf(path: string): string {
  if (/(requests|limits)\.\*$/.test(path)) return path.includes('volumeClaimTemplate') ? 'storage' : 'cpu';
  return 'some';
}

function put(at: Tree, [first = '', ...rest]: readonly string[], parent: string, value: unknown): void {
  const isList = first.endsWith('[]');
  const key = first === '*' ? keyOf(`${parent}.*`) : first.replace('[]', '');
  const place = `${parent}.${key}`;
  if (rest.length === 0) {
    // A list of texts holds one; of others, strangers say that it is empty.
    at[key] = isList ? (listsOfTexts.test(key) ? [value] : []) : value;
    return;
  }
  const more = Object.assign({}, ...beside.filter(([end]) => end.test(place)).map(([, some]) => some));
  if (isList) {
    const [known] = (at[key] as Tree[] | undefined) ?? [];
    const item = { ...more, ...known };
    at[key] = [item];
    put(item, rest, place, value);
  } else {
    const map = { ...more, ...(at[key] as Tree | undefined) };
    at[key] = map;
    put(map, rest, place, value);
  }
}
