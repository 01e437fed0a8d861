package chatterbox.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
     * @param moreAfter in a page around a message, whose {@code more} tells the older ones: whether there are newer ones
     * @param quoted the originals of the page's replies that are not in the page themselves
     * @param people the authors, as they are called now
     */
    public record Page(
            List<Event.Message> messages,
            long head,
            String epoch,
            boolean more,
            Optional<Boolean> moreAfter,
            Optional<List<Event.Message>> quoted,
            List<Event.Person> people) {}

    /**
     * A part of a thread, oldest first, with what is said of a page.
     *
     * @param following whether the reader follows it
     * @param upTo the number up to which they have read it; of somebody who never followed it, 0
     */
    public record Thread(
            Event.Message root,
            List<Event.Message> messages,
            long head,
            boolean more,
            List<Event.Message> quoted,
            List<Event.Person> people,
            boolean following,
            long upTo) {}

    /** Threads that somebody follows, the one with the latest reply first; {@code people} are the authors of their roots. */
    public record Threads(List<ListedThread> threads, boolean more, List<Event.Person> people) {}

    /** A thread that somebody follows, and what is unread in it as of the room's number {@code head}. */
    public record ListedThread(String room, Event.Message root, long upTo, long head, int unread, Instant lastAt) {}

    /** Every text that a message has had, the first one as it was posted; empty when it never was another one. */
    public record Versions(List<Version> edits) {}

    public record Version(String text, Instant at) {}

    /** Who has read a message, of those who tell it; {@code people} are the first of them by user name. */
    public record Readers(List<Event.Person> people, int count) {}

    /** Messages of a room, oldest first. */
    public record Messages(List<Event.Message> messages) {}

    /** Newest first. */
    public record Hits(List<Hit> hits, boolean more) {}

    /**
     * A message that was found.
     *
     * @param marks what was found in its text: from and to, in UTF-16 units
     */
    public record Hit(Event.Message message, List<List<Integer>> marks) {}
}
