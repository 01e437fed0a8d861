/** What was begun but not sent, per account and room, for as long as the tab lives. */
const key = (username: string, room: string) => `chatterbox.draft.${username}/${room}`;

export function draftOf(username: string, room: string): string {
  return sessionStorage.getItem(key(username, room)) ?? '';
}

export function keepDraft(username: string, room: string, text: string): void {
  if (text) sessionStorage.setItem(key(username, room), text);
  else sessionStorage.removeItem(key(username, room));
}
