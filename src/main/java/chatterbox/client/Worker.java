package chatterbox.client;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import chatterbox.delivery.Ask;
import chatterbox.delivery.Conversation;
import chatterbox.delivery.Listener;
import chatterbox.delivery.OutgoingText;
import chatterbox.delivery.Outside;
import chatterbox.delivery.Standing;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;

/**
 * The client's thread: all reports to the conversation are made on it, what the conversation wants done is done from it,
 * and the listeners are called on it.
 */
final class Worker implements Outside {
    private static final Logger LOG = System.getLogger(Worker.class.getName());

    /** Far below the 30 days after which a login ends that was not refreshed. */
    private static final Duration REFRESH = Duration.ofDays(1);

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Session session;
    private final Outbox outbox;
    private final List<Listener> listeners;
    private final long started = System.nanoTime();
    private final ScheduledThreadPoolExecutor executor;
    private final Conversation conversation;
    private volatile Thread thread;
    private ScheduledFuture<?> look;
    private Optional<SocketLine> line = Optional.empty();

    Worker(Session session, Outbox outbox, List<Listener> listeners) {
        this.session = session;
        this.outbox = outbox;
        this.listeners = listeners;
        executor = new ScheduledThreadPoolExecutor(1, this::thread);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        conversation = new Conversation(this, outbox.texts(), this::now, new SecureRandom()::nextDouble);
    }

    void start() {
        run(Conversation::begin);
        executor.scheduleWithFixedDelay(session::refresh, REFRESH.toSeconds(), REFRESH.toSeconds(), TimeUnit.SECONDS);
    }

    /** Keeps a text, and then has it sent. */
    synchronized void write(OutgoingText text) {
        if (executor.isShutdown()) {
            throw new IllegalStateException("The client is closed");
        }
        outbox.keep(text);
        run(conversation -> conversation.written(text));
    }

    /** From any thread; dropped when the client is closed. */
    void run(Consumer<Conversation> report) {
        execute(() -> {
            report.accept(conversation);
            lookAgain();
        });
    }

    /** Waits for what is being done, but not when called from there. */
    void close(Runnable last) {
        synchronized (this) {
            execute(() -> {
                hangUp();
                last.run();
                outbox.close();
            });
            executor.shutdown();
        }
        if (Thread.currentThread() != thread) {
            awaitEnd();
        }
    }

    @Override
    public void dial() {
        var dialled = new SocketLine(this::report);
        line = Optional.of(dialled);
        dialled.dial(session);
    }

    @Override
    public void hangUp() {
        line.ifPresent(SocketLine::leave);
        line = Optional.empty();
    }

    @Override
    public void send(Command command) {
        line.ifPresent(open -> open.send(Codec.write(command)));
    }

    @Override
    public void refresh() {
        session.refresh()
                .handle((done, failure) -> failure == null ? Standing.SIGNED_IN : Session.standing(failure))
                .thenAccept(standing -> run(conversation -> conversation.refreshed(standing)));
    }

    @Override
    public void load(Ask ask) {
        ask.before()
                .map(seq -> session.before(ask.room(), seq))
                .orElseGet(() -> session.latest(ask.room()))
                .whenComplete((page, failure) -> run(conversation -> {
                    if (failure == null) {
                        conversation.loaded(ask, page);
                    } else {
                        conversation.notLoaded(ask);
                    }
                }));
    }

    @Override
    public void keep(OutgoingText text) {
        store(() -> outbox.keep(text));
    }

    @Override
    public void forget(UUID id) {
        store(() -> outbox.forget(id));
    }

    @Override
    public void tell(Consumer<Listener> news) {
        for (var listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException theirs) {
                LOG.log(Level.ERROR, "A listener of the chat client failed", theirs);
            }
        }
    }

    /** A state that is not stored costs no text: after a restart it would be sent again, and be recognised. */
    private static void store(Runnable change) {
        try {
            change.run();
        } catch (UncheckedIOException e) {
            LOG.log(Level.WARNING, "The outbox cannot be written", e);
        }
    }

    /** Of a line that was left nothing counts any more. */
    private void report(SocketLine from, Consumer<Conversation> news) {
        run(conversation -> {
            if (line.filter(current -> current == from).isPresent()) {
                news.accept(conversation);
            }
        });
    }

    private void execute(Runnable work) {
        synchronized (this) {
            if (executor.isShutdown()) {
                return;
            }
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException bug) { // The executor would keep it to itself.
                    LOG.log(Level.ERROR, "The chat client failed", bug);
                }
            });
        }
    }

    private synchronized void lookAgain() {
        if (look != null) {
            look.cancel(false);
        }
        var next = conversation.nextLook();
        if (next != Long.MAX_VALUE && !executor.isShutdown()) {
            look = executor.schedule(() -> run(Conversation::look), Math.max(0, next - now()), TimeUnit.MILLISECONDS);
        }
    }

    private void awaitEnd() {
        try {
            executor.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private Thread thread(Runnable work) {
        thread = new Thread(work, "chatterbox-client");
        return thread;
    }
}
