package chatterbox.account;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import chatterbox.refusal.Refusal;

/** Does several things at the same time, each on a thread of its own. */
public final class Together {
    private Together() {}

    /** What became of each: its result, or the {@code Reason} of its refusal. */
    public static List<Object> outcomes(Callable<?>... things) {
        var start = new CyclicBarrier(things.length);
        var running = Stream.of(things)
                .map(thing -> CompletableFuture.supplyAsync(
                        () -> outcome(start, thing), command -> new Thread(command).start()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    public static Callable<Object> done(Runnable thing) {
        return () -> {
            thing.run();
            return "done";
        };
    }

    private static Object outcome(CyclicBarrier start, Callable<?> thing) {
        try {
            start.await();
            return thing.call();
        } catch (Refusal refusal) {
            return refusal.reason();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
