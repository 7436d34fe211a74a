/** Files for a container, by their paths in it: text, or a file of the project. */
export type Config = Readonly<Record<string, string | ConfigFile>>;

/** A file of the project, as it is when the app is synthesized. */
export class ConfigFile {
  /**
   * @param path relative to the folder of `cdk8s.yaml`, such as `./config/logging.ini`
   */
  static fromPath(path: string): ConfigFile {
    return new ConfigFile(path);
  }

  private constructor(readonly path: string) {}
}

/**
 * Keys of a ConfigMap for paths, in their order: the name of the file, or else, where another has it or a scanner takes
 * it for that of a secret, the whole path or a number.
 */
export function configKeys(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path, index) => {
    const names = [path.split('/').at(-1) ?? '', path.slice(1).replaceAll('/', '.')].map(plain);
    const key = names.find((name) => fits(name) && !taken.has(name)) ?? `file-${index + 1}`;
    taken.add(key);
    return key;
  });
}

function plain(name: string): string {
  return name.replace(/[^\w.-]+/g, '_');
}

/** As the API server takes it and cdk8s writes it; `file-1` is a number's. */
function fits(name: string): boolean {
  return name.length <= 253 && !/^\.\.|^\.$|^file-\d+$|^__proto__$|^constructor$/.test(name) && !suspect.test(name);
}

/** What Trivy (KSV-0109, KSV-01010), Polaris and Kubescape look for in the keys of ConfigMaps. */
const suspect = /pass|pwd|token|secret|bearer|key|jwt|credential|email|username|phone|md5|sha1/i;
