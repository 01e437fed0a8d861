import type { Text } from './text.ts';

/** What the panels say with which one finds messages and chooses notifications. */
export const panelTexts = {
  'search.open': 'Search messages',
  'search.title': 'Search messages',
  'search.placeholder': 'Words, “a phrase”, from:name, in:room, before:2026-01-31',
  'search.none': 'Nothing found.',
  'search.hits': { one: '{count} message found', other: '{count} messages found' },
  'search.more': 'There are more. Add a word to find fewer.',
  'search.submit': 'Search',

  'pins.open': 'Pinned messages',
  'pins.title': 'Pinned messages',
  'pins.none': 'Nothing is pinned in this room yet.',

  'command.me': 'say what you are doing',
  'command.topic': 'say what this room is about',
  'command.invite': 'bring people in: /invite @name',
  'command.join': 'go to a room: /join name',
  'command.leave': 'leave this room',
  'command.dm': 'write to people alone: /dm @name',
  'command.search': 'search messages',
  'command.help': 'what the keyboard can do',
  'command.no-room': 'There is no room called {room} that you could join.',

  'day.label': 'Go to a day in {room}',
  'day.none': 'There are no messages in this room yet.',

  'notify.title': 'Notifications',
  'notify.allow': 'Allow notifications in this browser',
  'notify.allowed': 'This browser may show notifications while you look elsewhere.',
  'notify.denied': 'This browser blocks notifications from this page. Its settings can allow them.',
  'notify.impossible': 'This browser cannot show notifications for this page.',
  'notify.room': 'In {room}',
  'notify.all': 'Every message',
  'notify.mentions': 'Only mentions',
  'notify.mentions-direct': 'Every message; in a direct conversation each one is for you',
  'notify.nothing': 'Nothing',
  'notify.quiet': 'Do not disturb every day',
  'notify.from': 'From',
  'notify.to': 'Until',
  'notify.sync': 'This holds on all of your devices.',
  'notify.message': '{name} in {room}',
} as const satisfies Record<string, Text>;
