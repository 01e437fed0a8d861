import type { Text } from './text.ts';

/** What the message box says. */
export const composerTexts = {
  'composer.label': 'Message to #{room}',
  'composer.placeholder': 'Message #{room}',
  'composer.label-direct': 'Message to {room}',
  'composer.placeholder-direct': 'Message {room}',
  'composer.archived': 'This room is archived. It can be read, but nobody can write in it.',
  'composer.read-only': 'Only owners and moderators can write in this room.',
  'composer.replying': 'Reply to {name}',
  'composer.reply-cancel': 'Do not reply',
  'composer.everyone': 'everyone in this room',
  'composer.send': 'Send',
  'composer.left': { one: '{count} character left', other: '{count} characters left' },
  'composer.over': { one: '{count} character too many', other: '{count} characters too many' },
  'composer.not-taken': {
    one: 'That is far too long and was not inserted: a message has at most {count} character.',
    other: 'That is far too long and was not inserted: a message has at most {count} characters.',
  },
  'composer.emoji': 'Insert emoji',
  'composer.hint-keys': 'Enter sends, Shift + Enter starts a new line',
  'composer.bold': 'bold',
  'composer.italic': 'italic',
  'composer.code': 'code',
} as const satisfies Record<string, Text>;
