import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const WEB = resolve(__dirname, '../../apps/web/src');

/** Scrolls, and takes no focus of its own: what in it always does. */
const HOLDS_CONTROLS: Readonly<Record<string, string>> = {
  rail: 'a link to every page',
  views: 'a link to every view',
  'notices-list': 'a link in every line',
  'palette-list': 'driven from the field above it, which names the active line',
  'top-slot': 'the buttons of the telephone',
  'contact-tabs': 'a tab for every contact',
  'work-scroll': 'the fields of the form',
  conflict: 'two buttons to choose by',
  'urgent-path': 'the fields of the emergency',
  'queue-list': 'a button in every line',
  'row-tabs': 'the buttons themselves',
  'demo-list': 'a button in every line',
  'ant-segmented': 'the radios themselves',
  wall: 'its buttons, and a link in every figure',
  // Of the class of a panel, and does not scroll: a list in it does.
  'draft-main': 'fields, and a list that scrolls by itself',
};

const names = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
const read = (name: string): string => readFileSync(join(WEB, name), 'utf8');

/** The last class of every selector whose rule scrolls, with the file it stands in; a rule for a bare tag is told as it is. */
function scrollers(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.css'))) {
    const rules = read(name).replaceAll(/\/\*[\s\S]*?\*\//g, '');
    for (const [, selectors = '', body = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!/\boverflow(-[xy])?:[^;]*\b(auto|scroll)\b/.test(body)) continue;
      for (const selector of selectors.split(',')) {
        const bare = selector.replaceAll(/:[\w-]+(\([^)]*\))?/g, '').trim();
        const last = bare.split(/[\s>+~]+/).at(-1) ?? '';
        found.set(/\.([\w-]+)$/.exec(last)?.[1] ?? bare, name);
      }
    }
  }
  return found;
}

interface Drawn {
  readonly where: string;
  readonly classes: readonly string[];
  readonly attributes: ReadonlySet<string>;
}

/** Every word that a class name may come to, whatever is chosen between. */
function wordsIn(node: ts.Node): string[] {
  const own = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? node.text.split(/\s+/) : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...wordsIn(child)));
  return [...own, ...below];
}

/** Names of attributes, those of an object that is spread included. */
function attributesOf(node: ts.JsxAttributes): Set<string> {
  const found = new Set<string>();
  const walk = (part: ts.Node): void => {
    if (ts.isJsxAttribute(part) || ts.isPropertyAssignment(part))
      found.add(part.name.getText().replaceAll("'", ''));
    ts.forEachChild(part, walk);
  };
  walk(node);
  return found;
}

function drawnIn(name: string): Drawn[] {
  const source = ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Drawn[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const named = node.attributes.properties.find(
        (one): one is ts.JsxAttribute => ts.isJsxAttribute(one) && one.name.getText() === 'className',
      );
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (named)
        found.push({
          where: `${name}:${line + 1}`,
          classes: wordsIn(named),
          attributes: attributesOf(node.attributes),
        });
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** WCAG 2.1.1: what scrolls can be scrolled without a mouse, whatever has been loaded into it. */
describe('what scrolls in the console', () => {
  const scrolling = scrollers();
  const drawn = names.filter((one) => one.endsWith('.tsx')).flatMap(drawnIn);
  const own = (classes: readonly string[]): boolean => classes.some((one) => one in HOLDS_CONTROLS);

  it('is known by a class', () => {
    expect([...scrolling].filter(([word]) => !/^[\w-]+$/.test(word))).toEqual([]);
    const unused = [...scrolling.keys()].filter(
      (word) => word !== 'ant-segmented' && !drawn.some(({ classes }) => classes.includes(word)),
    );
    expect(unused).toEqual([]);
  });

  it('takes the focus and has a name, or always holds a control', () => {
    const wrong = drawn
      .filter(({ classes }) => classes.some((word) => scrolling.has(word)) && !own(classes))
      .filter(
        ({ attributes }) =>
          !attributes.has('tabIndex') || !(attributes.has('aria-label') || attributes.has('aria-labelledby')),
      )
      .map(({ where, classes }) => `${where} ${classes.join(' ')}`);
    expect(wrong).toEqual([]);
  });

  it('holds controls where the list above says so, and is still there', () => {
    const gone = Object.keys(HOLDS_CONTROLS).filter((word) => !scrolling.has(word) && word !== 'draft-main');
    expect(gone).toEqual([]);
  });

  it('comes in from the side by the one part that lets the keyboard in', () => {
    const others = names
      .filter((one) => one.endsWith('.tsx') && one !== join('parts', 'Sheet.tsx'))
      .filter((one) => /\bDrawer\b[^;]*from 'antd'/.test(read(one)));
    expect(others.map((one) => relative('.', one))).toEqual([]);
  });
});
