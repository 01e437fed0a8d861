package chatterbox.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import chatterbox.outbox.Closing;
import chatterbox.outbox.Frame;
import chatterbox.outbox.Outbox;
import chatterbox.outbox.Senders;
import chatterbox.outbox.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** The far end of a connection: remembers what arrived, or does not read at all. */
final class Receiver implements Transport {
    private static final Pattern SEQ_OF_A_FACT = Pattern.compile("\"seq\":(\\d+),.*\"at\":");

    private final boolean reads;
    private final Outbox outbox;
    private final List<String> events = new ArrayList<>();
    private final List<Closing> closings = new CopyOnWriteArrayList<>();

    Receiver(Senders senders, boolean reads) {
        this.reads = reads;
        outbox = senders.outbox(this);
    }

    Outbox outbox() {
        return outbox;
    }

    List<Closing> closings() {
        return closings;
    }

    /** The events that arrived, each as its JSON text. */
    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    List<Long> seqs() {
        return events().stream()
                .map(SEQ_OF_A_FACT::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    void awaitEvents(int count) {
        await(() -> events().size() >= count);
    }

    void awaitSeq(long seq) {
        await(() -> {
            var seqs = seqs();
            return !seqs.isEmpty() && seqs.get(seqs.size() - 1) >= seq;
        });
    }

    @Override
    public void send(Frame sent, Consumer<Boolean> done) {
        var frame = sent.text();
        synchronized (events) {
            Stream.of(frame.substring(1, frame.length() - 1).split("(?<=}),(?=\\{\"type\")"))
                    .filter(event -> !event.isEmpty())
                    .forEach(events::add);
        }
        if (reads) {
            done.accept(true);
        }
    }

    @Override
    public void ping() {
        // Nobody asks.
    }

    @Override
    public void close(Closing why) {
        closings.add(why);
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
