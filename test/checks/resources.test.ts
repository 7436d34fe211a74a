import { Size } from 'cdk8s';
import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { resources } from '../../lib/checks/resources';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('resources', () => {
  const check = resources({ cpu: { request: '200m', limit: '500m' }, memory: { request: '256Mi', limit: '512Mi' } });
  test('{ cpu: { request: 1 } }: the whole message', () => {
    expect(within('resources', check({ cpu: { request: '1' } })).map(said)).toEqual([
      'orders/api · resources.cpu.request: is above the limit, which is "500m" by default, got "1". Expected a request that is no more than the limit. Fix: write a limit as well, no less than the request.',
    ]);
  });

  test.each([
    {},
    { cpu: { request: '100m' } },
    { cpu: { request: '500m', limit: '0.5' } },
    { memory: { request: '1Gi', limit: '1Gi' } },
    { memory: { limit: Size.gibibytes(2) } },
  ])('%j is fine', (value) => {
    expect(check(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    [
      { memory: { limit: '128Mi' } },
      'is below the request, which is "256Mi" by default',
      'write a request as well, no more than the limit.',
    ],
    [{ cpu: { request: '2', limit: '1' } }, 'is above the limit of "1"', 'lower the request or raise the limit.'],
    [
      { memory: { request: '1Gi', limit: '1000Mi' } },
      'is above the limit of "1000Mi"',
      'lower the request or raise the limit.',
    ],
    [{ cpu: { limt: '1' } }, 'is not known here', 'did you mean limit?'],
    [{ cpu: { limit: '5m' } }, 'is below 10m, the least that Linux can limit a process to', 'write "10m".'],
    [{ mem: {} }, 'is not known here', 'leave it out: what it names is not there.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(check(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>([{ memory: '512Mi' }, 'small', null])('%j is not an object of names and values', (value) => {
    const fix = 'write it between braces: { name: value }.';
    expect(check(value)).toMatchObject([{ wrong: 'is not an object of names and values', fix }]);
  });
});
