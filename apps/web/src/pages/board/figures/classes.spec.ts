import { bordersOf, classLabels, classOf, targetBar } from './classes';

describe('the class scale', () => {
  it.each([
    [90, [80, 85, 90, 95]],
    [95, [85, 90, 95, 97.5]],
    [98, [88, 93, 98, 99]],
  ])('turns at the target %i', (target, borders) => {
    expect(bordersOf(target)).toEqual(borders);
  });

  it.each([
    [799, 1000, 1],
    [800, 1000, 2],
    [850, 1000, 3],
    [8996, 10000, 3],
    [900, 1000, 4],
    [950, 1000, 5],
    [10, 10, 5],
  ])('puts %i of %i into class %i', (numerator, denominator, expected) => {
    expect(classOf(numerator, denominator, 90)).toBe(expected);
  });

  it('names its classes', () => {
    expect(classLabels(90)).toEqual(['<80', '80–85', '85–90', '90–95', '≥95']);
  });
});

describe('the in-cell bar', () => {
  it('hangs left of the target line below it', () => {
    expect(targetBar(45, 60, 90, 15)).toEqual({ side: 'left', length: 100, class: 1 });
  });
  it('stands right of it above', () => {
    const bar = targetBar(96, 100, 90, 12);
    expect(bar.side).toBe('right');
    expect(bar.length).toBeCloseTo(50);
  });
  it('never leaves its cell', () => {
    expect(targetBar(0, 50, 90, 10).length).toBe(100);
  });
});
