import { cidr } from '../../lib/checks/cidr';
import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('cidr', () => {
  test('10.1.2.3/16: the whole message', () => {
    expect(within('cidr', cidr('10.1.2.3/16')).map(said)).toEqual([
      'orders/api · cidr: is not in its one form: the address is the first of its range, in the shortest spelling, got "10.1.2.3/16". Expected a range of addresses, such as 10.1.0.0/16 or 2001:db8::/32. Fix: write "10.1.0.0/16".',
    ]);
  });

  test.each([
    '10.1.0.0/16',
    '10.1.2.3/32',
    '0.0.0.0/0',
    '::/0',
    '128.0.0.0/1',
    '2001:db8::/32',
    '::1/128',
    'fe80::/10',
  ])('%j is fine', (value) => {
    expect(cidr(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['10.0.0.0/33', 'has "33" after its "/"', 'write a number from 0 to 32 there.'],
    ['10.0.0.0/08', 'has "08" after its "/"', 'write a number from 0 to 32 there.'],
    ['10.0.0.0/', 'has "" after its "/"', 'write a number from 0 to 32 there.'],
    ['10.0.0.0/8/8', 'has "8/8" after its "/"', 'write a number from 0 to 32 there.'],
    ['10.0.0.0/-1', 'has "-1" after its "/"', 'write a number from 0 to 32 there.'],
    ['10.1.2.3', 'is one address and no range', 'write "10.1.2.3/32".'],
    ['2001:db8::1', 'is one address and no range', 'write "2001:db8::1/128".'],
    [
      '::1/0',
      'is not in its one form: the address is the first of its range, in the shortest spelling',
      'write "::/0".',
    ],
    ['::ffff:10.0.0.0/104', 'is a range of IPv4 in the clothes of IPv6', 'write it as a range of IPv4.'],
    ['2001:db8::/129', 'has "129" after its "/"', 'write a number from 0 to 128 there.'],
    [
      'example.com',
      'is no address: a NetworkPolicy knows no host names',
      'write the range of addresses that it stands for.',
    ],
    ['api', 'is no address: a NetworkPolicy knows no host names', 'write the range of addresses that it stands for.'],
    ['', 'is empty', 'write one, such as "10.1.0.0/16".'],
    [' 10.0.0.0/8', 'has white space around it', 'write "10.0.0.0/8".'],
    [null, 'is not a string', 'write a string, such as "10.1.0.0/16".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(cidr(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['010.0.0.0/8', '10.0.0/8', '10.0.0.256/8', '/8', 'fe80::1%eth0/64'])(
    '%j has no address before its "/"',
    (value) => {
      const fix = 'write four numbers from 0 to 255 without leading zeros, or an address of IPv6.';
      expect(cidr(value)).toMatchObject([{ wrong: 'has no address before its "/"', fix }]);
    },
  );

  test.each<unknown>(['2001:DB8::/32', '2001:db8:0:0::/32', '2001:db8::1/32'])(
    '%j is not in its one form: the address is the first of its range, in the shortest spelling',
    (value) => {
      const fix = 'write "2001:db8::/32".';
      expect(cidr(value)).toMatchObject([
        { wrong: 'is not in its one form: the address is the first of its range, in the shortest spelling', fix },
      ]);
    },
  );
});
