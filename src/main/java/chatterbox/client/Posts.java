package chatterbox.client;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import chatterbox.delivery.Listener;
import chatterbox.delivery.OutgoingText;
import chatterbox.protocol.Event;

/** Whoever waits for the outcome of a post of this run. For any thread. */
final class Posts implements Listener {
    private final Map<UUID, CompletableFuture<Event.Ack>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<Event.Ack> expect(UUID id) {
        return waiting.computeIfAbsent(id, post -> new CompletableFuture<>());
    }

    void cancel(UUID id) {
        taken(id).ifPresent(post -> post.cancel(false));
    }

    void cancelAll() {
        waiting.keySet().forEach(this::cancel);
    }

    @Override
    public void accepted(Event.Ack ack) {
        taken(ack.id()).ifPresent(post -> post.complete(ack));
    }

    @Override
    public void failed(OutgoingText text) {
        taken(text.id())
                .ifPresent(post -> post.completeExceptionally(
                        new RequestRefused(text.refused().orElseThrow())));
    }

    private Optional<CompletableFuture<Event.Ack>> taken(UUID id) {
        return Optional.ofNullable(waiting.remove(id));
    }
}
