import { button, card, focus, help as small, plain, tapRow, type Card } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

const most = 8;

/** 保留证据: the message is already kept with its checksum; this asks into which open matter it goes. */
export function preserve({ message, count, matters }: { message: string; count: number; matters: readonly { id: string; no: string; project: string }[] }): Card {
  return card({ title: `已保留 ${count} 份，请选归入哪一件`, tint: 'blue', tag: '待选择', summary: '已保留证据，请选归入哪一件' }, [
    focus('内容和附件已存下并计算校验值'),
    ...matters.slice(0, most).map(({ id, no, project }) => tapRow([plain(`${no}　${short(project || '未写明项目', 24)}`, 1)], { do: 'ask', what: 'preserve', arg: `${message}|${id}` })),
    matters.length > most && small(`还有 ${matters.length - most} 件，请先打开那一件再说`),
    small('选定后不能删除，只能由中心封存'),
    button('我的待办', { do: 'ask', what: 'todo' }, { wide: true }),
  ]);
}
