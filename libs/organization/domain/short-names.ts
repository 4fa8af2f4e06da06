/**
 * Short names as offices write them: 广东, 深圳, 红河州, 南山区, 连南县. A county keeps its last character, because 长沙县 lies
 * in 长沙 and 朝阳区 in 朝阳 would read the same.
 */
const PROVINCE_TAIL = /(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$/;

const PEOPLES =
  '各族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|' +
  '景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|普米族|独龙族|裕固族|保安族';
const PEOPLES_TAIL = new RegExp(`^(.{2,}?)(?:${PEOPLES})+$`);

/** Where custom is shorter than the rule. */
const CUSTOMARY: Readonly<Record<string, string>> = {
  博尔塔拉蒙古自治州: '博州',
  巴音郭楞蒙古自治州: '巴州',
  克孜勒苏柯尔克孜自治州: '克州',
  伊犁哈萨克自治州: '伊犁州',
  东乡族自治县: '东乡县',
  鄂温克族自治旗: '鄂温克旗',
};

export function shortPlaceName(name: string, level: 'province' | 'prefecture' | 'county'): string {
  const customary = CUSTOMARY[name];
  if (customary) return customary;
  if (level === 'province') return name.replace(PROVINCE_TAIL, '');
  const autonomous = /^(.+)自治([州县旗])$/.exec(name);
  if (autonomous) return withoutPeoples(autonomous[1] ?? name) + (autonomous[2] ?? '');
  if (level === 'prefecture') return name.replace(/(?:市|地区|盟)$/, '');
  return name;
}

function withoutPeoples(name: string): string {
  return PEOPLES_TAIL.exec(name)?.[1] ?? name;
}
