package chatterbox.message;

import com.github.benmanes.caffeine.cache.Ticker;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.history.ThreadFollowers;
import chatterbox.journal.Appended;
import chatterbox.journal.Entry;
import chatterbox.journal.Journal;
import chatterbox.journal.Source;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;
import chatterbox.room.Memberships;
import chatterbox.settings.LimitSettings;
import chatterbox.throttle.Allowance;

/**
 * Posts messages: every way in ends here.
 *
 * <p>A command that was carried out before gets its first answer again, whatever has changed since then: its author may
 * have left the room, and a rule may refuse it now. Memory is asked first; the database only when the answer would be
 * no, since the journal looks there itself when it writes. Who is too fast is told so without that look, or a flood would
 * become one of reading; the same command is answered a moment later.
 */
@Singleton
public final class Posting {
    private final Journal journal;
    private final Memberships memberships;
    private final PostingRules rules;
    private final References references;
    private final ThreadFollowers followers;
    private final Allowance posts;

    @Inject
    Posting(
            Journal journal,
            Memberships memberships,
            PostingRules rules,
            References references,
            ThreadFollowers followers,
            LimitSettings limits) {
        this(
                journal,
                memberships,
                rules,
                references,
                followers,
                new Allowance(limits.postsAtOnce(), limits.postsPerSecond(), Ticker.systemTicker()));
    }

    Posting(
            Journal journal,
            Memberships memberships,
            PostingRules rules,
            References references,
            ThreadFollowers followers,
            Allowance posts) {
        this.journal = journal;
        this.memberships = memberships;
        this.rules = rules;
        this.references = references;
        this.followers = followers;
        this.posts = posts;
    }

    /**
     * The stage completes after the commit, on a writer's thread that must not be kept waiting, or on the caller's; or
     * exceptionally, with a {@link Refusal} as it is: {@code too-fast}, {@code not-found}, a rule's, {@code conflict}, {@code busy} or
     * {@code no-space}. Posts of one author to one room keep the order of the calls.
     *
     * @param post its id made by the client, once a message, and the same when it is sent again
     */
    public CompletionStage<Event.Ack> post(String author, Command.Post post) {
        var source = source(author, post);
        try {
            var before = journal.recent(source);
            if (before.isPresent()) {
                return CompletableFuture.completedStage(ack(post.id(), before.get()));
            }
            admit(author);
        } catch (Refusal no) { // Another command of this id, or too fast: no reason to read in the database.
            return CompletableFuture.failedStage(no);
        }
        return append(source, Draft.of(author, post));
    }

    /** Takes one of the author's posts, for a change to a message is one too; or throws a {@link Refusal} {@code too-fast}. */
    public void admit(String author) {
        posts.take(author);
    }

    /** Throws the {@link Refusal} of the first rule that does not let a text pass. */
    public void check(Draft draft) {
        rules.check(draft);
    }

    private static Source source(String author, Command.Post post) {
        var command = new ArrayList<>(List.of(post.room(), post.text()));
        post.replyTo().map(String::valueOf).ifPresent(command::add);
        post.thread()
                .ifPresent(root -> command.add("thread " + root + (post.also().orElse(false) ? " also" : "")));
        return Source.of(author, post.id(), command.toArray(String[]::new));
    }

    private CompletionStage<Event.Ack> append(Source source, Draft draft) {
        try {
            return append(source.id(), checked(draft, source));
        } catch (Refusal no) {
            return firstAnswer(source, no);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private Entry checked(Draft draft, Source source) {
        memberships.requireVoice(draft.room(), draft.author());
        check(draft);
        references.check(draft);
        var posted = new Posted(draft, references.mentions(draft), source);
        return draft.thread()
                .<Entry>map(root -> new Replied(posted, root, followers))
                .orElse(posted);
    }

    private CompletionStage<Event.Ack> append(UUID id, Entry posted) {
        var answer = new CompletableFuture<Event.Ack>();
        journal.append(posted).whenComplete((appended, failure) -> {
            if (failure == null) {
                answer.complete(ack(id, appended));
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private CompletionStage<Event.Ack> firstAnswer(Source source, Refusal otherwise) {
        try {
            var before = journal.stored(source).orElseThrow(() -> otherwise);
            return CompletableFuture.completedStage(ack(source.id(), before));
        } catch (RuntimeException no) {
            return CompletableFuture.failedStage(no);
        }
    }

    private static Event.Ack ack(UUID id, Appended appended) {
        return new Event.Ack(id, appended.stream().name(), appended.seq());
    }
}
