import type { Matter } from '../../../src/domain/matter/matter.ts';
import { exceptions } from '../../../src/domain/referral/joint.ts';
import { organOptions } from '../../kit/controls.ts';
import { act, may, refusalLine, typedList, typedText, type DocCard } from '../../kit/draw.ts';
import { card, facts, focus, form, help, input, multiSelect, select, submit } from '../../kit/kit.ts';
import { organNames } from '../../kit/labels.ts';
import { isStaff, unknownCard } from '../matter-parts.ts';

/** 会同核实 (Article 11 item 7), for the head of the Center: with which departments; alone only where the city allows its narrow exceptions. */
export const jointStart: DocCard<Matter> = (at) => {
  const { doc, world } = at;
  if (!isStaff(at, doc)) return unknownCard();
  const begun = doc.audit.find((entry) => entry.act === 'verify' && entry.code !== 'DENIED');
  const title = { title: `会同核实　${doc.no}`, summary: `${doc.no} 会同核实` };
  if (begun || !may(at, 'verify')) return card({ ...title, tint: begun ? 'green' : 'grey', tag: begun ? '已启动' : '不由您办理' }, [focus(begun ? begun.note : '由中心负责人启动'), help('核实、审批和移送各有单独的卡片')]);
  const depts = (doc.data.routing?.depts ?? []).filter((organ) => world.directory.organs.get(organ)?.kind === 'department');
  return card({ ...title, tint: 'blue', tag: '填写中' }, [
    refusalLine(at), focus('会同行政监督部门核实并移送'), facts([['建议', organNames(depts)], ['依据', '第十一条（七）']]),
    form('joint', [
      multiSelect('co', '会同部门 *', { options: organOptions(world.directory, doc.data.reported), values: typedList(at, 'co', []) }),
      world.settings.directTransfer && select('exception', '例外情形', { options: Object.entries(exceptions).map(([value, text]) => ({ value, text })), value: typedText(at, 'exception', ''), placeholder: '没有会同部门时选' }),
      world.settings.directTransfer && input('why', '理由', { value: typedText(at, 'why', ''), rows: 2, placeholder: '选例外情形的必填，不少于 10 个字' }),
      help('会同部门主要负责人同意后，中心方可移送'),
      submit('send', '启动核实', { tap: act(at, 'verify', { card: 'joint-start' }), look: 'primary_filled', wide: true }),
    ]),
  ]);
};
