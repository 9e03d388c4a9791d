import { bookName, closeBook, drawPlace, type Drawn } from './register-book.rules';

const births = { office: 'tran-bien', kind: 'birth', year: 2026 } as const;
const day = { on: '2026-08-03', pagesPerBook: 200 };
const draw = (before: Partial<Drawn> = {}, on = day): Drawn => drawPlace(births, before, on);

describe('the register books of a commune', () => {
  it('open with the first act of the year, and number without gap', () => {
    const first = draw();
    const second = draw(first);
    expect(first.place).toEqual({ registrationNumber: '1/2026', book: '01/2026', page: 1 });
    expect(second.place).toEqual({ registrationNumber: '2/2026', book: '01/2026', page: 2 });
    expect(first.book.openedOn).toBe('2026-08-03');
  });

  it('go on in the next book once one is closed: the number counts through the year, the page begins anew', () => {
    const first = draw();
    const after = draw({ ...first, book: closeBook(first.book, '2026-08-04') });
    expect(after.place).toEqual({ registrationNumber: '2/2026', book: '02/2026', page: 1 });
  });

  it('close a full book by themselves', () => {
    const small = { ...day, pagesPerBook: 1 };
    const first = draw({}, small);
    const second = drawPlace(births, first, small);
    expect(second.place).toEqual({ registrationNumber: '2/2026', book: '02/2026', page: 1 });
    expect(second.full).toEqual({ ...first.book, closedOn: '2026-08-03' });
  });

  it('are closed once', () => {
    const closed = closeBook(draw().book, '2026-12-31');
    expect(() => closeBook(closed, '2027-01-02')).toThrow('civil-status.BOOK_CLOSED');
  });

  it('tell deaths from births', () => {
    expect(bookName({ ...draw().book, kind: 'death' })).toBe('KT-01/2026');
  });
});
