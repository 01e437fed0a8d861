// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { me, standing, Unreachable } from '../../src/http/api.ts';
import { ada } from '../world.ts';

const fetched = vi.fn<typeof fetch>();
const answer = (status: number, body: object) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const paths = () => fetched.mock.calls.map(([url]) => (url as URL).pathname);

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fetched.mockReset();
});

describe('a call', () => {
  it('that hangs is given up', async () => {
    const clock = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    fetched.mockImplementation(
      (_, request) =>
        new Promise((_resolve, reject) => {
          request?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')));
        }),
    );
    const call = me();
    clock.abort();
    await expect(call).rejects.toBeInstanceOf(Unreachable);
    expect(timeout).toHaveBeenCalledWith(15_000);
  });

  it('refreshes once and is made again when its token is over', async () => {
    fetched.mockReturnValueOnce(answer(401, { reason: 'sign-in-again' }));
    fetched.mockReturnValueOnce(answer(200, { me: ada }));
    fetched.mockReturnValueOnce(answer(200, ada));
    await expect(me()).resolves.toEqual(ada);
    expect(paths()).toEqual(['/api/me', '/api/refresh', '/api/me']);
  });

  it('takes over what another tab refreshed meanwhile, whatever the clock says', async () => {
    fetched.mockImplementationOnce(() => {
      localStorage.setItem('chatterbox.refreshed-at', '1');
      return answer(401, { reason: 'sign-in-again' });
    });
    fetched.mockReturnValueOnce(answer(200, ada));
    await expect(standing()).resolves.toBe('signed-in');
    expect(paths()).toEqual(['/api/me', '/api/me']);
  });
});

describe('the lock of the refresh', () => {
  it('that another tab never lets go is given up', async () => {
    fetched.mockReturnValueOnce(answer(401, { reason: 'sign-in-again' }));
    const request = vi.fn((_: string, options: LockOptions) => {
      expect(options.signal).toBeInstanceOf(AbortSignal);
      return Promise.reject(new DOMException('', 'TimeoutError'));
    });
    vi.stubGlobal('navigator', { locks: { request } });
    await expect(standing()).resolves.toBe('unreachable');
    expect(request).toHaveBeenCalledTimes(1);
  });
});
