import { Tree, type Unit } from '@hotline/organization';

function unit(
  code: string,
  name: string,
  level: Unit['level'],
  path: string,
  parent: Unit | null,
  kind: Unit['kind'] = 'territorial',
): Unit {
  return {
    id: `00000000-0000-7000-8000-${code.padStart(12, '0')}`,
    code,
    name,
    shortName: name.replace(/总工会$/, ''),
    kind,
    level,
    regionCode: /^\d{6}$/.test(code) ? code : null,
    parentId: parent?.id ?? null,
    path,
    calendarId: 'national',
    active: true,
  };
}

export const NATION = unit('ca', '中华全国总工会', 'national', 'cn/', null);
export const GUANGDONG = unit('440000', '广东省总工会', 'province', 'cn/44/', NATION);
export const SHENZHEN = unit('440300', '深圳市总工会', 'city', 'cn/44/4403/', GUANGDONG);
export const NANSHAN = unit('440305', '南山区总工会', 'county', 'cn/44/4403/440305/', SHENZHEN);
export const BAOAN = unit('440306', '宝安区总工会', 'county', 'cn/44/4403/440306/', SHENZHEN);
export const HUNAN = unit('430000', '湖南省总工会', 'province', 'cn/43/', NATION);
export const CHANGSHA = unit('430100', '长沙市总工会', 'city', 'cn/43/4301/', HUNAN);
export const RAILWAY = {
  ...unit('1', '中华全国铁路总工会', 'province', 'cn/i1/', NATION, 'industrial'),
  code: 'i1',
  regionCode: null,
};

/** Two provinces, two counties side by side, one industrial chain: enough for every rule of custody. */
export const SMALL_TREE = new Tree([NATION, GUANGDONG, SHENZHEN, NANSHAN, BAOAN, HUNAN, CHANGSHA, RAILWAY]);
