package chatterbox.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** What somebody looks for: words, of which the last may be a beginning, "phrases", and the filters from, in, before, after. */
final class Query {
    private static final int LONGEST = 250;

    /** One letter begins too many words. */
    private static final int SHORTEST_BEGINNING = 2;

    private static final Pattern PART = Pattern.compile(
            "(?<filter>from|in|before|after):(?:\"(?<quoted>[^\"]*)\"?|(?<value>\\S+))|\"(?<phrase>[^\"]*)\"?|\\S+",
            Pattern.CASE_INSENSITIVE);

    private final List<Term> terms = new ArrayList<>();
    private Optional<String> from = Optional.empty();
    private Optional<String> in = Optional.empty();
    private Optional<Instant> before = Optional.empty();
    private Optional<Instant> since = Optional.empty();

    private Query() {}

    /** Throws a {@link Refusal} said of {@code q}: {@code missing}, {@code empty}, {@code too-long}, or {@code malformed} for a date. */
    static Query of(String q) {
        if (q == null) {
            throw Refusal.of(Reason.MISSING).at("q");
        }
        if (q.isBlank()) {
            throw Refusal.of(Reason.EMPTY).at("q");
        }
        if (q.codePointCount(0, q.length()) > LONGEST) {
            throw Refusal.of(Reason.TOO_LONG).at("q").with("limit", LONGEST);
        }
        var query = new Query();
        var parts = PART.matcher(q);
        while (parts.find()) {
            query.take(parts.toMatchResult(), parts.group("filter"), parts.group("phrase"), q.length());
        }
        return query;
    }

    List<Term> terms() {
        return terms;
    }

    Optional<String> from() {
        return from;
    }

    /** A room's name or id. */
    Optional<String> in() {
        return in;
    }

    Optional<Instant> before() {
        return before;
    }

    Optional<Instant> since() {
        return since;
    }

    /** Whether nothing is left to look for: signs only, which are no words. */
    boolean isEmpty() {
        return terms.isEmpty() && from.isEmpty() && in.isEmpty() && before.isEmpty() && since.isEmpty();
    }

    private void take(MatchResult part, String filter, String phrase, int end) {
        if (filter != null) {
            filter(filter.toLowerCase(Locale.ROOT), part.group(2) == null ? part.group(3) : part.group(2));
        } else if (phrase != null) {
            term(phrase, false);
        } else {
            var word = part.group();
            term(word, part.end() == end && word.length() >= SHORTEST_BEGINNING);
        }
    }

    private void term(String text, boolean open) {
        var term = Term.of(text, open);
        if (!term.tokens().isEmpty()) {
            terms.add(term);
        }
    }

    private void filter(String name, String value) {
        switch (name) {
            case "from" -> from = Optional.of(value.startsWith("@") ? value.substring(1) : value);
            case "in" -> in = Optional.of(value.startsWith("#") ? value.substring(1) : value);
            case "before" -> before = Optional.of(start(date(value)));
            default -> since = Optional.of(start(date(value).plusDays(1)));
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException wrong) {
            // Said below.
        }
        throw Refusal.of(Reason.MALFORMED).at("q");
    }
}
