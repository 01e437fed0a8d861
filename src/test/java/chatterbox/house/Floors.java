package chatterbox.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The drawing of the house: its packages, from the ground up. A package looks only at the floors below its own. */
final class Floors {
    private static final List<List<String>> DRAWING = List.of(
            List.of("refusal"),
            List.of("settings", "protocol"),
            List.of("persistence", "security", "outbox", "origin", "throttle", "delivery"),
            List.of("journal", "audit", "client"),
            List.of("account", "fanout", "presence", "terminal"),
            List.of("session"),
            List.of("login"),
            List.of("authority"),
            List.of("room"),
            List.of("history", "hosting", "preference", "reading", "typing"),
            List.of("message", "receipt", "thread"),
            List.of("revision", "search"),
            List.of("moderation"),
            List.of("live"),
            List.of("ops"),
            List.of("http"),
            List.of("asset"),
            List.of("web"),
            // Outside: it starts the server, and neither sees the other.
            List.of("launcher"));

    private static final Map<String, Integer> FLOORS = floors();

    private Floors() {}

    static boolean isDrawn(JavaClass type) {
        return FLOORS.containsKey(name(type));
    }

    static ArchCondition<JavaClass> lookOnlyDown() {
        return new ArchCondition<>("look only at floors below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOfTheHouse(dependency.getTargetClass()))
                        .filter(dependency -> !maySee(type, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean maySee(JavaClass from, JavaClass to) {
        if (name(from).equals(name(to))) {
            return true;
        }
        return !name(from).equals("launcher") && floor(to) < floor(from);
    }

    private static boolean isOfTheHouse(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith("chatterbox");
    }

    private static int floor(JavaClass type) {
        return FLOORS.getOrDefault(name(type), Integer.MAX_VALUE);
    }

    private static String name(JavaClass type) {
        var parts = type.getBaseComponentType().getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    private static Map<String, Integer> floors() {
        var floors = new HashMap<String, Integer>();
        for (var floor = 0; floor < DRAWING.size(); floor++) {
            for (var name : DRAWING.get(floor)) {
                floors.put(name, floor);
            }
        }
        return Map.copyOf(floors);
    }
}
