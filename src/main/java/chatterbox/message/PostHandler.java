package chatterbox.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;

/** Posts over the socket. */
@Singleton
final class PostHandler implements CommandHandler<Command.Post> {
    private final Posting posting;

    @Inject
    PostHandler(Posting posting) {
        this.posting = posting;
    }

    @Override
    public Class<Command.Post> command() {
        return Command.Post.class;
    }

    @Override
    public void handle(Command.Post post, Asker asker) {
        posting.post(asker.username(), post).whenComplete((ack, failure) -> {
            if (failure == null) {
                asker.answer(ack);
            } else {
                asker.refuse(post, failure);
            }
        });
    }
}
