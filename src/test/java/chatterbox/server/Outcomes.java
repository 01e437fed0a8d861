package chatterbox.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What senders were told of their posts, held against what a room's history holds. Acknowledged means there, exactly once,
 * under that number; refused means not there; silence means there at most once. Whatever was acknowledged before another
 * post was sent stands before it.
 */
final class Outcomes {
    private final Map<String, Post> posts = new ConcurrentHashMap<>();
    private final Set<String> reasons = ConcurrentHashMap.newKeySet();

    /** A message as history shows it. */
    record Stored(String id, long seq) {}

    private record Post(long sentAt, Long answeredAt, Long seq, boolean refused) {}

    void sent(String id) {
        posts.putIfAbsent(id, new Post(System.nanoTime(), null, null, false));
    }

    /** Takes an {@code ack} or a {@code refused} of a post down; other events tell nothing here. */
    void answered(Map<String, Object> event) {
        var id = (String) event.get("id");
        if (event.get("type").equals("ack")) {
            acknowledged(id, (Long) event.get("seq"));
        } else if (event.get("type").equals("refused") && id != null) {
            refused(id);
            reasons.add((String) event.get("reason"));
        }
    }

    /** Why posts were refused. */
    Set<String> reasons() {
        return reasons;
    }

    void acknowledged(String id, long seq) {
        posts.computeIfPresent(id, (same, post) -> new Post(post.sentAt, System.nanoTime(), seq, false));
    }

    void refused(String id) {
        posts.computeIfPresent(id, (same, post) -> new Post(post.sentAt, System.nanoTime(), null, true));
    }

    boolean wasSent(String id) {
        return posts.containsKey(id);
    }

    long acknowledged() {
        return posts.values().stream().filter(post -> post.seq != null).count();
    }

    /** All that is wrong with this history, oldest first as it should be; empty when nothing is. */
    List<String> faults(List<Stored> history) {
        var faults = new ArrayList<String>();
        checkOrder(history, faults);
        var stored = byId(history);
        posts.forEach((id, post) -> check(id, post, stored.getOrDefault(id, List.of()), faults));
        checkRealTime(faults);
        return faults;
    }

    private static void checkOrder(List<Stored> history, List<String> faults) {
        for (int n = 1; n < history.size(); n++) {
            if (history.get(n).seq <= history.get(n - 1).seq) {
                faults.add("out of order: " + history.get(n - 1) + " before " + history.get(n));
            }
        }
    }

    private static Map<String, List<Long>> byId(Collection<Stored> history) {
        var stored = new HashMap<String, List<Long>>();
        history.forEach(message ->
                stored.computeIfAbsent(message.id, id -> new ArrayList<>()).add(message.seq));
        return stored;
    }

    private static void check(String id, Post post, List<Long> places, List<String> faults) {
        if (places.size() > 1) {
            faults.add("stored twice: " + id + " at " + places);
        }
        if (post.refused && !places.isEmpty()) {
            faults.add("refused and stored: " + id + " at " + places);
        }
        if (post.seq != null && places.isEmpty()) {
            faults.add("acknowledged and lost: " + id + " as " + post.seq);
        }
        if (post.seq != null && !places.isEmpty() && !places.get(0).equals(post.seq)) {
            faults.add("acknowledged as " + post.seq + " and stored elsewhere: " + id + " at " + places);
        }
    }

    /** In the order of numbers, no post may have been answered before one with a smaller number was sent. */
    private void checkRealTime(List<String> faults) {
        var byNumber = posts.values().stream()
                .filter(post -> post.seq != null)
                .sorted((a, b) -> Long.compare(b.seq, a.seq))
                .toList();
        var earliestAnswer = Long.MAX_VALUE;
        for (var post : byNumber) {
            if (post.sentAt > earliestAnswer) {
                faults.add("number " + post.seq + " was sent after a greater one had been acknowledged");
            }
            earliestAnswer = Math.min(earliestAnswer, post.answeredAt);
        }
    }
}
