/** What was begun but not sent, per room, for as long as the tab lives. */
const key = (room: string) => `chatterbox.draft.${room}`;

export function draftOf(room: string): string {
  return sessionStorage.getItem(key(room)) ?? '';
}

export function keepDraft(room: string, text: string): void {
  if (text) sessionStorage.setItem(key(room), text);
  else sessionStorage.removeItem(key(room));
}
