import type { Tour } from '../../sandbox/api/tour.ts';
import { sampleCases } from './cases.ts';

/** The tour that `npm start` hands to the sandbox's page: case C1 from a sentence in the chat to the receipt of the police, nine steps. */
export function guidedTour(app: string): Tour {
  const chat = { app };
  return {
    id: 'c1', title: '一件举报，从一句话到移送回执', minutes: 6,
    steps: [
      { title: '说一句话', moves: [
        { as: 'ggzy-staff1', chat, press: { say: sampleCases['C1']?.text ?? '' }, words: '接到一个电话，把听到的原样发给机器人，不用填表。请点「发送」。', basis: '依据：本办法第九条' },
      ] },
      { title: '核对登记', moves: [
        { as: 'ggzy-staff1', chat, press: { tap: '确认登记', on: '请核对线索信息' }, words: '机器人把这句话读成了一张表。看一眼对不对，请点「确认登记」。' },
      ] },
      { title: '转给主管部门', moves: [
        { as: 'ggzy-clerk1', chat: { group: '值班群' }, press: { tap: '我来办', on: '新来件' }, words: '中心值班群里来了新件，群里看不到内容。请点「我来办」。' },
        { as: 'ggzy-clerk1', chat, press: { tap: '转办', on: '分办', form: { days: '15 个工作日' } }, words: '机器人建议转给市住建局，理由写在卡片上。定好反馈时限，请点「转办」。', basis: '依据：本办法第九条' },
      ] },
      { title: '签收', moves: [
        { as: 'zjj-liaison', chat, press: { tap: '签收', on: '件转办单' }, words: '转办单到了住建局，看不到是谁举报的。请点「签收」，签收后还可以申请退回。', basis: '依据：本办法第九条' },
      ] },
      { title: '指派两人', moves: [
        { as: 'zjj-deputy', chat, press: { tap: '确认指派', on: '指派核实人员', form: { people: ['刘洋', '其其格'] } }, words: '核实要两个人以上，一个人不让指派。请点「确认指派」。', basis: '依据：本办法第十一条' },
      ] },
      { title: '声明无回避情形', moves: [
        { as: 'zjj-officer1', chat, press: { tap: '无', on: '有无关系' }, words: '办案的人先说清和各方有没有关系。没有，请点「无」。' },
        { as: 'zjj-officer2', chat, press: { tap: '无', on: '有无关系' }, words: '另一位核实人员也要声明。请点「无」。' },
      ] },
      { title: '写报告并签名', moves: [
        {
          as: 'zjj-officer1', chat, words: '核实情况报告在卡片里就能写，建议去向要对上第十一条的一项。请点「保存并核对」。', basis: '依据：本办法第十一条',
          press: { tap: '保存并核对', on: '核实情况报告', form: {
            conclusion: '部分属实', facts: '经调阅投标文件、询问有关人员，查明三家投标文件由同一人编制，反映的主要情况部分属实。',
            law: '《招标投标法实施条例》第三十九条、第四十条', item: '第十一条（三）', receiver: '市公安局', reason: '涉嫌串通投标，中标金额达到移送标准。',
          } },
        },
        { as: 'zjj-officer1', chat, press: { tap: '签名', on: '核实情况报告' }, words: '报告存好了，签名绑定这一稿，一个字改了就要重签。请点「签名」。' },
        { as: 'zjj-officer2', chat, press: { tap: '签名', on: '核实情况报告' }, words: '第二个人读的是同一稿。请点「签名」，两人签齐才会送局长。' },
      ] },
      { title: '批准移送', moves: [
        { as: 'zjj-head', chat, press: { tap: '批准移送', on: '移送审批' }, words: '只有主要负责人能批，核实过的人不能批自己的件。请点「批准移送」，24 小时从这一分钟起算。', basis: '依据：本办法第十一条' },
      ] },
      { title: '移送，拿到回执', moves: [
        { as: 'zjj-officer1', chat, press: { tap: '登记已移送', on: '完成移送', form: { have: ['移送书', '调查报告', '涉案物品清单', '其他有关材料'], absent_tests: '检验鉴定尚未出具，出具后补送' } }, words: '移送函已经生成，材料送到市公安局。请点「登记已移送」。', basis: '依据：行政执法机关移送涉嫌犯罪案件的规定' },
        {
          as: 'zjj-officer1', chat, press: { tap: '保存', on: '登记移送回执', form: { result: '已接收', no: '鄂公（经）受〔2026〕1号', signer: '值班民警' } },
          words: '公安机关出了回执。把文号记上，请点「保存」，局长马上看到。', wait: { by: 'zjj-head', on: '移送回执.*鄂公（经）受' },
        },
      ] },
    ],
  };
}
