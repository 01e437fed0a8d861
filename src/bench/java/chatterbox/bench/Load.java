package chatterbox.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Load on rooms, and what came of it. A message counts as delivered when it is read from the socket. In an open loop
 * messages are due at their times whether the server answers or not, and their latency counts from when they were due:
 * what waits behind a pause is not left out. For one thread.
 */
final class Load implements Reader.Heard, AutoCloseable {
    /** Of a message, as in most benchmarks of chats. */
    private static final int TEXT_LENGTH = 120;

    /** More than a sender ever has under way. */
    private static final int SLOTS = 4_096;

    /** After so many new sockets the others' pings are answered. */
    private static final int PINGED = 50;

    private final Selector selector = Selector.open();
    private final List<Reader> readers = new ArrayList<>();
    private final Point point;
    private final List<String> rooms;
    private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    private final int[][] next;
    private final int[] posted;
    private final long[] asked;
    private final List<int[]> missing = new ArrayList<>();
    private int reading;
    private boolean measuring;
    private long deliveries;
    private long acks;
    private long disorder;
    private long refusals;
    private boolean stopping;

    /**
     * One way to load the server.
     *
     * @param rooms over which the sockets are spread in turns
     * @param sockets each follows one room; the first {@code senders} of them post
     * @param inFlight messages that each sender has under way, in a closed loop
     * @param perSecond messages a second of all senders together, in an open loop; 0 for a closed one
     * @param untilAck whether a message is done when it is acknowledged, rather than when everybody has it
     */
    record Point(String name, int rooms, int sockets, int senders, int inFlight, int perSecond, boolean untilAck) {}

    /** Times in milliseconds. */
    record Result(
            String name,
            double deliveriesPerSecond,
            double acksPerSecond,
            double p50,
            double p99,
            double p999,
            double cpuMicrosPerDelivery,
            long lostOrOutOfOrder,
            long refused) {}

    /**
     * @param tokens of one room: socket by socket, in turns; of several: room by room
     * @param rooms their ids, as many as the point has
     */
    Load(URI server, List<String> tokens, List<String> rooms, Point point) throws IOException {
        this.point = point;
        this.rooms = rooms;
        next = new int[point.sockets()][point.senders()];
        posted = new int[point.senders()];
        asked = new long[point.senders()];
        for (var n = 0; n < point.sockets(); n++) {
            var reader = new Reader(n, server, tokens.get((rooms.size() == 1 ? n : n % rooms.size()) % tokens.size()));
            readers.add(reader);
            reader.awaitText("\"welcome\"");
            reader.send("{\"type\":\"follow\",\"room\":\"" + room(n) + "\"}");
            reader.awaitText("\"followed\"");
            reader.register(selector);
            if (n % PINGED == 0) {
                read(1);
            }
        }
        for (var n = 0; n < point.senders(); n++) {
            missing.add(new int[SLOTS]);
        }
    }

    Result run(ProcessHandle process, Duration warmUp, Duration measured) throws IOException {
        var begin = System.nanoTime();
        var from = begin + warmUp.toNanos();
        var until = from + measured.toNanos();
        for (var sender = 0; point.perSecond() == 0 && sender < point.senders(); sender++) {
            for (var n = 0; n < point.inFlight(); n++) {
                post(sender, System.nanoTime());
            }
        }
        long due = 0;
        var cpu = Duration.ZERO;
        for (var now = begin; now < until; now = System.nanoTime()) {
            if (!measuring && now >= from) {
                measuring = true;
                cpu = cpu(process);
            }
            for (; point.perSecond() > 0 && begin + due * 1_000_000_000L / point.perSecond() <= now; due++) {
                post((int) (due % point.senders()), begin + due * 1_000_000_000L / point.perSecond());
            }
            read(1);
        }
        measuring = false;
        stopping = true;
        var used = cpu(process).minus(cpu);
        var drained = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < drained && missed() > 0) {
            read(10);
        }
        var seconds = measured.toNanos() / 1e9;
        return new Result(
                point.name(),
                deliveries / seconds,
                acks / seconds,
                millis(50),
                millis(99),
                millis(99.9),
                used.toNanos() / 1e3 / Math.max(1, deliveries),
                missed() + disorder,
                refusals);
    }

    @Override
    public void message(int sender, int number, long nanos) {
        var expected = next[reading][sender]++;
        if (number != expected) {
            disorder++;
            next[reading][sender] = number + 1;
        }
        if (measuring) {
            deliveries++;
            if (!point.untilAck()) {
                record(nanos);
            }
        }
        var slot = number % SLOTS;
        if (++missing.get(sender)[slot] == inRoomOf(sender)) {
            missing.get(sender)[slot] = 0;
            if (point.perSecond() == 0 && !point.untilAck()) {
                again(sender);
            }
        }
    }

    @Override
    public void ack() {
        if (measuring) {
            acks++;
        }
        if (point.untilAck() && point.perSecond() == 0) {
            if (measuring) {
                record(asked[reading]);
            }
            again(reading);
        }
    }

    @Override
    public void refused() {
        refusals++;
    }

    @Override
    public void close() throws IOException {
        for (var reader : readers) {
            reader.close();
        }
        selector.close();
    }

    private void again(int sender) {
        if (!stopping) {
            try {
                post(sender, System.nanoTime());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void post(int sender, long nanos) throws IOException {
        asked[sender] = nanos;
        var text = Reader.MARK + sender + ":" + posted[sender]++ + ":" + nanos + ":";
        readers.get(sender)
                .send("{\"type\":\"post\",\"id\":\"" + UuidCreator.getTimeOrderedEpoch()
                        + "\",\"room\":\"" + room(sender) + "\",\"text\":\"" + text + "x".repeat(TEXT_LENGTH - text.length()) + "\"}");
    }

    private void read(long millis) throws IOException {
        if (point.perSecond() > 0 && selector.selectNow() == 0) {
            LockSupport.parkNanos(50_000);
            return;
        }
        if (point.perSecond() == 0) {
            selector.select(millis);
        }
        for (var key : selector.selectedKeys()) {
            var reader = (Reader) key.attachment();
            reading = reader.number();
            reader.read(this);
        }
        selector.selectedKeys().clear();
    }

    private void record(long since) {
        latencies.recordValue(Math.min(System.nanoTime() - since, latencies.getHighestTrackableValue()));
    }

    private long missed() {
        long missed = 0;
        for (var receiver = 0; receiver < next.length; receiver++) {
            for (var sender = receiver % rooms.size(); sender < posted.length; sender += rooms.size()) {
                missed += posted[sender] - next[receiver][sender];
            }
        }
        return missed;
    }

    private String room(int socket) {
        return rooms.get(socket % rooms.size());
    }

    private int inRoomOf(int socket) {
        var first = socket % rooms.size();
        return (point.sockets() - first + rooms.size() - 1) / rooms.size();
    }

    private double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Of the process alone, as the system counts it. */
    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
