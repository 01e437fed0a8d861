import type { ChatSession } from './chat-session.ts';
import { signedOutElsewhere, tellSignedOut } from './tabs.ts';

/** The way out to the sign-in page, whoever signs out: this tab, another one, or the server. */
export class Exit {
  private left = false;

  constructor(private readonly session: ChatSession) {}

  watch(): void {
    signedOutElsewhere(() => void this.go());
  }

  readonly signOut = () => {
    tellSignedOut();
    void this.go();
  };

  async go(): Promise<void> {
    if (this.left) return;
    this.left = true;
    await this.session.end();
    location.replace(new URL('sign-in', document.baseURI));
  }
}
