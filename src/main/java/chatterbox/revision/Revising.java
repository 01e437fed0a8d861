package chatterbox.revision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.history.TextIndex;
import chatterbox.journal.Appended;
import chatterbox.journal.Journal;
import chatterbox.message.Draft;
import chatterbox.message.Posting;
import chatterbox.persistence.Transactions;
import chatterbox.room.Memberships;

/**
 * Changes messages. Each change is written once: when all is as it was wished nothing is added to the log. Every stage
 * completes after the commit, or exceptionally with a {@code Refusal}: {@code not-found}, {@code forbidden}, {@code
 * too-fast}, or what a rule or the journal refuses with.
 */
@Singleton
public final class Revising {
    private final Journal journal;
    private final Transactions transactions;
    private final Memberships memberships;
    private final Posting posting;
    private final TextIndex index;

    @Inject
    Revising(Journal journal, Transactions transactions, Memberships memberships, Posting posting, TextIndex index) {
        this.journal = journal;
        this.transactions = transactions;
        this.memberships = memberships;
        this.posting = posting;
        this.index = index;
    }

    CompletionStage<Void> edit(Target target, String typed) {
        memberships.requireVoice(target.room(), target.by());
        var draft = Draft.of(target.by(), target.room(), typed);
        posting.check(draft);
        return change(new Edit(target, draft.text(), index));
    }

    CompletionStage<Void> delete(Target target) {
        var standing = memberships.require(target.room(), target.by());
        var allowed = memberships.rules(standing, target.by()) ? Deletion.Allowed.ANYBODYS : Deletion.Allowed.ONES_OWN;
        return change(new Deletion(target, allowed, journal, index));
    }

    CompletionStage<Void> react(Target target, String emoji, Wish wish) {
        memberships.requireOpen(target.room(), target.by());
        return change(new Reacting(target, Emoji.require(emoji), wish));
    }

    CompletionStage<Void> pin(Target target, Wish wish) {
        memberships.requireVoice(target.room(), target.by());
        return change(new Pinning(target, wish));
    }

    private CompletionStage<Void> change(Change change) {
        if (!transactions.read(change::isNeeded)) {
            return CompletableFuture.completedStage(null);
        }
        posting.admit(change.target.by());
        return journal.append(change).handle(Revising::outcome);
    }

    private static Void outcome(Appended appended, Throwable failure) {
        if (failure == null || failure instanceof Change.NotNeeded) {
            return null;
        }
        throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }
}
