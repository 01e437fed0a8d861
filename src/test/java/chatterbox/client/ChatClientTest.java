package chatterbox.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import chatterbox.client.Door.Says;
import chatterbox.delivery.Listener;
import chatterbox.delivery.OutgoingText;
import chatterbox.delivery.Phase;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ChatClientTest {
    private final MemoryOutbox outbox = new MemoryOutbox();
    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void a_door_that_says_401_is_tried_once_more_with_new_credentials() throws Exception {
        var reader = new Reader();
        try (var client = ChatClient.start(door.login(), outbox, reader)) {
            client.open("general");
            reader.await(Phase.SIGNED_OUT);
        }
        assertThat(door.heard())
                .containsExactly(
                        "/api/login null null", "/ws token-1", "/api/refresh chatterbox-refresh=r1 1", "/ws token-2");
    }

    @Test
    void who_is_banned_is_told_at_the_door() throws Exception {
        door.says("token-1", "/ws", Says.no(403, "banned"));
        var reader = new Reader();
        try (var client = ChatClient.start(door.login(), outbox, reader)) {
            client.open("general");
            reader.await(Phase.BANNED);
        }
    }

    @Test
    void a_door_that_is_shut_for_another_reason_is_tried_again() throws Exception {
        door.says("token-1", "/ws", Says.no(503, "busy"));
        var reader = new Reader();
        try (var client = ChatClient.start(door.login(), outbox, reader)) {
            client.open("general");
            reader.await(Phase.WAITING);
            door.says("token-1", "/ws", Says.no(403, "banned"));
            reader.await(Phase.BANNED);
        }
    }

    @Test
    void what_is_posted_is_kept_before_anything_else_and_stays_when_the_client_is_closed() throws Exception {
        var client = ChatClient.start(door.login(), outbox, new Listener() {});
        var posted = client.post("general", "hi");
        assertThat(outbox.texts()).extracting(OutgoingText::id).containsExactly(posted.id());
        client.close();

        assertThat(posted.accepted()).isCancelled();
        assertThat(outbox.texts()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> client.post("general", "too late"));
        assertThat(outbox.texts()).hasSize(1);
        client.close();
    }

    @Test
    void what_is_discarded_is_not_kept() throws Exception {
        var discarded = new CompletableFuture<Void>();
        var client = ChatClient.start(door.login(), outbox, new Listener() {
            @Override
            public void outbox(List<OutgoingText> texts) {
                if (texts.isEmpty()) {
                    discarded.complete(null);
                }
            }
        });
        var posted = client.post("general", "hi");
        client.discard(posted.id());
        discarded.get(20, TimeUnit.SECONDS);

        assertThat(posted.accepted()).isCancelled();
        assertThat(outbox.texts()).isEmpty();
        client.close();
    }

    @Test
    void what_no_text_may_hold_is_not_taken() throws Exception {
        try (var client = ChatClient.start(door.login(), outbox, new Listener() {})) {
            var refused = catchThrowableOfType(Refusal.class, () -> client.post("general", "half \uD83D"));

            assertThat(refused.field()).contains("text");
            assertThat(outbox.texts()).isEmpty();
        }
    }

    @Test
    void a_listener_that_fails_is_told_what_comes_next_and_may_close_the_client() throws Exception {
        var closed = new CompletableFuture<Void>();
        var itself = new CompletableFuture<ChatClient>();
        itself.complete(ChatClient.start(door.login(), outbox, new Listener() {
            @Override
            public void phase(Phase phase) {
                if (phase != Phase.SIGNED_OUT) {
                    throw new IllegalStateException("of the listener");
                }
                itself.join().close();
                closed.complete(null);
            }
        }));

        closed.get(5, TimeUnit.SECONDS); // Waiting for itself it would take ten.
    }
}
