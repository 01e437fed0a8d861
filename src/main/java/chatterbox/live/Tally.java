package chatterbox.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many of each key there are. For any thread. */
final class Tally {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** Counts one more, and says how many there are now. */
    int add(String key) {
        return counts.merge(key, 1, Integer::sum);
    }

    /** Counts one fewer, and says how many are left. */
    int remove(String key) {
        var left = counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
        return left == null ? 0 : left;
    }

    int of(String key) {
        return counts.getOrDefault(key, 0);
    }
}
