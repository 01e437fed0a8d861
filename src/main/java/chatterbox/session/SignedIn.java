package chatterbox.session;

import chatterbox.protocol.Event;

/** Who has signed in, or refreshed, and the tokens that show it. */
public record SignedIn(Event.Me me, String accessToken, String refreshToken) {}
