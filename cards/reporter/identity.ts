import { card, facts, focus, help, line, type Card, type Child } from '../kit/kit.ts';

/** Who reported, for one keeper and one minute. `person` is drawn by the client out of the open_id; `name` and `organ` are empty where the directory does not know him; `writers` are the open_ids of those whose messages he forwarded. */
export function identity({ no, openId, name, organ, writers = [] }: { no: string; openId: string; name: string; organ: string; writers?: readonly string[] }): Card {
  return card({ title: '举报人信息', subtitle: no, tint: 'red', tag: '一分钟后隐去', summary: `${no} 请查看` }, [
    focus(name || '不在组织名册中'), facts([['单位', organ || '名册外人员']]), personOf(openId),
    ...(writers.length ? [line('他转发的消息由以下人员所写'), ...writers.slice(0, 10).map(personOf)] : []),
    help('只限本件办理需要。不得转发、截屏或者告知他人；本次查阅已留痕'),
  ]);
}

function personOf(openId: string): Child {
  return { tag: 'person', user_id: openId, size: 'medium', show_name: true, show_avatar: false };
}
