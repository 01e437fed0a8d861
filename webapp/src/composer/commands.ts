import { type TextKey, text } from '../texts/texts.ts';
import type { Offers } from './completion.ts';
import type { Draft } from './editing.ts';

export const commands = {
  me: 'command.me',
  topic: 'command.topic',
  invite: 'command.invite',
  join: 'command.join',
  leave: 'command.leave',
  dm: 'command.dm',
  mute: 'command.mute',
  unmute: 'command.unmute',
  search: 'command.search',
  help: 'command.help',
} as const satisfies Record<string, TextKey>;

export type CommandName = keyof typeof commands;

export interface SlashCommand {
  readonly name: CommandName;
  readonly rest: string;
}

/** A text that begins with a command that we know. Others, such as a path, are texts. */
export function commandIn(words: string): SlashCommand | undefined {
  const [, name, rest] = /^\/([a-z]+)(?:\s+(.*))?$/s.exec(words) ?? [];
  return name !== undefined && isCommand(name) ? { name, rest: rest?.trim() ?? '' } : undefined;
}

/** Two strokes say that none is meant. */
export function unescaped(words: string): string {
  return words.startsWith('//') ? words.slice(1) : words;
}

/** Commands for what is being typed at the very beginning. */
export function commandFor({ text: words, start, end }: Draft): Promise<Offers> | undefined {
  const typed = /^\/([a-z]*)$/.exec(words)?.[1];
  if (typed === undefined || start !== end || start !== words.length) return undefined;
  const offers = Object.entries(commands)
    // What is written out is not offered any more: Enter carries it out.
    .filter(([name]) => name.startsWith(typed) && name !== typed)
    .map(([name, key]) => ({ sign: '', label: `/${name} · ${text(key)}`, words: `/${name} ` }));
  return Promise.resolve({ offers, typed: words.length });
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
