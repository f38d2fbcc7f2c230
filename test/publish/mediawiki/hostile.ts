import fc from 'fast-check';

/** What people may type that means something to MediaWiki. */
export const hostile: [what: string, text: string][] = [
  ['模板', '{{讲录导航}} {{:首页}} {{subst:首页}} {{safesubst:x}}'],
  ['参数', '{{{1|x}}} {{{{{1}}}}}'],
  ['解析器函数', '{{#if:1|是|否}} {{PAGENAME}} {{int:edit}} {{#tag:ref|x}}'],
  ['内链', '[[首页]] [[首页|别处]] [[#x]] [[/下级]] [[|竖线]]'],
  ['文件', '[[File:A.png|thumb|说明]] [[文件:A.png]] [[图像:A.png]]'],
  ['分类', '[[Category:甲]] [[分类:乙]] [[分類:丙]]'],
  ['别的语言和维基', '[[en:Main Page]] [[wikipedia:x]]'],
  ['标签', '<script>alert(1)</script><b>x</b><div style="position:fixed">'],
  ['整段 HTML', '<html><b>x</b></html> <img src="https://a.example/a.png"> https://a.example/a.png'],
  ['扩展标签', '<ref>注</ref><references/><nowiki>x</nowiki></nowiki><pre>a</pre><gallery>A.png</gallery>'],
  ['只在嵌入时', '<includeonly>x</includeonly><noinclude>y</noinclude><onlyinclude>z</onlyinclude>'],
  ['没写完的标签', '<ref name="m1"> <nowiki> <pre> <!--'],
  ['注释', '甲<!-- 藏起来 -->乙'],
  ['我们的记号', '<!-- jianglu:end --><!-- jianglu:begin talk:x sha256=0 -->'],
  ['行为开关', '__NOTOC__ __目录__ __无目录__ __無目錄__ __NOINDEX__ ＿＿NOTOC＿＿'],
  ['签名', '~~~ ~~~~ ~~~~~'],
  ['书号和编号', 'ISBN 978-7-111-11111-1 RFC 2616 PMID 12345 ISBN\u00a09787111111111'],
  ['语言变体', '-{zh-hans:甲; zh-hant:乙}- -{H|甲=>zh-cn:乙}- }- -{'],
  ['表格', '{| class="x"\n|-\n| a || b\n! c !! d\n|}'],
  ['列表', '* 甲\n# 乙\n: 丙\n; 丁 : 戊\n*#:; 己'],
  ['标题', '= 甲 =\n== 乙 ==\n=== 丙'],
  ['横线', '----\n-----丁'],
  ['粗体和斜体', "''斜''' '''粗''' '''''都'''''"],
  ['重定向', '#REDIRECT [[首页]]\n#重定向 [[首页]]'],
  ['各种协议', 'news:a mailto:a@b.example tel:110 ftp://a.example//b irc://x javascript:alert(1)'],
  ['网址', 'https://a.example/__NOTOC__?a=1&lt=2 http://b.example/~~~~'],
  ['字符引用', '&lt;b&gt; &amp;amp; &#91;&#91;x]] &nbsp; &zwnj; &不是;'],
  ['带竖线和等号', 'a|b=c||d 1=2 |}} ]]'],
  ['引号和括号', '"a" \'b\' (c) «d» 5 % ! ? ;'],
  ['开头的组合符', '\u0338甲\u0301 e\u0301 \u200d'],
  ['控制符', '甲\u0007乙\u007f丙\u0085丁'],
  ['标记符的样子', '\u007f\'"`UNIQ--ref-00000001-QINU`"\'\u007f'],
  ['兼容字', '\uf979\u2126\u212b 가\u1100\u1161'],
  ['表情', '👩‍👩‍👧 🇨🇳 👍🏽'],
  ['不是字符的', 'a\ufffeb\uffffc\ud800d\ufdd0e'],
  ['代码', 'if (a < b && c > d) { x[0] = `y`; } // ok'],
];

const marks = [
  ...hostile.flatMap(([, text]) => text.split(/(?<=[^\w])|(?=[^\w])/u).filter((part) => part.trim() !== '')),
  ...[
    '\n',
    ' ',
    '\n ',
    '甲',
    'a',
    '==',
    "''",
    '[[',
    ']]',
    '{{',
    '}}',
    '-{',
    '}-',
    '<!--',
    '-->',
    '~~~~',
    '__',
    '{|',
    '|}',
  ],
];

/** Texts of such marks in any order. */
export const hostileText = fc
  .array(fc.constantFrom(...new Set(marks)), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(''));
