import { Cpu } from 'cdk8s-plus-28';
import { cpu, cpuLimit } from '../../lib/checks/cpu';
import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('cpu', () => {
  test('500M: the whole message', () => {
    expect(within('cpu', cpu('500M')).map(said)).toEqual([
      'orders/api · cpu: means millions of cores, got "500M". Expected CPU in cores or milli-cores, such as "500m" or "1.5". Fix: write "500m".',
    ]);
  });

  test.each(['500m', '0.5', '2', '1e3', '500000u', '1m', { amount: '500m' }, Cpu.units(0.5)])('%j is fine', (value) => {
    expect(cpu(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    [0.5, 'is not a string', 'write a string, such as "0.5".'],
    ['1,5', 'is no amount of CPU', 'write "1.5".'],
    ['500 m', 'is no amount of CPU', 'write "500m".'],
    ['2 cores', 'is no amount of CPU', 'write "2".'],
    ['1.5 vCPU', 'is no amount of CPU', 'write "1.5".'],
    ['250 millicores', 'is no amount of CPU', 'write "250m".'],
    ['500mi', 'is no amount of CPU', 'write "500m".'],
    ['20000', 'is more than 10000 cores', 'write what it needs, such as "500m" for half a core.'],
    ['1Gi', 'is a size, as of memory', 'write cores or milli-cores, such as "500m", and the size as memory.'],
    ['512Mi', 'is a size, as of memory', 'write cores or milli-cores, such as "500m", and the size as memory.'],
    ['', 'is empty', 'write one, such as "500m".'],
    [{ amount: 1 }, 'is not a string', 'write a string, such as "1".'],
    [{}, 'is not a string', 'write a string, such as "500m".'],
    [null, 'is not a string', 'write a string, such as "500m".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(cpu(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['0', '0m', '-1', Cpu.units(0)])('%j is not above zero', (value) => {
    const fix = 'write what it needs, such as "100m".';
    expect(cpu(value)).toMatchObject([{ wrong: 'is not above zero', fix }]);
  });

  test.each<unknown>(['0.1m', '0.0000000001', '0.0005'])('%j is finer than 1m', (value) => {
    const fix = 'write "1m".';
    expect(cpu(value)).toMatchObject([{ wrong: 'is finer than 1m', fix }]);
  });

  test.each<unknown>(['1k1', '1_000', '\uff11', 'abc', '1.5.2'])('%j is no amount of CPU', (value) => {
    const fix = 'write one, such as "500m".';
    expect(cpu(value)).toMatchObject([{ wrong: 'is no amount of CPU', fix }]);
  });
});

describe('cpuLimit', () => {
  test('5m: the whole message', () => {
    expect(within('cpuLimit', cpuLimit('5m')).map(said)).toEqual([
      'orders/api · cpuLimit: is below 10m, the least that Linux can limit a process to, got "5m". Expected CPU in cores or milli-cores, such as "500m" or "1.5". Fix: write "10m".',
    ]);
  });

  test.each(['10m', '2'])('%j is fine', (value) => {
    expect(cpuLimit(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['0', 'is not above zero', 'write what it needs, such as "100m".'],
    [Cpu.millis(5), 'is below 10m, the least that Linux can limit a process to', 'write "10m".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(cpuLimit(value)).toMatchObject([{ wrong, fix }]);
  });
});
