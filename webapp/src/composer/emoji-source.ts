import type { Offers } from './completion.ts';
import { closedCode, codeAtCaret, type Draft } from './editing.ts';

const most = 8;

/** Emoji for a short code, and the emoji itself once the code is closed. They load with the first colon. */
export function emojiFor(draft: Draft): Promise<Offers> | undefined {
  const [code, closed] = [codeAtCaret(draft), closedCode(draft)];
  if (code === undefined && closed === undefined) return undefined;
  return find(code, closed);
}

async function find(code: string | undefined, closed: string | undefined): Promise<Offers> {
  const { emojiByCode, findEmoji } = await import('../emoji/emoji.ts');
  if (closed !== undefined) return { offers: [], typed: closed.length + 2, certain: emojiByCode(closed) };
  const found = findEmoji(code ?? '', most);
  const offers = found.map(({ emoji, codes }) => ({ sign: emoji, label: `:${codes[0]}:`, words: emoji }));
  return { offers, typed: (code?.length ?? 0) + 1 };
}
