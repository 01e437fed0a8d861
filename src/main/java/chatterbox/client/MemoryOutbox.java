package chatterbox.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import chatterbox.delivery.OutgoingText;

/** Keeps texts for as long as the program lives; a later client of the same account may go on with it. */
public final class MemoryOutbox implements Outbox {
    private final Map<UUID, OutgoingText> texts = new LinkedHashMap<>();

    @Override
    public synchronized List<OutgoingText> texts() {
        return List.copyOf(texts.values());
    }

    @Override
    public synchronized void keep(OutgoingText text) {
        texts.put(text.id(), text);
    }

    @Override
    public synchronized void forget(UUID id) {
        texts.remove(id);
    }

    @Override
    public void close() {}
}
