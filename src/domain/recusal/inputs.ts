import { z } from 'zod';
import { recusalSources, relations, type RecusalSource, type Relation } from './recusal.ts';

const relation = z.union([z.enum(Object.keys(relations) as [Relation, ...Relation[]]), z.literal('')]).default('');
const text = (max: number) => z.string().trim().max(max);

/** 回避声明 by the person himself. */
export const declareInput = z.object({ tied: z.enum(['none', 'recuse'], '请选择有无关系'), relation, why: text(500).default('') });

/** 提出回避 concerning somebody else. */
export const raiseInput = z.object({
  person: z.string({ error: '请选择需要回避的人员' }).min(1, '请选择需要回避的人员'), source: z.enum(['found', 'party'], '请选择由谁提出'), relation, why: text(500).min(2, '请写明是什么关系'),
});

/** 申请回避 by whoever others named, or 无此情形 with his explanation. */
export const statementInput = z.object({ stand: z.enum(['tied', 'untied'], '请选择有无此情形'), why: text(500).default('') });

/** Recusals that hold already where a new part of the same case is opened. */
export const recusalsInput = z.array(z.object({
  person: z.string(), source: z.enum(Object.keys(recusalSources) as [RecusalSource, ...RecusalSource[]]), relation, why: text(500), at: z.iso.datetime(),
  decided: z.enum(['', 'agreed', 'denied']), decidedBy: z.string(), decidedAt: z.string(), document: text(100),
  said: z.object({ stand: z.enum(['tied', 'untied']), why: text(500), at: z.iso.datetime() }).nullable(),
})).default([]);

/** 回避决定 of the head. */
export const recusalDecisionInput = z.object({ person: z.string(), agree: z.enum(['yes', 'no']), reason: text(500).default('') });

/** 上级决定 on the head's own recusal, with its document and whom it names. */
export const superiorInput = z.object({ agree: z.enum(['yes', 'no'], '请选择上级的决定'), document: text(100).min(2, '请填写上级决定的文号'), decider: z.string().default('') });
