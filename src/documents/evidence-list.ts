import { actorName } from '../domain/audit.ts';
import type { AuditEntry } from '../domain/document.ts';
import type { Evidence, Matter } from '../domain/matter/matter.ts';
import { center, fullName, shortName, type Directory } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import { ends, grid, heading, small, title } from './paper/sheet.ts';
import { endingOf } from './pieces.ts';
import { template } from './template.ts';
import { categoryWords, dateWords, dayOf, hashWords } from './words.ts';

const pictures = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'heic', 'webp', 'mp4', 'mov', 'mp3', 'm4a', 'opus', 'amr', 'wav']);

/** 证据清单 (D-13): what was received, its proof, and through whose hands it went. It is an annex without a number of its own. */
export const evidenceList = template<Matter>({
  name: '证据清单',
  kind: 'matter',
  sheet({ doc, no, directory, now }) {
    const files = doc.data.files.filter((file) => !file.removed);
    const hands = doc.audit.filter((line) => line.code.startsWith('EVIDENCE_'));
    return {
      template: 'D-13/1', format: 'common', no, issuer: fullName(directory, center), date: dayOf(doc, 'handOut', now), draft: false,
      blocks: [
        title(fullName(directory, center), '证据清单'),
        ends(no, dateWords(dayOf(doc, 'handOut', now))),
        small(`项目：${doc.data.project || '未写明'}（${categoryWords(doc.data.category) || '类别未写明'}）`),
        grid({
          head: ['序号', '名称', '种类', '收到时间与方式', '字节数', '校验值（SHA-256）'], widths: [6, 14, 11, 20, 11, 38],
          rows: files.map((file, index) => [String(index + 1), `材料 ${index + 1}${endingOf(file.name)}`, kindOf(file), `${time.minute(file.at, { year: true })}，${file.via ?? '机器人单聊接收'}`, String(file.size), `${hashWords(file.sha256)}${file.broken ? '\n与接收时不一致，停止提供' : ''}${file.sealedFor ? '\n已封存，不再提供' : ''}`]),
        }),
        small('均为电子数据接收件，接收时计算校验值，每次读取重新核对；原件由中心加密保管，提供人身份另行保管。证明内容由核实人员在核实情况报告中写明。'),
        heading('流转记录'),
        grid({ head: ['时间', '事项', '人员', '说明'], widths: [26, 16, 26, 32], rows: hands.map((line) => [time.minute(line.at, { year: true }), line.verb, personOf(line, directory), line.note || '—']) }),
      ],
    };
  },
});

function kindOf({ name }: Evidence): string {
  return pictures.has(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ? '视听资料' : '电子数据';
}

function personOf({ by }: AuditEntry, directory: Directory): string {
  if ('name' in by) return `${shortName(directory, by.organ)} ${actorName(by)}`;
  return by.role === 'system' || by.role === 'clock' ? '系统' : '提供人（保密）';
}
