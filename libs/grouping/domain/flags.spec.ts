import { newFlags } from './flags.js';

it.each<[number, number[], number[]]>([
  [2, [], []],
  [3, [], [3]],
  [4, [3], []],
  [5, [3], [5]],
  [10, [], [3, 5, 10]],
  [12, [3, 5], [10]],
  [50, [3, 5, 10], []],
])('%d people, told of %j: %j', (people, told, expected) => {
  expect(newFlags(people, told)).toEqual(expected);
});
