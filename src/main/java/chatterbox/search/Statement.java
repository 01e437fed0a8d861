package chatterbox.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import chatterbox.persistence.Engine;

/** The SQL of one search, put together piece by piece in either engine's words. */
final class Statement {
    private final StringBuilder sql = new StringBuilder("SELECT w.room, w.seq FROM ");
    private final List<Object> parameters = new ArrayList<>();
    private final String order;

    /**
     * Of the rooms that somebody is a member of. SQLite goes through the index from its end, which CROSS JOIN holds it
     * to: then the newest hits are the first.
     */
    Statement(Engine engine, String member, List<Term> terms) {
        var indexed = engine == Engine.SQLITE && !terms.isEmpty();
        sql.append(indexed ? "message_index i CROSS JOIN message_words w ON w.id = i.rowid" : "message_words w")
                .append(" CROSS JOIN membership m WHERE m.room = w.room");
        and("m.username = ?", member);
        if (indexed) {
            and("i.message_index MATCH ?", terms.stream().map(Statement::match).collect(Collectors.joining(" AND ")));
        } else if (!terms.isEmpty()) {
            and(
                    "to_tsvector('simple', w.words) @@ to_tsquery('simple', ?)",
                    terms.stream().map(Statement::tsquery).collect(Collectors.joining(" & ")));
        }
        order = indexed ? "i.rowid" : "w.id";
    }

    /** Narrows it down; the condition has one parameter for each value. */
    void and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    /** Only hits that come behind the one of this message. */
    void behind(String room, long seq) {
        and(order + " < (SELECT id FROM message_words WHERE room = ? AND seq = ?)", room, seq);
    }

    List<?> first(EntityManager transaction, int limit) {
        var query = transaction.createNativeQuery(sql + " ORDER BY " + order + " DESC LIMIT " + limit);
        for (int n = 0; n < parameters.size(); n++) {
            query.setParameter(n + 1, parameters.get(n));
        }
        return query.getResultList();
    }

    /** Tokens are letters and digits, so they need no quoting of their own. */
    private static String match(Term term) {
        return "\"" + String.join(" ", term.tokens()) + "\"" + (term.open() ? " *" : "");
    }

    private static String tsquery(Term term) {
        return "(" + term.tokens().stream().map(token -> "'" + token + "'").collect(Collectors.joining(" <-> "))
                + (term.open() ? ":*" : "") + ")";
    }
}
