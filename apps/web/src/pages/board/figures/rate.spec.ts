import { changeOf, countText, percentFigure, percentOf, rateFigure, rateText, shortOfTarget } from './rate';

describe('counts', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [24932, '24,932'],
    [1234567, '1,234,567'],
    [null, '—'],
    [Number.NaN, '—'],
  ])('writes %p as %p', (count, text) => {
    expect(countText(count)).toBe(text);
  });
});

describe('rates', () => {
  it.each([
    // published reports: 应结案 24,932, 按期结案 22,345; 3,112 of 3,456
    [22345, 24932, 1, '89.6%'],
    [22345, 24932, 2, '89.62%'],
    [3112, 3456, 2, '90.05%'],
    // half up from the exact fraction, where binary floating point would fall short
    [1005, 10000, 1, '10.1%'],
    [8965, 10000, 1, '89.7%'],
    [1, 3, 1, '33.3%'],
    // whole and nothing only when exact
    [10, 10, 1, '100.0%'],
    [0, 12, 1, '0.0%'],
    [9996, 10000, 1, '>99.9%'],
    [9994, 10000, 1, '99.9%'],
    [1, 10000, 1, '<0.1%'],
    [5, 10000, 1, '0.1%'],
    [0, 0, 1, '—'],
  ])('%i of %i with %i places is %s', (numerator, denominator, places, text) => {
    expect(rateText(numerator, denominator, places)).toBe(text);
  });

  it('leaves the sign to the reader where the column head carries it', () => {
    expect(rateFigure(506, 596)).toBe('84.9');
  });

  it.each([
    [89.65, '89.7'],
    [99.96, '>99.9'],
    [100, '100.0'],
    [0, '0.0'],
    [0.01, '<0.1'],
    [null, '—'],
  ])('a percent of %p is written %s', (percent, text) => {
    expect(percentFigure(percent)).toBe(text);
  });
});

describe('changes', () => {
  it.each([
    [89.62, 90.42, { direction: 'down', points: '0.8' }],
    [95.3, 94.7, { direction: 'up', points: '0.6' }],
    [90.04, 90.0, { direction: 'level', points: '0.0' }],
    [90, null, null],
    [null, 90, null],
  ])('from %p against %p', (now, before, change) => {
    expect(changeOf(now, before)).toEqual(change);
  });
});

describe('targets', () => {
  it.each([
    [22345, 24932, 90, '0.4'],
    [90, 100, 90, '0'],
    [8999, 10000, 90, '<0.1'],
    [1, 2, null, null],
    [0, 0, 90, null],
  ])('%i of %i against %p is short by %p', (numerator, denominator, target, short) => {
    expect(shortOfTarget(numerator, denominator, target)).toBe(short);
  });

  it('has no percent without a denominator', () => {
    expect(percentOf(0, 0)).toBeNull();
  });
});
