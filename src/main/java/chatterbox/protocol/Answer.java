package chatterbox.protocol;

import java.util.List;

/** What the server answers over HTTP, where it is no event. */
public final class Answer {
    private Answer() {}

    /**
     * To registering, signing in and refreshing.
     *
     * @param expiresIn seconds that the access token is good for
     */
    public record SignedIn(String token, long expiresIn, Event.Me me) {}

    /**
     * A part of a room's history, oldest first, and the room's head of the same moment: what a client that shows this
     * page has to follow from is behind {@code head}.
     *
     * @param more whether there are further messages in the direction that was asked for
     * @param people the authors, as they are called now
     */
    public record Page(
            List<Event.Message> messages, long head, String epoch, boolean more, List<Event.Person> people) {}
}
