package chatterbox.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import chatterbox.delivery.Listener;
import chatterbox.delivery.Phase;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps what it is told of one room, as somebody would read it, and of the line. */
final class Reader implements Listener {
    private static final long PATIENCE_SECONDS = 60;

    private final List<Event.Message> messages = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private int accepted;

    @Override
    public synchronized void begins(String room, Answer.Page page) {
        messages.clear();
        messages.addAll(page.messages());
        notifyAll();
    }

    @Override
    public synchronized void message(Event.Message message) {
        messages.add(message);
        notifyAll();
    }

    @Override
    public synchronized void accepted(Event.Ack ack) {
        accepted++;
        notifyAll();
    }

    @Override
    public synchronized void phase(Phase phase) {
        phases.add(phase);
        notifyAll();
    }

    synchronized List<Event.Message> messages() {
        return List.copyOf(messages);
    }

    void awaitAccepted(int count) throws InterruptedException {
        await(() -> accepted >= count);
    }

    void awaitMessage(long seq) throws InterruptedException {
        await(() -> !messages.isEmpty() && messages.get(messages.size() - 1).seq() >= seq);
    }

    void await(Phase phase) throws InterruptedException {
        await(() -> !phases.isEmpty() && phases.get(phases.size() - 1) == phase);
    }

    private synchronized void await(BooleanSupplier come) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!come.getAsBoolean()) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left)
                    .as("not in time; phases %s, %s accepted", phases, accepted)
                    .isPositive();
            wait(left);
        }
    }
}
