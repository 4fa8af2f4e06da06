/**
 * One cell for each of the 34 province-level units: a layout without boundaries, so not a map that needs an approval
 * number; always show all 34. Rows count 1–11 from the north, columns 1–10 from the west. Origin: NOTICE.md.
 */
export interface ProvinceTile {
  readonly regionCode: string;
  readonly name: string;
  readonly shortName: string;
  readonly abbreviation: string;
  readonly row: number;
  readonly col: number;
}

const CELLS: readonly (readonly [string, string, string, string, number, number])[] = [
  ['110000', '北京市', '北京', 'BJ', 3, 8],
  ['120000', '天津市', '天津', 'TJ', 4, 8],
  ['130000', '河北省', '河北', 'HE', 4, 7],
  ['140000', '山西省', '山西', 'SX', 5, 6],
  ['150000', '内蒙古自治区', '内蒙古', 'NM', 2, 7],
  ['210000', '辽宁省', '辽宁', 'LN', 3, 9],
  ['220000', '吉林省', '吉林', 'JL', 2, 10],
  ['230000', '黑龙江省', '黑龙江', 'HL', 1, 10],
  ['310000', '上海市', '上海', 'SH', 6, 9],
  ['320000', '江苏省', '江苏', 'JS', 6, 8],
  ['330000', '浙江省', '浙江', 'ZJ', 7, 8],
  ['340000', '安徽省', '安徽', 'AH', 6, 7],
  ['350000', '福建省', '福建', 'FJ', 8, 8],
  ['360000', '江西省', '江西', 'JX', 8, 7],
  ['370000', '山东省', '山东', 'SD', 5, 8],
  ['410000', '河南省', '河南', 'HA', 5, 7],
  ['420000', '湖北省', '湖北', 'HB', 6, 6],
  ['430000', '湖南省', '湖南', 'HN', 7, 6],
  ['440000', '广东省', '广东', 'GD', 9, 7],
  ['450000', '广西壮族自治区', '广西', 'GX', 9, 6],
  ['460000', '海南省', '海南', 'HI', 11, 7],
  ['500000', '重庆市', '重庆', 'CQ', 7, 5],
  ['510000', '四川省', '四川', 'SC', 7, 4],
  ['520000', '贵州省', '贵州', 'GZ', 8, 5],
  ['530000', '云南省', '云南', 'YN', 9, 4],
  ['540000', '西藏自治区', '西藏', 'XZ', 7, 2],
  ['610000', '陕西省', '陕西', 'SN', 6, 5],
  ['620000', '甘肃省', '甘肃', 'GS', 5, 4],
  ['630000', '青海省', '青海', 'QH', 4, 2],
  ['640000', '宁夏回族自治区', '宁夏', 'NX', 3, 5],
  ['650000', '新疆维吾尔自治区', '新疆', 'XJ', 2, 1],
  ['710000', '台湾省', '台湾', 'TW', 8, 10],
  ['810000', '香港特别行政区', '香港', 'HK', 10, 10],
  ['820000', '澳门特别行政区', '澳门', 'MC', 10, 9],
];

export const PROVINCE_TILES: readonly ProvinceTile[] = CELLS.map(
  ([regionCode, name, shortName, abbreviation, row, col]) => ({
    regionCode,
    name,
    shortName,
    abbreviation,
    row,
    col,
  }),
);
