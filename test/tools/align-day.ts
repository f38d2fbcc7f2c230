import { type Article, readArticle } from '../../tools/align/article.js';
import { type Log, type LogMessage, prepare } from '../../tools/align/log.js';

/** An invented day: a talk on tea scales between two members' small talk. */
const said: [sender: string, text: string][] = [
  ['Host', '今晚八点由阿秤给大家分享茶叶称重的学问，欢迎报名'],
  ['Scale', '大家好，我是阿秤'],
  ['Scale', '今天分三点：1.称重的误差 2.皮重的处理 3.校准的周期'],
  ['Scale', '1.称重的误差 茶叶受潮以后重量会变，称出来的数每天都不一样，所以要记下湿度。'],
  ['Guest', '[鼓掌][鼓掌]'],
  ['Scale', '![2024-01-05 20:03:04](http://static.example.org/img/20240105_200304.png)'],
  ['Scale', '2.皮重的处理 罐子有轻有重，先称空罐再装茶'],
  ['Scale', '两次相减才是净重，不要偷懒用平均值。'],
  ['Guest', '学习了，今晚先去吃饭'],
  ['Scale', '3.校准的周期'],
  ['Scale', '电子秤每三个月送检一次，平时拿五百克的砝码自己对一对就好。'],
  ['Scale', '谢谢大家，我讲完了'],
  ['Guest', '请问湿度超过多少就不能称了？'],
  ['Other', '天气真不错'],
  ['Scale', '超过百分之七十我们就停下来等除湿机'],
  ['Guest', '砝码也要送检吗？'],
  ['Scale', '要的，砝码每年一次'],
];

export const messages: LogMessage[] = said.map(([sender, text], id) => ({ id, sender, text }));
export const log = (): Log => prepare(messages);

export const markdown = `---
layout: post
title:      "20240105-茶叶称重的学问"
date:       2024-01-09 19:00:00
---
## 一、主题分享

### 1、称重的误差
茶叶受潮之后重量会变，称出来的数每天都不一样，所以要记下湿度。
![20240105_200304](http://static.example.org/img/20240105_200304.png)

### 2、皮重的处理
罐子有轻有重，先称空罐再装茶，两次相减才是净重，不要偷懒用平均值。

**校准的周期**

电子秤每三个月送检一次，平时拿五百克的砝码自己对一对就好。

### 4、编辑的总结
## 二、Q&A
**Q1：湿度超过多少就不能称了？**
A1：超过百分之七十我们就停下来等除湿机。

Q2：砝码也要送检吗
A：要的，砝码每年一次

## 三、自由讨论
20:51:02 Other：天气真不错
`;

export const article = (): Article => readArticle(markdown);
