import type { Text } from './text.ts';

/** What is said about threads. */
export const threadTexts = {
  'message.thread': 'Reply in thread',
  'thread.title': 'Thread',
  'thread.label': 'Messages in this thread',
  'thread.close': 'Close thread',
  'thread.follow': 'Follow this thread',
  'thread.stop': 'Stop following this thread',
  'thread.composer': 'Reply in thread',
  'thread.also': 'Also send to {room}',
  'thread.closed': 'The message was deleted: this thread takes no more replies.',
  'thread.replies': { one: '{count} reply', other: '{count} replies' },
  'thread.last': 'last {time}',
  'thread.origin': 'Replied in a thread',
  'thread.origin-of': 'Replied to: {text}',
  'threads.title': 'Threads',
  'threads.none': 'You follow no threads yet. Reply to a message in a thread, and you will find it here.',
  'threads.unread': { one: '{count} new', other: '{count} new' },
  'threads.count': { one: '{count} thread with new replies', other: '{count} threads with new replies' },
  'help.thread': 'Reply to the chosen message in a thread',
  'date.today': 'today at {time}',
  'date.yesterday': 'yesterday at {time}',
} as const satisfies Record<string, Text>;
