import type { Fields } from '../../json.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';

function need(call: Call): string {
  const code = param(call, 'approval_code');
  const { definitions, external } = call.world.state.approvals;
  if (definitions[code] === undefined && external[code] === undefined) throw fail(1390002);
  return code;
}

function get(call: Call): Fields {
  const definition = call.world.state.approvals.definitions[need(call)];
  if (definition === undefined) throw fail(1390002);
  return {
    approval_name: definition.name,
    status: definition.enabled ? 'ACTIVE' : 'INACTIVE',
    form: JSON.stringify(definition.widgets),
    node_list: definition.nodes.map((node) => ({
      name: node.name,
      node_id: node.id,
      custom_node_id: node.id,
      node_type: node.type,
      need_approver: node.approvers.length === 0,
    })),
    viewers: [{ type: 'TENANT', id: '' }],
  };
}

function watch(call: Call, on: boolean): Fields {
  const { approvals } = call.world.state;
  const key = `${call.app.appId} ${need(call)}`;
  const known = approvals.watches.includes(key);
  if (known === on) throw fail(on ? 1390007 : 1390008);
  approvals.watches = on ? [...approvals.watches, key] : approvals.watches.filter((each) => each !== key);
  return {};
}

const one = '/approval/v4/approvals/:approval_code';
const scopes = ['approval:approval', 'approval:definition', 'approval:approval:readonly'];

/** Definitions, and which of them an app hears of (contract 9.7). */
export const definitionRoutes: Route[] = [
  { method: 'GET', path: one, title: '查审批定义', scopes, run: get },
  { method: 'POST', path: `${one}/subscribe`, title: '订阅审批', scopes, run: (call) => watch(call, true) },
  { method: 'POST', path: `${one}/unsubscribe`, title: '取消订阅审批', scopes, run: (call) => watch(call, false) },
];
