import { describe, expect, it } from 'vitest';
import { isReportedPerson, readReportedPeople, withRead } from '../../src/domain/reporter/reported-people.ts';
import { directory as townDirectory } from './town.ts';

const directory = {
  ...townDirectory,
  people: new Map(([
    ['ou_ba', '巴特尔', 'ZJJ'], ['ou_ba2', '巴特尔', 'ZJJ', 'one'], ['ou_other', '其木格', 'NMJ', 'one'], ['ou_li', '李娜', 'GGZY'], ['ou_hu', '呼和', 'NYJ'], ['ou_long', '孟和巴图', 'ZRZY'], ['ou_short', '巴图', 'SLJ'],
  ] as const).map(([id, name, organ, identity]) => [id, { id, name, organ, roles: [], title: '', ...(identity ? { identity } : {}) }])),
};
const read = (words: string) => readReportedPeople(words, directory).map(({ name, of, is }) => `${name} ${of} ${is}`);

describe('people whom the words name', () => {
  it.each([
    ['市住建局局长巴特尔给评委打了招呼', ['巴特尔 ZJJ yes']],
    ['住建局的巴特尔收了钱', ['巴特尔 ZJJ yes']],
    ['巴特尔（市住建局）在开标前打了招呼', ['巴特尔 ZJJ yes']],
  ])('%s: name and organ together are a sure hit', (words, found) => expect(read(words)).toEqual(found));

  it.each([
    ['中标人的老板和巴特尔吃过饭', ['巴特尔 ZJJ asked']],
    ['我们向市住建局巴特尔反映过两次', ['巴特尔 ZJJ asked']],
    ['市交易中心李娜接的电话', ['李娜 GGZY asked']],
  ])('%s: a name alone, or whom it was told to, is to be asked about', (words, found) => expect(read(words)).toEqual(found));

  it.each([['呼和浩特来的公司中了标'], ['三家的标书是同一个人做的'], ['']])('%s: nobody', (words) => expect(read(words)).toEqual([]));

  it('a name inside a longer name is not its own', () => expect(read('市自然资源局孟和巴图收了钱')).toEqual(['孟和巴图 ZRZY yes']));

  it('whoever may be meant is shut out until it is said that he is not, under every account of his', () => {
    const asked = readReportedPeople('中标人的老板和巴特尔吃过饭', directory);
    expect(['ou_ba', 'ou_ba2', 'ou_other', 'ou_li'].map((id) => isReportedPerson(asked, id, directory))).toEqual([true, true, true, false]);
    const answered = asked.map((one) => ({ ...one, is: 'no' as const }));
    expect(isReportedPerson(answered, 'ou_ba', directory)).toBe(false);
    expect(withRead(answered, asked), 'an answer stays when the words are read again').toEqual(answered);
  });
});
