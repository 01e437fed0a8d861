/** Before there was a database each tab kept its account's texts in its session storage, as it held them in memory. */
const key = (username: string) => `chatterbox.outbox.${username}`;

interface Older {
  readonly progress?: { readonly refused?: object };
}

/** In today's form, as far as they have one. */
export function olderTexts(username: string): unknown[] {
  try {
    const older = JSON.parse(sessionStorage.getItem(key(username)) ?? '[]') as Older[];
    return older.map((text) => ({ ...text, refused: text.progress?.refused }));
  } catch {
    return [];
  }
}

/** To be called once the database has them. */
export function forgetOlderTexts(username: string): void {
  sessionStorage.removeItem(key(username));
}
