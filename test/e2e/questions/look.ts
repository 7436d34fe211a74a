/** What the kernel says of a container's main process. */
const status = ['Uid', 'Gid', 'Groups', 'CapEff', 'CapBnd', 'NoNewPrivs', 'Seccomp'];

const token = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Where cgroup v2 says it, and where v1 does. */
const memory = ['memory.max', 'memory/memory.limit_in_bytes'];
const cpu = ['cpu.max', 'cpu/cpu.cfs_quota_us', 'cpu/cpu.cfs_period_us'];

/** Looks at a container from inside: who it is, what it may do, and its limits. */
export async function look(sh: (script: string) => Promise<string>, scratch: string): Promise<unknown> {
  const said = await sh(`
    grep -E '^(${status.join('|')}):' /proc/1/status
    sed -n 's|^[^ ]* / [^ ]* \\(r[ow]\\),.*|Root: \\1|p' /proc/1/mounts
    if (: >${scratch}/written) 2>/dev/null; then echo 'Scratch: rw'; else echo 'Scratch: ro'; fi
    if [ -e ${token} ]; then echo 'Token: yes'; else echo 'Token: no'; fi
    cd /sys/fs/cgroup
    echo Memory: $(cat ${memory.join(' ')} 2>/dev/null)
    echo Cpu: $(cat ${cpu.join(' ')} 2>/dev/null)`);
  const found = Object.fromEntries(said.trim().split('\n').map(keyAndValue));
  const [quota, period] = found.Cpu?.split(' ').map(Number) ?? [];
  return { ...found, Memory: Number(found.Memory), Cpu: Number(quota) / Number(period) };
}

function keyAndValue(line: string): readonly [string, string] {
  const [key = '', value = ''] = line.split(':');
  return [key, value.trim().replace(/\s+/g, ' ')];
}
