import type {
  SiteConcept,
  SiteEntry,
  SitePassage,
  SiteTalk,
} from '../../../../src/publish/targets/site/search.js';

/** A talk of a site, made up. */
export const talk = (id: string, rest: Partial<SiteTalk> = {}): SiteTalk => ({
  ...{ id, kind: 'talk', title: '', date: '2024-03-01', group: '支付群', speakers: ['江小南'] },
  ...{ topics: [], address: `talks/${id}.html` },
  ...rest,
});

/** A part of a talk, made up. */
export const passage = (
  of: SiteTalk,
  kind: SitePassage['kind'],
  heading: string,
  text: string,
  place = '',
): SitePassage => ({
  ...{ kind, talk: of, heading, text, above: [], message: 7, address: of.address + place },
  ...(kind === 'talk' && { names: of.speakers }),
  messageAddress: `${of.address}#m7`,
});

/** A concept, made up. */
export const concept = (
  key: string,
  heading: string,
  synonyms: readonly string[] = [],
  rest: Partial<SiteConcept> = {},
): SiteConcept => ({
  ...{ kind: 'concept', key, termKind: 'concept', heading, synonyms, text: '', talks: [] },
  ...{ address: `glossary/${key}.html` },
  ...rest,
});

const acquiring = talk('acquiring', {
  ...{ title: '收单业务的风险管理', topics: [{ id: 'acquiring', label: '收单' }] },
});
const letters = talk('letters', {
  ...{ title: '信用证怎么开', date: '2023-11-20', speakers: ['林晓 Linda'], group: '贸易群' },
});

/** A small collection to search. */
export const entries: readonly SiteEntry[] = [
  passage(acquiring, 'talk', acquiring.title, '今晚讲收单机构如何识别风险。'),
  passage(acquiring, 'section', '商户巡检', '现场巡检要看营业执照，每月一次，防止套现。', '#p-sections-0'),
  passage(acquiring, 'section', '备付金存管', '备付金要全额存管，P2P 存管是另一回事。', '#p-sections-1'),
  passage(acquiring, 'pair', '差错怎么处理？', '先查清算文件，再发 chargeback。', '#p-qa-0'),
  passage(letters, 'talk', letters.title, '从申请到交单。'),
  passage(letters, 'section', '開證申請', '開證申請人向銀行提交申請。', '#p-sections-0'),
  passage(letters, 'section', '审单', '银行按 UCP600 审核信用证下的单据。', '#p-sections-1'),
  concept('letter-of-credit', '信用证', ['L/C', 'letter of credit'], {
    ...{ text: '银行开立的有条件付款承诺。', talks: [letters] },
  }),
  concept('credit-risk', '信用风险', ['credit risk'], {
    ...{ termKind: 'risk', text: '对方不履约的风险。', talks: [acquiring], broader: 'risk' },
  }),
  concept('risk', '风险', [], { termKind: 'risk', text: '损失的可能。' }),
  concept('chargeback', '拒付', ['chargeback'], { address: undefined as never }),
];
