/** A step of an approval; in `AND` all of its approvers decide, in `OR` one. Without approvers the applicant names them. */
export interface ApprovalNode {
  id: string;
  name: string;
  type: 'AND' | 'OR';
  approvers: string[];
}

/** A native approval as the tenant's administrator set it up. */
export interface ApprovalDefinition {
  code: string;
  name: string;
  widgets: { id: string; type: string; name: string; required?: boolean }[];
  nodes: ApprovalNode[];
  enabled: boolean;
}

export type ApprovalStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELED' | 'DELETED';
export type TaskStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'TRANSFERRED' | 'DONE';

/** What one approver has to decide; times are epoch ms, `end` 0 while open. */
export interface ApprovalTask {
  id: string;
  person: string;
  node: string;
  status: TaskStatus;
  start: number;
  end: number;
}

/** A line of an instance's history. */
export interface ApprovalLine {
  type: 'START' | 'PASS' | 'REJECT' | 'TRANSFER' | 'CANCEL';
  at: number;
  person: string;
  task?: string;
  comment?: string;
}

/** A native approval under way or over. */
export interface ApprovalInstance {
  code: string;
  definition: string;
  appId: string;
  starter: string;
  serial: string;
  title: string;
  form: string;
  uuid: string;
  /** Approvers the applicant named, by node. */
  chosen: Record<string, string[]>;
  cc: string[];
  node: number;
  status: ApprovalStatus;
  tasks: ApprovalTask[];
  timeline: ApprovalLine[];
  forbidRevoke: boolean;
  at: number;
  end: number;
}

/** A third-party approval as an app registered it. */
export interface ExternalDefinition {
  code: string;
  appId: string;
  fields: Record<string, unknown>;
}

/** A third-party instance as last synchronised; `updateTime` is its version. */
export interface ExternalInstance {
  definition: string;
  id: string;
  updateTime: number;
  fields: Record<string, unknown>;
}

/** A message of the approval bot. */
export interface ApprovalMessage {
  id: string;
  appId: string;
  person: string;
  template: string;
  fields: Record<string, unknown>;
  status?: string;
  at: number;
}

/** All that approval remembers. */
export interface Approvals {
  definitions: Record<string, ApprovalDefinition>;
  instances: Record<string, ApprovalInstance>;
  external: Record<string, ExternalDefinition>;
  /** By `definition instance`. */
  externalInstances: Record<string, ExternalInstance>;
  messages: Record<string, ApprovalMessage>;
  /** Definitions an app hears of, as `app code`. */
  watches: string[];
}

/** Nothing has been set up. */
export function noApprovals(): Approvals {
  return { definitions: {}, instances: {}, external: {}, externalInstances: {}, messages: {}, watches: [] };
}
