package chatterbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The facts of a room as one reader was told them, over any number of lines, held against the room's history: each number
 * once, in order, without a gap, and each message where history has it.
 */
final class Sightings {
    private final List<Sighting> seen = new ArrayList<>();

    private record Sighting(long seq, String id) {}

    /** Takes a fact down; its id is null unless it is a message. */
    void saw(long seq, String id) {
        seen.add(new Sighting(seq, id));
    }

    /** The number up to which everything was seen; 0 at first. */
    long last() {
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).seq();
    }

    /** All that is wrong, given the room's head and its messages by now; empty when nothing is. */
    List<String> faults(long head, List<Outcomes.Stored> history) {
        var faults = new ArrayList<String>();
        var expected = 1L;
        for (var fact : seen) {
            if (fact.seq() != expected) {
                faults.add("expected number " + expected + ", saw " + fact);
            }
            expected = fact.seq() + 1;
        }
        if (last() != head) {
            faults.add("the room is at " + head + ", seen was " + last());
        }
        compare(history, faults);
        return faults;
    }

    private void compare(List<Outcomes.Stored> history, List<String> faults) {
        Map<Long, String> stored =
                history.stream().collect(Collectors.toMap(Outcomes.Stored::seq, Outcomes.Stored::id, (a, b) -> a));
        seen.stream()
                .filter(fact -> !Objects.equals(fact.id(), stored.get(fact.seq())))
                .forEach(fact -> faults.add("history has " + stored.get(fact.seq()) + " where was seen " + fact));
    }
}
