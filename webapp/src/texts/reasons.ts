import { Refusal } from '../http/api.ts';
import { isTextKey, locale, text } from './texts.ts';

interface Said {
  reason: string;
  retryAfterMs?: number;
  limit?: number;
  warning?: string;
  incident?: string;
}

/** The sentence for a refusal of the server's, which itself sends only codes and parameters. */
export function reasonText({ reason, retryAfterMs, limit, warning, incident }: Said): string {
  const weakness = `weakness.${warning}`;
  if (reason === 'weak-password' && isTextKey(weakness)) return text(weakness);
  const key = `reason.${reason}`;
  if (!isTextKey(key)) return text('reason.other', { reason });
  return text(key, { wait: duration(retryAfterMs ?? 1000), count: limit ?? 0, incident: incident ?? '' });
}

export function problemText(problem: unknown): string {
  return problem instanceof Refusal ? reasonText(problem.problem) : text('reason.unreachable');
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
