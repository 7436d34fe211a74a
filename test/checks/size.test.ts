import { Size } from 'cdk8s';
import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { memoryLimit, size } from '../../lib/checks/size';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('memoryLimit', () => {
  test('500m: the whole message', () => {
    expect(within('memoryLimit', memoryLimit('500m')).map(said)).toEqual([
      'orders/api · memoryLimit: is thousandths of a byte: m means milli, got "500m". Expected a size with its unit, such as "512Mi" or "20Gi", of at least 6Mi. Fix: did you mean "500Mi"?',
    ]);
  });

  test.each(['512Mi', '1.5Gi', '500M', '1e9', '1Ti', '8388608', Size.mebibytes(512), Size.gibibytes(1.5)])(
    '%j is fine',
    (value) => {
      expect(memoryLimit(value)).toEqual([]);
    },
  );

  test.each<[unknown, string, string]>([
    ['500Mb', 'is no size', 'write "500M".'],
    ['512MB', 'is no size', 'write "512M".'],
    ['512mib', 'is no size', 'write "512Mi".'],
    ['512mi', 'is no size', 'write "512Mi".'],
    ['1g', 'is no size', 'write "1Gi".'],
    ['1 GB', 'is no size', 'write "1G".'],
    ['100 Mi', 'is no size', 'write "100Mi".'],
    ['1,5Gi', 'is no size', 'write "1.5Gi".'],
    ['1,5', 'is no size', 'write the unit as well, such as "1.5Gi".'],
    ['512K', 'is no size', 'write "6Mi" or more.'],
    ['512', 'has no unit, which means bytes', 'write the unit as well, such as "512Mi".'],
    ['2', 'has no unit, which means bytes', 'write the unit as well, such as "2Gi".'],
    [512, 'is a number without a unit', 'write the unit as well, such as "512Mi".'],
    [2, 'is a number without a unit', 'write the unit as well, such as "2Gi".'],
    [Number.NaN, 'is a number without a unit', 'write the unit as well, such as "512Mi".'],
    ['1Ki', 'is below 6Mi: Docker starts no container with less', 'write "6Mi" or more.'],
    ['5Mi', 'is below 6Mi: Docker starts no container with less', 'write "6Mi" or more.'],
    ['0.3Gi', 'is no whole number of bytes', 'write "322122548".'],
    ['2Pi', 'is more than 1Pi', 'write what it needs, such as "20Gi".'],
    ['', 'is empty', 'write one, such as "512Mi".'],
    [Size.kibibytes(512), 'is no whole number of mebibytes', 'write it as a string, such as "512Mi".'],
    [{ toMebibytes: () => 'much' }, 'is no whole number of mebibytes', 'write it as a string, such as "512Mi".'],
    [{}, 'is not a string', 'write a string, such as "512Mi".'],
    [null, 'is not a string', 'write a string, such as "512Mi".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(memoryLimit(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['1e3Mi', '1_000Mi', '\uff11Gi'])('%j is no size', (value) => {
    const fix = 'write one, such as "512Mi".';
    expect(memoryLimit(value)).toMatchObject([{ wrong: 'is no size', fix }]);
  });

  test.each<unknown>(['0', '0Gi', '-500Mi', { toMebibytes: () => -1 }])('%j is not above zero', (value) => {
    const fix = 'write what it needs, such as "6Mi".';
    expect(memoryLimit(value)).toMatchObject([{ wrong: 'is not above zero', fix }]);
  });
});

describe('size', () => {
  test('10: the whole message', () => {
    expect(within('size', size('10')).map(said)).toEqual([
      'orders/api · size: has no unit, which means bytes, got "10". Expected a size with its unit, such as "512Mi" or "20Gi", of at least 1Mi. Fix: write the unit as well, such as "10Gi".',
    ]);
  });

  test.each(['20Gi', '1Mi'])('%j is fine', (value) => {
    expect(size(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['10GB', 'is no size', 'write "10G".'],
    ['1Ki', 'is below 1Mi: nothing fits in there', 'write "1Mi" or more.'],
    ['0', 'is not above zero', 'write what it needs, such as "1Mi".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(size(value)).toMatchObject([{ wrong, fix }]);
  });
});
