/** How pages look, on screens and on paper: nothing is loaded, so fonts are those that readers have. */
export const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.75 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
:lang(zh-Hant) { font-family: system-ui, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; margin: 1.6em 0 0.5em; }
h1 { margin-top: 0; }
p, li, td { white-space: pre-line; }
p { margin: 0.5em 0; }
li > p { margin: 0.2em 0; }
ul, ol { padding-left: 1.6em; }
blockquote { margin: 0.8em 0; padding-left: 1em; border-left: 3px solid; }
pre { overflow-x: auto; white-space: pre-wrap; padding: 0.6em; border: 1px solid; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.6em; text-align: left; }
img { max-width: 100%; }
sup { line-height: 0; }
sup a { text-decoration: none; }
.notes { margin-top: 3em; font-size: 0.85em; }
@media print {
  @page { margin: 20mm; }
  :root { color-scheme: light; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  a { color: inherit; }
  main a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  pre, blockquote, tr, .notes li { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 2; widows: 2; }
}
`;
