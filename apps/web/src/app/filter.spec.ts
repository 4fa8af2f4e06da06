import { withFilter } from './filter';

describe('the address', () => {
  it('changes one filter and keeps the others', () => {
    const search = new URLSearchParams('side=below&kind=urge');
    expect(withFilter(search, 'kind', null).toString()).toBe('side=below');
    expect(withFilter(search, 'state', 'ended').toString()).toBe('side=below&kind=urge&state=ended');
  });
});
