package chatterbox.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * What waits to be sent to one receiver.
 *
 * <p>Offering never blocks: it adds to a queue and, when nothing is on its way, marks the outbox as ready. A sender thread
 * takes what waits, joins it into one array frame and sends that; when the transport says that it is out, whatever has
 * gathered meanwhile goes as the next frame. So a receiver that is quick gets each event at once, one that is slower gets
 * fewer and fuller frames, and one that does not read fills its own queue only. Invariants, all under this object's lock:
 *
 * <ul>
 *   <li>At most one send is in flight. Some servers fail at a second one.
 *   <li>The outbox is in the senders' queue at most once, and only while nothing is in flight.
 *   <li>What waits never exceeds the limit. An event that does not fit ends the connection with "slow, resume now":
 *       nothing is left out silently, and the receiver fetches what it missed.
 *   <li>After the end nothing is sent.
 * </ul>
 */
public final class Outbox {
    /** A frame takes at most so much of what waits, or one chunk if that is larger. */
    static final int FRAME_BYTES = 65_536;

    private final Transport transport;
    private final Senders senders;
    private final int limit;
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean queued;
    private boolean sending;
    private boolean beating;
    private boolean ended;
    private long lastSend = System.nanoTime();

    Outbox(Transport transport, Senders senders, int limit) {
        this.transport = transport;
        this.senders = senders;
        this.limit = limit;
    }

    /** Adds events behind those that wait. For any thread. */
    public void offer(Chunk chunk) {
        boolean overflow;
        boolean wake = false;
        synchronized (this) {
            if (ended) {
                return;
            }
            overflow = waitingBytes + chunk.bytes() > limit;
            if (!overflow) {
                waiting.add(chunk);
                waitingBytes += chunk.bytes();
                wake = becomesReady();
            }
        }
        if (overflow) {
            end(Closing.TOO_SLOW);
        } else if (wake) {
            senders.ready(this);
        }
    }

    /** Whether so many more bytes would leave half of the limit free, so that what is live still fits beside them. */
    public synchronized boolean hasRoomFor(long bytes) {
        return waitingBytes + bytes <= limit / 2;
    }

    /** Shows the receiver that the line is alive: a ping, and an empty frame if nothing else waits. */
    public void beat() {
        boolean wake;
        synchronized (this) {
            if (ended) {
                return;
            }
            beating = true;
            wake = becomesReady();
        }
        if (wake) {
            senders.ready(this);
        }
    }

    /** Whether events are still taken. */
    public synchronized boolean isOpen() {
        return !ended;
    }

    /** For how long a send has been in flight, in nanoseconds; 0 when none is. */
    public synchronized long stalledNanos() {
        return sending ? System.nanoTime() - lastSend : 0;
    }

    /** Sends nothing more and closes the connection; the first reason counts. */
    public void end(Closing why) {
        synchronized (this) {
            if (ended) {
                return;
            }
            stop();
        }
        transport.close(why);
    }

    /** Sends nothing more, for the connection is gone. */
    public synchronized void stop() {
        ended = true;
        waiting.clear();
        waitingBytes = 0;
    }

    /** Sends one frame of what waits. Called by a sender thread. */
    void drain() {
        boolean ping;
        Frame frame;
        synchronized (this) {
            queued = false;
            if (ended) {
                return;
            }
            ping = beating;
            beating = false;
            frame = nextFrame();
            sending = true;
            lastSend = System.nanoTime();
        }
        if (ping) {
            transport.ping();
        }
        transport.send(frame, this::sent);
    }

    private void sent(boolean out) {
        boolean wake;
        synchronized (this) {
            sending = false;
            wake = out && !ended && becomesReady();
        }
        if (!out) {
            end(Closing.TOO_SLOW);
        } else if (wake) {
            senders.ready(this);
        }
    }

    private boolean becomesReady() {
        if (queued || sending || waiting.isEmpty() && !beating) {
            return false;
        }
        queued = true;
        return true;
    }

    private Frame nextFrame() {
        if (waiting.isEmpty()) {
            return Frame.EMPTY;
        }
        var chunks = new ArrayList<Chunk>(waiting.size());
        var bytes = 0;
        while (!waiting.isEmpty() && (bytes == 0 || bytes + waiting.peek().bytes() <= FRAME_BYTES)) {
            var chunk = waiting.poll();
            chunks.add(chunk);
            bytes += chunk.bytes();
        }
        waitingBytes -= bytes;
        return chunks.get(0).frame(chunks);
    }
}
