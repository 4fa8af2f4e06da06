/** Surnames of two characters still in use. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 东方 独孤 南宫 长孙 宇文 端木 闻人 轩辕 百里 呼延 东郭 西门 申屠 太史 ' +
    '澹台 公冶 赫连 钟离 濮阳 淳于 单于 万俟 拓跋 仲孙 鲜于 闾丘 巫马 公西 漆雕 乐正 公良 谷梁 段干 第五'
  ).split(' '),
);

/** 李女士, 王先生: the caller gave no more than this, so there is nothing to hide. */
const ALREADY_VEILED = /^\p{Script=Han}{1,2}(?:先生|女士|小姐|师傅|同志|某某?)$/u;

/** 赵*明, 王*, 欧阳*; 买*** for names with a middle dot, J*** for Latin ones. Rare characters count as one. */
export function maskName(input: string): string {
  const name = input.trim();
  if (name === '' || ALREADY_VEILED.test(name)) return name;
  const characters = [...name];
  if (!/^\p{Script=Han}+$/u.test(name)) return characters.length === 1 ? '*' : `${characters[0]}***`;
  const shown = COMPOUND_SURNAMES.has(name.slice(0, 2)) && characters.length > 2 ? 2 : 1;
  const hidden = characters.length - shown;
  if (hidden === 0) return '*';
  const surname = characters.slice(0, shown).join('');
  return hidden === 1 ? `${surname}*` : surname + '*'.repeat(hidden - 1) + (characters.at(-1) ?? '');
}
