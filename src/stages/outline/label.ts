/** The heading part of a piece and what follows it; offsets are into the text given. */
export interface Label {
  start: number;
  end: number;
  /** Where the body begins; equal to the end of the text when there is none. */
  body: number;
  /** What ended the label. */
  by: 'colon' | 'stop' | 'question' | 'space' | 'comma' | 'end';
}

/** Longest label in character widths: a Han character counts 1, a Latin letter one half. */
const longest = 26;

/** Width of a text in Han characters: letters, digits and spaces of ASCII count one half. */
export function width(text: string): number {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0) < 128 ? 0.5 : 1;
  return sum;
}

const hanOrClose = /[\p{Script=Han}）)】》”？?]/u;

/** Whether white space at an offset parts label and body, rather than two words of a Latin term. */
function parts(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && /\s/u.test(text[end]!)) end++;
  if (end - at >= 2 || text[at] === '\n') return true;
  const [before, after] = [text[at - 1] ?? '', text[end] ?? ''];
  if (/\s[和与及或]$/u.test(text.slice(at - 2, at)) || /^[和与及或]\s/u.test(text.slice(end, end + 2)))
    return false;
  if (/[：:（(]/u.test(after)) return false;
  return (
    hanOrClose.test(before) &&
    (/[\p{Script=Han}（(“"《【\-–—•*①-⑳]/u.test(after) || /[0-9A-Za-z]/u.test(after))
  );
}

function delimiterAt(text: string, at: number): Label['by'] | null {
  const char = text[at]!;
  if (char === '：' || char === ':')
    return /^[:：](?:\/\/|[0-9])/u.test(text.slice(at, at + 3)) && /[0-9a-z]/u.test(text[at - 1] ?? '')
      ? null
      : 'colon';
  if (char === '。' || char === '；' || char === ';' || char === '!' || char === '！') return 'stop';
  if (char === '.' && !/[A-Za-z0-9]/u.test(text[at + 1] ?? '')) return 'stop';
  if (char === '？' || char === '?') return 'question';
  if (/\s/u.test(char)) return parts(text, at) ? 'space' : null;
  return null;
}

/** Brackets within a label are read over: `四要素（III类账户）：`. */
const closers: Record<string, string[]> = {
  '（': ['）', ')'],
  '(': ['）', ')'],
  '【': ['】'],
  '《': ['》'],
  '“': ['”'],
};

function closing(text: string, at: number): number {
  const close = closers[text[at]!];
  if (!close) return -1;
  for (let end = at; end < Math.min(at + 40, text.length); end++) if (close.includes(text[end]!)) return end;
  return -1;
}

/**
 * Splits a text that begins a piece (without its marker) into label and body, or null when it is a running sentence.
 * `comma` allows a comma to end the label, as after 第三：.
 */
export function labelOf(text: string, comma = false): Label | null {
  let start = 0;
  while (start < text.length && /[\s\-–—。，、；：:?？]/u.test(text[start]!)) start++;
  let commas = 0;
  let i = start;
  for (; i < text.length; i++) {
    if (width(text.slice(start, i)) > longest) return null;
    const jump = closing(text, i);
    if (jump > 0) {
      if (text[i] === '【' && i === start) return bracketed(text, start, jump);
      i = jump;
      continue;
    }
    if (text[i] === '，' || text[i] === ',') {
      if (comma && text[i] === '，' && i - start >= 2) return { start, end: i, body: i + 1, by: 'comma' };
      commas++;
      continue;
    }
    const by = i > start ? delimiterAt(text, i) : null;
    if (by)
      return commas > 1 || (commas === 1 && width(text.slice(start, i)) > 20)
        ? null
        : finish(text, start, i, by);
  }
  if (commas > 1 || i === start || (commas === 1 && width(text.slice(start)) > 20)) return null;
  return { start, end: text.trimEnd().length, body: text.length, by: 'end' };
}

function bracketed(text: string, start: number, close: number): Label | null {
  return {
    start: start + 1,
    end: close,
    body: close + 1,
    by: close + 1 >= text.trimEnd().length ? 'end' : 'space',
  };
}

function finish(text: string, start: number, end: number, by: Label['by']): Label {
  let body = end + (by === 'space' ? 0 : 1);
  while (body < text.length && /[\s：:]/u.test(text[body]!)) {
    if (/[：:]/u.test(text[body]!)) by = 'colon';
    body++;
  }
  return body >= text.trimEnd().length
    ? { start, end, body: text.length, by: by === 'colon' || by === 'question' ? by : 'end' }
    : { start, end, body, by };
}
