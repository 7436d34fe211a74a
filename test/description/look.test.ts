import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../synthesis';
import { filesIn, filesScript } from './files';
import { limitsIn } from './limits';
import { descriptionIn } from './look';
import { namesIn } from './names';

const hex = (text: string) => Buffer.from(text).toString('hex');

const said = `
== status
Uid:\t10001\t10001\t10001\t10001
Groups:\t3000 2000 3000
Umask:\t0022
== command
${hex('sh\0-c\0echo "$A"\n\0')}
== environment
${hex('PATH=/bin\0HOSTNAME=abc-1\0URL=a=b\nc\0KUBERNETES_PORT=1\0')}
== folder
${hex('/srv\n')}
== mounts
1 0 0:1 / / ro,relatime - overlay overlay rw
2 1 0:2 / /proc rw - proc proc rw
3 1 0:3 / /dev/shm rw - tmpfs shm rw,size=65536k
4 1 0:4 / /tmp rw,nosuid,nodev - tmpfs tmpfs rw,size=2m
5 1 0:5 /x /my\\040data rw - ext4 /dev/vda rw
6 1 0:6 / /etc/app/a.toml ro - ext4 /dev/vda rw
7 1 0:7 / /cache rw - ext4 /dev/vda rw
8 1 0:8 / /run/db rw - ext4 /dev/vda rw
== hosts
127.0.0.1 localhost
fe00:: ip6-localnet
10.0.0.7 abc-1.db.orders abc-1
192.0.2.7 printer # by hostAliases
== hostname
abc-1
== root
no
== places
0:2000 3777 yes ${hex('/tmp\n')}
0:0 755 no ${hex('/my data\n')}
0:0 4755 no ${hex('/run/db\n')}
0:0 755 no ${hex('/etc/app\n')}
== limits
memory.limit_in_bytes 67108864
memory.memsw.limit_in_bytes 67108864
cpu.cfs_quota_us 50000
cpu.cfs_period_us 100000
cpu.shares 204
pids.max max
`;

const places = { volumes: ['/tmp', '/my data', '/var/run/db'], folders: ['/etc/app'] };
const own = { names: ['abc-1'], variables: [/^KUBERNETES_/] };

test('what the kernel says of a container, in words', () => {
  expect(descriptionIn(said, places, own)).toMatchObject({
    'process: user': '10001',
    'process: groups': '2000 3000',
    'process: umask': '0022',
    'process: command': JSON.stringify(['sh', '-c', 'echo "$A"\n']),
    'process: folder': '/srv',
    'host: name': '(its own)',
    'host (its own).db.orders': '(its own)',
    'host (its own)': '(its own)',
    'host printer': '192.0.2.7',
    'root: writable': 'no',
    'limit: processors': '0.5',
  });
});

test('variables have any value, and those that the target gives by itself are none of the container’s', () => {
  const variables = Object.entries(descriptionIn(said, places, own)).filter(([aspect]) =>
    aspect.startsWith('variable'),
  );
  expect(Object.fromEntries(variables)).toEqual({
    'variable PATH': '/bin',
    'variable HOSTNAME': '(its own)',
    'variable URL': 'a=b\nc',
  });
});

test('mounts are those of the manifests, behind links too, and whatever else is mounted beside what every container has', () => {
  const mounts = Object.entries(descriptionIn(said, places, own)).filter(([aspect]) => /mount|folder \//.test(aspect));
  expect(Object.fromEntries(mounts)).toEqual({
    'mount /tmp: owner': '0:2000',
    'mount /tmp: mode': '3777',
    'mount /tmp: writable': 'yes',
    'mount /tmp: kind': 'memory',
    'mount /tmp: size': '2097152',
    'mount /tmp: without': 'nosuid nodev',
    'mount /my data: owner': '0:0',
    'mount /my data: mode': '755',
    'mount /my data: writable': 'no',
    'mount /my data: kind': 'disk',
    'mount /my data: without': '',
    'mount /var/run/db: owner': '0:0',
    'mount /var/run/db: mode': '4755',
    'mount /var/run/db: writable': 'no',
    'mount /var/run/db: kind': 'disk',
    'mount /var/run/db: without': '',
    'folder /etc/app: writable': 'no',
    'mount /dev/shm: size': '67108864',
    'unasked mount /cache: kind': 'disk',
  });
});

test('a container that does not say everything is not described', () => {
  expect(() => descriptionIn(said.replace('== limits', '== others'), places, own)).toThrow(
    'said nothing of its limits',
  );
});

test('limits are the same words under both versions of control groups', () => {
  const second = 'memory.max 67108864\nmemory.swap.max 0\ncpu.max 50000 100000\ncpu.weight 8\npids.max max\n';
  const first = said.split('== limits\n')[1] ?? '';
  const { 'share of processors': shares, ...others } = limitsIn(first);
  expect(limitsIn(second)).toEqual({ ...others, 'share of processors': 'weight 8' });
  expect(shares).toBe('204');
  expect(limitsIn('memory.max max\nmemory.swap.max max\ncpu.max max 100000\n')).toMatchObject({
    memory: 'none',
    'memory and swap': 'none',
    processors: 'none',
  });
});

test('files are found under the links of a kubelet, with any name, and its own folders are not', () => {
  const files = inFolder((folder) => {
    mkdirSync(join(folder, '..2026'));
    writeFileSync(join(folder, '..2026', 'it’s $1\n"x"'), 'hello\n', { mode: 0o640 });
    chmodSync(join(folder, '..2026', 'it’s $1\n"x"'), 0o640);
    symlinkSync('..2026', join(folder, '..data'));
    symlinkSync('..data/it’s $1\n"x"', join(folder, 'it’s $1\n"x"'));
    const found = execFileSync('sh', ['-c', filesScript, 'sh', folder], { encoding: 'utf8' });
    return Object.entries(filesIn(found)).map(([aspect, value]) => [aspect.replace(folder, ''), value]);
  });
  expect(Object.fromEntries(files)).toMatchObject({
    'file /it’s $1\n"x": content': '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
    'file /it’s $1\n"x": mode': '640',
  });
  expect(files).toHaveLength(4);
});

test('a name leads to the workload that has its address, if a door is open there', () => {
  const lines = 'mongo 27017 10.0.0.7 open\napi 80 10.0.0.8 closed\nx 80 none closed\ny 80 10.0.0.9 open\n';
  expect(namesIn(lines, (address) => (address === '10.0.0.7' ? 'orders/mongo' : undefined))).toEqual({
    'name mongo:27017': 'orders/mongo',
    'name api:80': 'nobody',
    'name x:80': 'nobody',
    'name y:80': 'a stranger at 10.0.0.9',
  });
});
