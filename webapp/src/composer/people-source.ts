import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';
import type { Offers, Source } from './completion.ts';
import { nameAtCaret } from './editing.ts';

const most = 8;
const room = '@room';

/** Members of the room for a name that is being typed after an @; `members` may ask the server, and is called with the first one. */
export function peopleFrom(members: () => Promise<readonly Person[]>): Source {
  return (draft) => {
    const name = nameAtCaret(draft);
    return name === undefined ? undefined : find(name, members);
  };
}

async function find(name: string, members: () => Promise<readonly Person[]>): Promise<Offers> {
  const people = (await members()).filter((person) => begins(person, name)).slice(0, most);
  const offers = people.map(({ username, displayName }) => ({
    sign: '',
    label: text('people.full-name', { name: displayName, username }),
    words: `@${username} `,
  }));
  const all = { sign: '', label: `${room} · ${text('composer.everyone')}`, words: `${room} ` };
  return { offers: room.startsWith(`@${name.toLowerCase()}`) ? [...offers, all] : offers, typed: name.length + 1 };
}

/** The user name, or any word of the display name. */
export function begins({ username, displayName }: Person, query: string): boolean {
  const start = query.toLocaleLowerCase();
  return [username, displayName, ...displayName.split(/\s+/)].some((word) =>
    word.toLocaleLowerCase().startsWith(start),
  );
}
