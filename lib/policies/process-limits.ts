import type { Problem } from '../checks/problem';
import type { Text } from '../workloads/text';
import type { Container, Workload } from '../workloads/workload';
import type { Fault } from './fault';

/** Variables and arguments with which no process starts on Linux: neither in a cluster nor on a laptop. */
export function tooMuchToStart({ construct, pod }: Workload): readonly Problem[] {
  return [...pod.initContainers, ...pod.containers]
    .flatMap((container) => faultsOf(container))
    .map((fault) => ({ construct, ...fault }));
}

/** Linux' MAX_ARG_STRLEN, less the NUL at the end, and a quarter of the usual stack: see execve(2). */
const mostOfOne = 128 * 1024 - 1;
const mostOfAll = 2 * 1024 * 1024;

function faultsOf(container: Container): readonly Fault[] {
  const texts = textsOf(container);
  const long = texts.filter(({ bytes }) => bytes > mostOfOne);
  if (long.length > 0) return long.map(({ prop, bytes }) => beyond(container, prop, bytes, mostOfOne));
  const all = texts.reduce((sum, { bytes }) => sum + bytes + 1, 0);
  return all > mostOfAll ? [beyond(container, 'env', all, mostOfAll)] : [];
}

interface Given {
  readonly prop: string;
  readonly bytes: number;
}

function textsOf({ env, command = [], args = [] }: Container): readonly Given[] {
  return [
    ...env.map(({ name, value }) => ({ prop: `env.${name}`, bytes: name.length + 1 + bytesOf(value) })),
    ...command.map((text, index) => ({ prop: `command[${index}]`, bytes: bytesOf(text) })),
    ...args.map((text, index) => ({ prop: `args[${index}]`, bytes: bytesOf(text) })),
  ];
}

/** Of a secret nobody here knows how long it is. */
function bytesOf(text: Text): number {
  return text.reduce((sum, piece) => sum + (typeof piece === 'string' ? Buffer.byteLength(piece) : 0), 0);
}

function beyond({ name }: Container, prop: string, bytes: number, most: number): Fault {
  return {
    prop,
    wrong: `gives the container ${name} ${bytes} bytes, more than the ${most} with which Linux starts a process`,
    expected: `at most ${most} bytes.`,
    fix: 'put it in a file, and write the path.',
  };
}
