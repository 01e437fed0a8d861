/** Signing out in one tab signs out in all of them. */
const channel = new BroadcastChannel('chatterbox');
const signedOut = 'signed-out';

export function tellSignedOut(): void {
  channel.postMessage(signedOut);
}

export function signedOutElsewhere(then: () => void): void {
  channel.addEventListener('message', ({ data }) => {
    if (data === signedOut) then();
  });
}
