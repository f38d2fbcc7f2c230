// @ts-expect-error tools are plain JavaScript
import { random } from '../../tools/random.mjs';

/** What payloads run where they run at all. */
const act = (number: number) => `window.hit=${number}`;

const templates: ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `"><img src=x onerror=${run}>`,
  (run) => `'><svg onload=${run}>`,
  (run) => `" autofocus onfocus="${run}" x="`,
  (run) => `' onmouseover='${run}`,
  (run) => `</title><script>${run}</script>`,
  (run) => `</textarea></select></style></script><script>${run}</script>`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>">`,
  (run) => `<a href="javascript:${run}">x</a>`,
  (run) => `[点这里](javascript:${run})`,
  (run) => `[点这里](JaVaScRiPt:${run})`,
  (run) => `![图](javascript:${run})`,
  (run) => `[a](data:text/html,<script>${run}</script>)`,
  (run) => `![b](data:image/svg+xml;base64,${Buffer.from(`<svg onload="${run}"/>`).toString('base64')})`,
  (run) => `[c](java\tscript:${run})`,
  (run) => `[d](&#106;avascript:${run})`,
  (run) => `[e](//evil.example/${run})`,
  (run) => `https://evil.example/"onmouseover="${run}`,
  (run) => `https://evil.example/'><script>${run}</script>`,
  (run) => `[f](https://evil.example/"onclick="${run})`,
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `&amp;lt;img src=x onerror=${run}&amp;gt;`,
  (run) => `&#60;svg/onload=${run}&#62;`,
  (run) => `<!--><script>${run}</script>-->`,
  (run) => `]]><script>${run}</script>`,
  (run) => `\${${run}} {{${run}}} #{${run}}`,
  (run) => `<math><mtext></math><img src=x onerror=${run}>`,
  (run) => `<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:${run}">`,
  (run) => `<style>*{background:url(https://evil.example/)}</style><p style="color:red">${run}`,
  (run) => `\u202e<script>${run}</script>\u0000\ufeff`,
  (run) => `<form action="https://evil.example/"><button autofocus>${run}`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `__proto__ constructor toString <x id=main onclick=${run}>`,
];

const around = ['', ' ', '风险', '\\', '\u2028', '&', '<', '"', "'", '`', '=', '%', '#'];

/** Texts that would run if they were ever read as markup or followed as a link; the same for the same seed. */
export function payloads(count: number, seed: number): string[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: count }, (_, number) => {
    const text = templates[number % templates.length]!(act(number + 1));
    const cased =
      next() < 0.2 ? text.replace(/script|img|svg|onerror/giu, (word) => word.toUpperCase()) : text;
    return pick(around) + cased + pick(around);
  });
}
