import { tags, type Matter, type Party } from '../../src/domain/matter/matter.ts';
import { partyText } from '../../src/domain/matter/drafting/party-rows.ts';
import { back } from '../kit/controls.ts';
import { act, may, refusalLine, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { button, card, focus, form, help, input, multiSelect, panel, plain, submit, type Card, type Child } from '../kit/kit.ts';

type Input = DrawInput<Matter>;

/** 对象 n 个: each person with his employer, each with tags of its own. */
export function partiesPanel(parties: readonly Party[]): Child {
  return parties.length > 0 && panel(`对象 ${parties.length} 个`, [...parties.slice(0, 12).map((party) => plain(partyText(party), 2)), help('为反映内容，尚未核实，不作认定')]);
}

/** The face on which a person and his employer are recorded, each with its tags (Article 2, AC-2.3); `home` is the card it belongs to. */
export function recordingParty(at: Input, home: string): Card {
  const { parties } = at.doc.data;
  const options = Object.entries(tags).map(([value, text]) => ({ value, text }));
  return card({ title: '记录对象', ...(at.doc.no ? { subtitle: at.doc.no } : {}), tint: 'blue', tag: '填写中', summary: `${at.doc.no || '草稿'} 记录对象` }, [
    refusalLine(at),
    focus('人员和所在单位分别记录'),
    ...parties.slice(0, 6).map((party) => plain(partyText(party), 2)),
    form('party-form', [
      input('name', '人员姓名', { value: typedText(at, 'name', ''), placeholder: '只反映单位的可不填' }),
      multiSelect('tags', '人员性质', { options, values: typedList(at, 'tags', []) }),
      input('employer', '所在单位', { value: typedText(at, 'employer', ''), placeholder: '如：岚戈建设' }),
      multiSelect('employerTags', '单位性质', { options, values: typedList(at, 'employerTags', []) }),
      submit('party', '记录', { tap: act(at, 'party', { card: home }), look: 'primary_filled', wide: true }),
    ]),
    help('同一姓名和单位再记录一次，以新的为准'),
    ...parties.slice(0, 3).map((party) => may(at, 'dropParty') && button(`移出 ${party.name || party.employer}`, act(at, 'dropParty', { card: home, input: { name: party.name, employer: party.employer } }), { look: 'text' })),
    back(at, home),
  ]);
}
