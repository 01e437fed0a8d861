/** A text field's content and its selection, and the pure steps of editing it. */
export interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function isSame(a: Draft, b: Draft): boolean {
  return a.text === b.text && a.start === b.start && a.end === b.end;
}

export function insert({ text, start, end }: Draft, words: string): Draft {
  const at = start + words.length;
  return { text: text.slice(0, start) + words + text.slice(end), start: at, end: at };
}

/** Puts a mark around the selection, or takes it away when it is there already. */
export function toggleMark({ text, start, end }: Draft, mark: string): Draft {
  const [before, inside, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const size = mark.length;
  return before.endsWith(mark) && after.startsWith(mark)
    ? { text: before.slice(0, -size) + inside + after.slice(size), start: start - size, end: end - size }
    : { text: before + mark + inside + mark + after, start: start + size, end: end + size };
}

/** The short code that is being typed at the caret, such as `smi` in "hi :smi|". */
export function codeAtCaret({ text, start, end }: Draft): string | undefined {
  if (start !== end) return undefined;
  return /(?:^|\s):([\w+-]{2,30})$/.exec(text.slice(0, start))?.[1];
}

/** The short code that was just closed, such as `smile` in "hi :smile:|". */
export function closedCode({ text, start, end }: Draft): string | undefined {
  if (start !== end) return undefined;
  return /(?:^|\s):([\w+-]{2,30}):$/.exec(text.slice(0, start))?.[1];
}

/** The name that is being typed at the caret, such as `ad` in "hi @ad|"; empty right after the @. */
export function nameAtCaret({ text, start, end }: Draft): string | undefined {
  if (start !== end) return undefined;
  return /(?:^|[\s(])@([\p{L}\p{N}._-]{0,32})$/u.exec(text.slice(0, start))?.[1];
}

/** Puts words in the place of the `length` characters before the caret. */
export function replaceBefore({ text, start, end }: Draft, length: number, words: string): Draft {
  return insert({ text, start: start - length, end }, words);
}
