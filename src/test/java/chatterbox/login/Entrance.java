package chatterbox.login;

import java.util.Map;

import chatterbox.account.AccountWorld;
import chatterbox.origin.ClientAddress;
import chatterbox.origin.Deployment;
import chatterbox.origin.Origins;

/** The way into a world that no proxy stands before. */
final class Entrance {
    private static final ClientAddress ADDRESSES = new ClientAddress(Deployment.with(Map.of()));

    private Entrance() {}

    static Authenticator authenticator(AccountWorld world) {
        return new Authenticator(
                world.sessions, cookies(world), new Origins(Deployment.with(Map.of()), ADDRESSES), ADDRESSES);
    }

    static Cookies cookies(AccountWorld world) {
        return new Cookies(ADDRESSES, world.accessTokens, world.settings);
    }
}
