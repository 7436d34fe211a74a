# What a container's first process is and what it finds, as the kernel says it. The arguments are places where something
# is mounted. What may hold any character is written in hexadecimal.
section() { printf '\n== %s\n' "$1"; }
hex() { od -An -v -tx1 | tr -d ' \n'; }

# A mode says little of a read-only mount, and of root: so it is tried.
writable() {
  if [ -d "$1" ]; then
    if (: >"$1/.written") 2>/dev/null; then rm "$1/.written" && echo yes; else echo no; fi
  else
    if (: >>"$1") 2>/dev/null; then echo yes; else echo no; fi
  fi
}

section status
cat /proc/1/status
section command
hex </proc/1/cmdline
section environment
hex </proc/1/environ
section folder
readlink /proc/1/cwd | hex
section mounts
cat /proc/1/mountinfo
section hosts
cat /etc/hosts
section hostname
cat /proc/sys/kernel/hostname
section root
writable /
section places
for place; do
  printf '%s %s %s\n' "$(stat -c '%u:%g %a' "$place")" "$(writable "$place")" "$(readlink -f "$place" | hex)"
done
section limits
cd /sys/fs/cgroup || exit
for file in \
  memory.max memory.swap.max cpu.max cpu.weight pids.max \
  memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes \
  cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us cpu/cpu.shares pids/pids.max; do
  if [ -f "$file" ]; then printf '%s %s\n' "${file##*/}" "$(cat "$file")"; fi
done
