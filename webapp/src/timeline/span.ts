/**
 * The part of a room's messages that is in the page, as [from, to) of their list. A room may hold tens of thousands; the page holds
 * `most` at most, so that scrolling and typing stay smooth. `to` of Infinity sticks to the end.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const step = 80;
const most = 320;
const atEnd = 160;

export const latest = (length: number): Span => ({ from: Math.max(0, length - atEnd), to: Infinity });

export function earlier({ from, to }: Span, length: number): Span {
  const first = Math.max(0, from - step);
  const last = Math.min(to, length);
  return { from: first, to: last - first > most ? first + most : to };
}

export function later({ from, to }: Span, length: number): Span {
  const last = Math.min(to + step, length);
  return { from: Math.max(from, last - most), to: last >= length ? Infinity : last };
}

/** Older messages were put before the list: the same ones stay in the page, and the newly loaded ones join them. */
export const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

export const isAtEnd = ({ to }: Span, length: number): boolean => to >= length;

/** While the reader is elsewhere, what comes at the end does not pile up in the page. */
export function bounded(span: Span, length: number): Span {
  return Math.min(span.to, length) - span.from > most ? { from: span.from, to: span.from + most } : span;
}
