package chatterbox.revision;

import com.github.f4b6a3.uuid.UuidCreator;

import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.history.Messages;
import chatterbox.journal.Source;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A message that somebody wants to change. */
record Target(String room, long seq, String by) {
    /** The message, deleted or not; or a {@link Refusal} {@code not-found}. */
    Message find(EntityManager transaction) {
        return Messages.find(transaction, room, seq)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("seq"));
    }

    /** The message that is not deleted; or a {@link Refusal} {@code not-found}. */
    Message require(EntityManager transaction) {
        var message = find(transaction);
        if (message.isDeleted()) {
            throw Refusal.of(Reason.NOT_FOUND).at("seq");
        }
        return message;
    }

    /** Requests have no id: whether one came before shows in what there is to change. */
    Source source() {
        return Source.of(by, UuidCreator.getTimeOrderedEpoch());
    }
}
