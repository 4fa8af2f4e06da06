import { identitiesOf, identityOf, maskAddress } from './identities.js';
import type { OpeningInput } from './opening.js';

describe('masks', () => {
  it('hides every part and keeps one spelling to look up by', () => {
    expect(
      identityOf({
        name: '赵某明',
        phone: '+86 138-1234-2046',
        idNumber: '11010519491231002x',
        address: '某省某市某区某路某号',
      }),
    ).toEqual({
      name: { clear: '赵某明', masked: '赵*明' },
      phone: { clear: '+86 138-1234-2046', masked: '138****2046', canonical: '13812342046' },
      idNumber: {
        clear: '11010519491231002x',
        masked: '110*************2X',
        canonical: '11010519491231002X',
      },
      address: { clear: '某省某市某区某路某号', masked: '某省某市某****' },
    });
  });

  it.each([[{}], [{ name: undefined, phone: undefined }], [{ name: '', phone: '' }]])(
    '%j is nobody',
    (worker) => expect(identityOf(worker)).toBeNull(),
  );

  it.each([
    ['某省某市某区某路一百号', '某省某市某****'],
    ['某路九号', '某路****'],
    ['𠮷路', '𠮷****'],
    ['路', '****'],
  ])('address %s', (address, masked) => expect(maskAddress(address)).toBe(masked));
});

describe('who called, and for whom', () => {
  const contact = {
    channel: 'call',
    number: '13812342046',
    callerName: '赵某明',
    startedAt: '',
    outcome: 'open',
  } as const;
  const of = (change: Partial<OpeningInput>) => identitiesOf({ contact, ...change } as OpeningInput);

  it('is one person unless said otherwise', () => {
    expect(of({})).toEqual({
      contact: { name: '赵某明', phone: '13812342046' },
      ticket: { name: '赵某明', phone: '13812342046' },
      shared: true,
    });
    expect(of({ worker: { phone: '138 1234 2046', idNumber: 'x' } }).shared).toBe(true);
  });

  it('is two when the number or the name differs', () => {
    expect(of({ worker: { phone: '13912340000' } })).toMatchObject({
      ticket: { name: '赵某明', phone: '13912340000' },
      shared: false,
    });
    expect(of({ worker: { name: '钱某' } }).shared).toBe(false);
  });

  it('writes nobody down for an anonymous ticket', () => {
    expect(of({ confidentiality: 'anonymous', worker: { name: '赵某明', idNumber: 'x' } })).toEqual({
      contact: null,
      ticket: null,
      shared: false,
    });
  });
});
