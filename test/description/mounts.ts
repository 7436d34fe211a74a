import { aspects, type Description, textOfHex } from './description';

interface Mounted {
  readonly at: string;
  readonly options: readonly string[];
  readonly type: string;
  readonly superOptions: string;
}

/** Where the manifests mount something: volumes, and folders of a ConfigMap's or Secret's files. */
export interface Places {
  readonly volumes: readonly string[];
  readonly folders: readonly string[];
}

/** Made by both targets in every container, whatever the manifests say. */
const always =
  /^\/(proc|sys|dev|dev\/(pts|mqueue|termination-log)|etc\/(hosts|hostname|resolv\.conf))?$|^\/(proc|sys)\//;

/** What is mounted where the manifests say so, what a place is like, and what is mounted that they do not ask for. */
export function mountsIn(mountinfo: string, said: string, { volumes, folders }: Places): Description {
  const mounted = mountinfo.trim().split('\n').map(mountedIn);
  const places = said.trim().split('\n').map(placeIn);
  const shared = mounted.filter(({ at }) => at === '/dev/shm');
  const unasked = mounted.filter(
    ({ at }) => !always.test(at) && at !== '/dev/shm' && !places.some((place) => isWithin(at, place.at)),
  );
  return Object.assign(
    {},
    ...volumes.map((path, index) => mountAt(path, places[index], mounted)),
    // Its files are described one by one.
    ...folders.map((path, index) => ({ [`folder ${path}: writable`]: places[volumes.length + index]?.writable })),
    ...shared.map((mount) => ({ 'mount /dev/shm: size': sizeOf(mount) })),
    ...unasked.map((mount) => ({ [`unasked mount ${mount.at}: kind`]: kindOf(mount) })),
  );
}

interface Place {
  readonly owner: string;
  readonly mode: string;
  readonly writable: string;
  /** Where links lead to. */
  readonly at: string;
}

function placeIn(line: string): Place {
  const [owner = '', mode = '', writable = '', at = ''] = line.split(' ');
  return { owner, mode, writable, at: textOfHex(at).replace(/\n$/, '') };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function mountedIn(line: string): Mounted {
  const [mount = '', source = ''] = line.split(' - ');
  const fields = mount.split(' ');
  const [type = '', , superOptions = ''] = source.split(' ');
  return { at: unescaped(fields[4] ?? ''), options: (fields[5] ?? '').split(','), type, superOptions };
}

/** The kernel writes blanks and backslashes as octal numbers. */
function unescaped(path: string): string {
  const bytes = path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
  return path === bytes ? path : Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Of two mounts at one place the later one is seen. */
function mountAt(path: string, place: Place | undefined, mounted: readonly Mounted[]): Description {
  if (!place) throw new Error(`the container said nothing of ${path}`);
  const { at, ...seen } = place;
  const mount = mounted.filter((other) => other.at === at).at(-1);
  return aspects(`mount ${path}`, {
    ...seen,
    kind: mount ? kindOf(mount) : 'none',
    ...(mount?.type === 'tmpfs' && { size: sizeOf(mount) }),
    ...(mount && {
      without: ['noexec', 'nosuid', 'nodev'].filter((option) => mount.options.includes(option)).join(' '),
    }),
  });
}

function kindOf({ type }: Mounted): string {
  return type === 'tmpfs' ? 'memory' : 'disk';
}

function sizeOf({ superOptions }: Mounted): string {
  const [, number, unit = ''] = /(?:^|,)size=(\d+)([kmg]?)/.exec(superOptions) ?? [];
  return number === undefined ? 'no limit' : String(Number(number) * (factors[unit] ?? 1));
}

const factors: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
