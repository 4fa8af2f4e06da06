import type { Role } from './actor.js';

/** For trying the product on made-up data; created in demo mode only. */
export const DEMO_PASSWORD = 'demo-12351';

export interface DemoPerson {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unitCode: string;
}

const NATIONAL: readonly (readonly [string, string, Role])[] = [
  ['agent', '林小禾', 'agent'],
  ['dispatcher', '周明远', 'dispatcher'],
  ['handler', '许静', 'handler'],
  ['supervisor', '郑国栋', 'supervisor'],
  ['admin', '系统管理员', 'administrator'],
  ['auditor', '审计员', 'auditor'],
];

/** Four ways down the tree, each unit with somebody who handles and somebody who supervises; names are made up. */
const CHAINS: readonly (readonly [string, string, string, string])[] = [
  ['440000', 'gd', '陈思远', '何立群'],
  ['440300', 'sz', '黄文博', '罗佩仪'],
  ['440305', 'nanshan', '吴晓岚', '梁志恒'],
  ['510000', 'sc', '唐蜀芸', '蒋为民'],
  ['510100', 'cd', '杨可心', '邓一鸣'],
  ['510107', 'wuhou', '曾雨桐', '彭建川'],
  ['430000', 'hn', '谭湘宁', '欧阳平'],
  ['430100', 'cs', '易星辰', '龙海涛'],
  ['430104', 'yuelu', '刘岳青', '汤慧敏'],
  ['110000', 'bj', '赵安然', '韩振华'],
  ['110105', 'chaoyang', '白若溪', '冯启明'],
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...NATIONAL.map(([name, displayName, role]) => ({ name, displayName, role, unitCode: 'cn' })),
  ...CHAINS.flatMap(([unitCode, tail, handler, supervisor]) => [
    { name: `handler-${tail}`, displayName: handler, role: 'handler' as const, unitCode },
    { name: `supervisor-${tail}`, displayName: supervisor, role: 'supervisor' as const, unitCode },
  ]),
  { name: 'agent-gd', displayName: '叶知秋', role: 'agent', unitCode: '440000' },
];
