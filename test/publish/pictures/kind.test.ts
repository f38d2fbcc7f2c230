import { expect, test } from 'vitest';
import { kindOf } from '../../../src/publish/pictures/kind.js';
import { beginnings } from './server.js';

test.each(Object.entries(beginnings))('看头几个字节：%s', (ending, bytes) => {
  expect(kindOf(bytes)).toBe(ending);
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ['网页', '<!doctype html><title>404</title>'],
  ['空的', ''],
  ['PNG 的一半', '\x89PNG'],
  ['没有 WEBP 的 RIFF', 'RIFF\x10\x00\x00\x00WAVEfmt '],
  ['HEIC', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'],
  ['版本号像 avif', '\x00\x00\x00\x18ftypheicavifmif1heic'],
  ['盒子以外才写 avif', '\x00\x00\x00\x10ftypmp42\x00\x00\x00\x00avifavif'],
  ['PDF', '%PDF-1.7'],
])('不收：%s', (_, text) => {
  expect(kindOf(Buffer.from(text, 'latin1'))).toBeUndefined();
});
