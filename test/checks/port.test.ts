import { within } from '../../lib/checks/finding';
import { containerPort, hostPort, portName } from '../../lib/checks/port';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('containerPort', () => {
  test('80: the whole message', () => {
    expect(within('containerPort', containerPort(80)).map(said)).toEqual([
      'orders/api · containerPort: is below 1024, got 80. Expected a whole number from 1024 to 65535: below 1024 a process that is not root cannot listen. Fix: write a number such as 8000.',
    ]);
  });

  test.each([1024, 8000, 65535])('%j is fine', (value) => {
    expect(containerPort(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    [65536, 'is above 65535', 'write a number such as 8000.'],
    [70000, 'is above 65535', 'write a number such as 8000.'],
    ['8000', 'is not a number', 'write 8000 without quotes.'],
    [8000n, 'is not a number', 'write 8000 without quotes.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(containerPort(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>([0, -1, 1023])('%j is below 1024', (value) => {
    const fix = 'write a number such as 8000.';
    expect(containerPort(value)).toMatchObject([{ wrong: 'is below 1024', fix }]);
  });

  test.each<unknown>([8000.5, Number.NaN, Number.POSITIVE_INFINITY])('%j is not a whole number', (value) => {
    const fix = 'write a number such as 8000.';
    expect(containerPort(value)).toMatchObject([{ wrong: 'is not a whole number', fix }]);
  });

  test.each<unknown>(['http', null, {}])('%j is not a number', (value) => {
    const fix = 'write a number such as 8000.';
    expect(containerPort(value)).toMatchObject([{ wrong: 'is not a number', fix }]);
  });
});

describe('hostPort', () => {
  test('0: the whole message', () => {
    expect(within('hostPort', hostPort(0)).map(said)).toEqual([
      'orders/api · hostPort: is below 1, got 0. Expected a whole number from 1 to 65535. Fix: write a number such as 8000.',
    ]);
  });

  test.each([1, 80, 65535])('%j is fine', (value) => {
    expect(hostPort(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    [70000, 'is above 65535', 'write a number such as 8000.'],
    ['8000:80', 'is not a number', 'write a number such as 8000.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(hostPort(value)).toMatchObject([{ wrong, fix }]);
  });
});

describe('portName', () => {
  test.each(['http', 'metrics', 'h2c', 'web-ui'])('%j is fine', (value) => {
    expect(portName(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['9090', 'is a number in quotes', 'write 9090 without quotes.'],
    ['Metrics', 'holds "M"', 'write "metrics".'],
    ['8000/tcp', 'holds "/"', 'write "8000-tcp".'],
    ['a-name-that-is-longer', 'is longer than 15 characters', 'write the name that the container gives it.'],
    ['-web', 'is no name of a port', 'write the name that the container gives it.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(portName(value)).toMatchObject([{ wrong, fix }]);
  });
});
