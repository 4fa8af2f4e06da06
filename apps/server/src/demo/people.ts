import { chance, pick, type Random } from './random.js';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const COMPOUND = ['欧阳', '上官', '司徒', '诸葛'];
const FIRST = [...'小建文志海秀玉春国永桂晓红丽明少光立俊思雅金月景继云庆家德振宏'];
const SECOND = [...'明强芳军敏静丽勇艳娟涛超霞平刚辉玲华红波梅鹏飞琴斌兰宁龙凤洁'];

/** A name any number of people may bear; it stands for nobody. */
export function personName(random: Random): string {
  const surname = chance(random, 0.02) ? pick(random, COMPOUND) : pick(random, SURNAMES);
  const given = chance(random, 0.8) ? pick(random, FIRST) + pick(random, SECOND) : pick(random, SECOND);
  return surname + given;
}
