package chatterbox.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

import chatterbox.protocol.Answer;
import chatterbox.security.AccessTokens;
import chatterbox.session.SignedIn;

/** What registering, signing in and refreshing answer: the token for scripts, the cookies for browsers. */
@Singleton
final class SignInAnswer {
    private final Cookies cookies;
    private final AccessTokens tokens;

    @Inject
    SignInAnswer(Cookies cookies, AccessTokens tokens) {
        this.cookies = cookies;
        this.tokens = tokens;
    }

    Response of(Response.Status status, SignedIn signedIn, HttpServletRequest request) {
        var body = new Answer.SignedIn(signedIn.accessToken(), tokens.life().toSeconds(), signedIn.me());
        var response = Response.status(status).entity(body).header("Cache-Control", "no-store");
        cookies.keep(signedIn, request).forEach(line -> response.header("Set-Cookie", line));
        return response.build();
    }

    Response signedOut(HttpServletRequest request) {
        var response = Response.noContent();
        cookies.forget(request).forEach(line -> response.header("Set-Cookie", line));
        return response.build();
    }
}
