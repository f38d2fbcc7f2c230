import { expect, test } from 'vitest';
import { fetchPicture } from '../../../src/publish/pictures/fetch.js';
import { isReserved } from '../../../src/publish/pictures/reserved.js';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.19.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
])('不是公网的地址：%s', (address) => {
  expect(isReserved(address)).toBe(true);
});

test.each([
  '1.1.1.1',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.5.5.5',
  '2400:3200::1',
  '2606:4700:4700::1111',
])('公网的地址：%s', (address) => {
  expect(isReserved(address)).toBe(false);
});

test.each([
  'http://127.0.0.1/a.png',
  'http://127.1/a.png',
  'http://2130706433/a.png',
  'http://0x7f000001/a.png',
  'http://0x7f.0.0.1/a.png',
  'http://0177.0.0.1/a.png',
  'http://017700000001/a.png',
  'http://127.0.0.1./a.png',
  'http://１２７.０.０.１/a.png',
  'http://①②⑦.0.0.1/a.png',
  'http://%31%32%37.0.0.1/a.png',
  'http://0/a.png',
  'http://192.168.257/a.png',
  'http://169.254.169.254/latest/meta-data',
  'http://0xa9fea9fe/latest/meta-data',
  'http://[::1]/a.png',
  'http://[::]/a.png',
  'http://[0:0:0:0:0:0:0:1]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://[::ffff:7f00:1]/a.png',
  'http://[::127.0.0.1]/a.png',
  'http://[64:ff9b::127.0.0.1]/a.png',
  'http://[2002:7f00:1::]/a.png',
  'http://[fe80::1]/a.png',
  'http:127.0.0.1/a.png',
  'http:\\\\127.0.0.1\\a.png',
])('换了写法的内网地址：%s', async (address) => {
  expect(await fetchPicture(address)).toMatchObject({ refused: 'private' });
});
