const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const solid = '❶❷❸❹❺❻❼❽❾❿';

/** The value of an ordinal as headings write it: 十二, 12, １２, ⑫, b; null for anything else. */
export function numeral(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const ring = Math.max(circled.indexOf(text), solid.indexOf(text));
  if (text.length === 1 && ring >= 0) return ring + 1;
  if (/^[0-9]{1,3}$/u.test(plain)) return Number(plain);
  if (/^[a-z]$/iu.test(plain)) return plain.toLowerCase().charCodeAt(0) - 96;
  return chinese(plain);
}

function chinese(text: string): number | null {
  if (!/^[〇零一二两三四五六七八九十]{1,3}$/u.test(text)) return null;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? digits[text]! : null;
  const tens = ten === 0 ? 1 : digits[text[0]!];
  const ones = ten === text.length - 1 ? 0 : digits[text.slice(ten + 1)];
  return tens === undefined || ones === undefined ? null : tens * 10 + ones;
}
