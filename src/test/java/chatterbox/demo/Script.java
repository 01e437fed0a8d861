package chatterbox.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in the demo team, and what they say: short and long, with code, links and lists, in several scripts. */
final class Script {
    static final Map<String, String> PEOPLE = inOrder(
            "ada", "Ada Lovelace",
            "grace", "Grace Hopper",
            "linus", "Linus",
            "margaret", "Margaret Hamilton",
            "yukihiro", "\u307E\u3064\u3082\u3068 \u3086\u304D\u3072\u308D",
            "katherine", "Katherine Johnson",
            "alan", "Alan",
            "barbara", "Barbara Liskov",
            "edsger", "Edsger W. Dijkstra",
            "hedy", "Hedy Lamarr",
            "radia", "Radia Perlman",
            "annie", "Annie Easley",
            "noor", "\u0646\u0648\u0631",
            "sofia",
                    "\u0421\u043E\u0444\u044C\u044F \u041A\u043E\u0432\u0430\u043B\u0435\u0432\u0441\u043A\u0430\u044F",
            "jose", "Jos\u00E9 Mar\u00EDa Fern\u00E1ndez-Villaverde y Garc\u00EDa de los Santos",
            "mary.allen.wilkes", "Mary Allen Wilkes \uD83D\uDC69\u200D\uD83D\uDCBB",
            "tim", "Tim",
            "frances", "Frances Allen",
            "ken", "Ken",
            "evelyn", "Evelyn Boyd Granville");

    /** What a room is like. */
    record Opening(String kind, String topic, boolean everybody) {}

    static final Map<String, Opening> ROOMS = inOrder(
            "Engineering", new Opening("public", "Builds, reviews, and what broke last night", true),
            "Design", new Opening("public", "What it looks like, and why", false),
            "Support", new Opening("public", "", false),
            "Release notes", new Opening("announcement", "What shipped. Questions go to Engineering", true),
            "B\u00FCro M\u00FCnchen", new Opening("public", "Mittagessen um zw\u00F6lf", false),
            "Hiring", new Opening("private", "Stays in here", false),
            "A room whose name is longer than any side bar has ever been wide", new Opening("public", "", false));

    /** Where most is said, besides the room of all. */
    static final List<String> CHATTY = List.of("Engineering", "Design", "Support");

    static final List<String> LINES = List.of(
            "Good morning!",
            "Does anybody know why the nightly build took twice as long?",
            "The staging certificate was renewed, so the warning should be gone now.",
            "I moved the meeting to **half past two**, the small room was free.",
            "Looks good to me.",
            "Can you have a look at https://example.com/reviews/4711 before lunch?",
            "It fails for me too:\n```\nExpected: 42\n  Actual: 41\n    at Counter.next(Counter.java:17)\n```",
            "An off-by-one, then. `i <= n` instead of `i < n`, I would bet a coffee on it.",
            "Done \u2705",
            "\uD83D\uDC4D",
            "Three things for today:\n- finish the import\n- write down what we decided\n- go home on time",
            "The customer from Osaka wrote again, and is happy with the new search.",
            "\u691C\u7D22\u304C\u3068\u3066\u3082\u901F\u304F\u306A\u308A\u307E\u3057\u305F\u3002\u3042\u308A\u304C\u3068\u3046\u3054\u3056\u3044\u307E\u3059\uFF01",
            "Wer kommt mit zum Mittagessen?",
            "\u042F \u0431\u0443\u0434\u0443 \u0447\u0435\u0440\u0435\u0437 \u043F\u044F\u0442\u044C \u043C\u0438\u043D\u0443\u0442.",
            "\u0635\u0628\u0627\u062D \u0627\u0644\u062E\u064A\u0631 \u062C\u0645\u064A\u0639\u0627",
            "I read through the incident report once more. What I take from it: the alert came in time, but nobody knew whose it was, and the page it "
                    + "linked to had been moved in spring. I would rather have fewer alerts, each with a name beside it, than the wall of red that we have now.",
            "Agreed.",
            "> fewer alerts, each with a name beside it\n\nYes, please.",
            "Who has the key to the bicycle cellar?",
            "Reminder: the office is closed on Friday.",
            "I can reproduce it on a phone, but not on my desk.",
            "That was the cache. It is always the cache.",
            "Deployed to production, watching the graphs for a while.",
            "Graphs are flat \uD83C\uDF89",
            "Does the new font look a little thin to anybody else?",
            "A bit. On the dark theme it is fine.",
            "We had 14 tickets about the export last month and one about it this month, so I think we may call that solved.",
            "Thank you, that helped a lot!",
            "Back in ten minutes.");

    static final List<String> PRIVATELY = List.of(
            "Do you have a minute?",
            "Sure, what is it?",
            "I would like to talk through the plan for spring before the others see it.",
            "Gladly. After lunch?",
            "Perfect \uD83D\uDE42");

    static final String QUESTION =
            "Shall we ship the new search on **Thursday**? Everything on the list is done, and support has tried it for a week.";
    static final String ANSWER = "Thursday is good. I will write the notes, @margaret, and @linus has the switch.";
    static final String TYPO = "I'll be at my desk all mroning then.";
    static final String CORRECTED = "I'll be at my desk all morning then.";
    static final String REGRETTED = "Wrong room, sorry.";
    static final String ANNOUNCEMENT = "**4.2 is out.** Search finds parts of words, and understands Japanese.";

    static final Map<String, String> CLOSING = inOrder(
            "katherine", "I checked the numbers again: the slowest one percent take 38 ms now, they took 410.",
            "barbara", "Impressive. What changed?",
            "yukihiro",
                    "The index. Before, every search read the whole room:\n```sql\nSELECT seq FROM message_index WHERE words MATCH ?\n```",
            "hedy", "Then I will update the handbook. @ada, could you look over it tomorrow?");

    /** In threads: what each says, in turns. */
    static final List<List<String>> ASIDE = List.of(
            List.of("katherine", "Thursday it is. Do we need a switch back?"),
            List.of("linus", "It is behind a flag, so yes: one line, no deployment."),
            List.of("ada", "Then I am for it. @katherine, would you watch the numbers on Friday?"),
            List.of("katherine", "Gladly."));

    static final List<List<String>> CURIOUS = List.of(
            List.of("barbara", "Is the word list kept beside each message, or apart from it?"),
            List.of("yukihiro", "Beside it, and written with it. Nothing is looked up twice."),
            List.of("edsger", "Elegant."));

    static final String OFFER = "I have two tickets for the *Analytical Engine* exhibition on Saturday. Anybody?";
    static final Map<String, String> TAKERS = inOrder(
            "hedy", "Me, please!",
            "radia", "I would come along, too.",
            "alan", "Is it the one with the difference engine, or only drawings?");

    static final String SETTLED = "For everybody: we ship on Thursday at ten, with @linus at the switch.";

    private Script() {}

    @SuppressWarnings("unchecked") // a name and what belongs to it, in turns
    private static <T> Map<String, T> inOrder(Object... pairs) {
        var map = new LinkedHashMap<String, T>();
        for (var n = 0; n < pairs.length; n += 2) {
            map.put((String) pairs[n], (T) pairs[n + 1]);
        }
        return map;
    }
}
