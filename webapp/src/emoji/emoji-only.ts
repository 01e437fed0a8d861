const onlyEmoji = /^(?:\p{RGI_Emoji}|\s)+$/v;
const mostLarge = 6;

/** A text of up to six emoji and nothing else is drawn large. */
export function isEmojiOnly(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > 100 || !onlyEmoji.test(trimmed)) return false;
  return [...new Intl.Segmenter().segment(trimmed.replace(/\s/g, ''))].length <= mostLarge;
}
