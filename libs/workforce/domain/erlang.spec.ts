import { agentsNeeded, answeredWithin, erlangB, erlangC, meanWait, withShrinkage } from './erlang.js';

describe('Erlang', () => {
  // Traffic that N lines carry at 1 % and 2 % blocking, as every table of Erlang B prints it (ITU-D SG 2, Handbook
  // Teletraffic Engineering, 2005, table 7).
  it.each([
    [10, 4.461, 0.01],
    [20, 12.031, 0.01],
    [50, 37.901, 0.01],
    [100, 84.064, 0.01],
    [10, 5.084, 0.02],
    [30, 21.932, 0.02],
  ])('B: %i lines carry %f erlangs at a blocking of %f', (lines, load, blocking) => {
    expect(erlangB(load, lines)).toBeCloseTo(blocking, 4);
  });

  // The worked example of I. Angus, "An Introduction to Erlang B and Erlang C", Telemanagement 187 (2001), and of Mitan Ltd,
  // "The Erlang-C Formula": 360 calls in half an hour, 4 minutes each, 55 agents, 15 seconds.
  it('C: 48 erlangs at 55 agents: 23.9 % wait, 8.2 s on the mean, 84.6 % within 15 s', () => {
    expect(erlangC(48, 55)).toBeCloseTo(0.239, 3);
    expect(meanWait(48, 55, 240)).toBeCloseTo(8.2, 1);
    expect(answeredWithin(48, 55, 240, 15)).toBeCloseTo(0.846, 3);
  });

  // Call Centre Helper, "Erlang C Calculator and Formula: a step by step example": 100 calls in half an hour of 180 s, 80 % in 20 s.
  it.each([
    [11, 0.682, 0.389],
    [12, 0.449, 0.64],
    [13, 0.285, 0.796],
    [14, 0.174, 0.888],
  ])('C: 10 erlangs at %i agents: %f wait, %f within 20 s', (agents, waits, level) => {
    expect(erlangC(10, agents)).toBeCloseTo(waits, 2);
    expect(answeredWithin(10, agents, 180, 20)).toBeCloseTo(level, 2);
  });

  it('asks for the fewest agents that reach the target', () => {
    expect(agentsNeeded(10, 180, { share: 0.8, seconds: 20 })).toBe(14);
    expect(agentsNeeded(48, 240, { share: 0.8, seconds: 15 })).toBe(55);
    expect(agentsNeeded(0, 180, { share: 0.8, seconds: 20 })).toBe(0);
    expect(agentsNeeded(0.001, 180, { share: 0.8, seconds: 20 })).toBe(1);
  });

  it.each([1e-9, 0.5, 3, 170, 999.9, 12_345, 1_000_000])('stays a number at %f erlangs', (load) => {
    const agents = agentsNeeded(load, 300, { share: 0.95, seconds: 15 });
    expect(agents).toBeGreaterThan(load);
    expect(answeredWithin(load, agents, 300, 15)).toBeGreaterThanOrEqual(0.95);
    expect(answeredWithin(load, agents - 1, 300, 15)).toBeLessThan(0.95);
  });

  it('knows what cannot be served', () => {
    expect([erlangC(10, 10), answeredWithin(10, 9, 180, 20), meanWait(10, 10, 180)]).toEqual([
      1,
      0,
      Infinity,
    ]);
    expect(() => agentsNeeded(-1, 1, { share: 0.8, seconds: 1 })).toThrow(RangeError);
    expect(() => agentsNeeded(Infinity, 1, { share: 0.8, seconds: 1 })).toThrow(RangeError);
  });

  it.each([
    [12, 0.25, 16],
    [14, 0.3, 20],
    [0, 0.3, 0],
    [9, 0, 9],
  ])('%i at the line with %f away are %i on the roster', (needed, away, rostered) => {
    expect(withShrinkage(needed, away)).toBe(rostered);
  });
});
