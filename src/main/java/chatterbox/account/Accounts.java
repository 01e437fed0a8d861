package chatterbox.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.persistence.Database;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * All accounts. A person is found by whatever others may call them: the user name in any case and in any of Unicode's
 * compatible forms.
 */
@Singleton
public final class Accounts {
    private static final Pattern WORDS = Pattern.compile("[\\s._-]+");

    private final Transactions transactions;
    private final String rowLock;

    @Inject
    public Accounts(Transactions transactions, Database database) {
        this.transactions = transactions;
        rowLock = database.engine().rowLock();
    }

    public Optional<Event.Person> person(String username) {
        return transactions.read(transaction -> find(transaction, username).map(Account::person));
    }

    /** Those that exist among these exact user names, by name. */
    public List<Event.Person> people(Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return List.of();
        }
        return transactions.read(transaction -> transaction
                .createQuery("SELECT a FROM Account a WHERE a.username IN :names ORDER BY a.username", Account.class)
                .setParameter("names", List.copyOf(usernames))
                .getResultStream()
                .map(Account::person)
                .toList());
    }

    /**
     * The first ones by user name whose user name, or a word of whose display name, begins so, in any case. Not by the
     * database, whose engines fold letters differently; a hundred thousand accounts take a tenth of a second.
     */
    public List<Event.Person> search(String query, int limit) {
        var beginning = UserName.fold(query.strip());
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT a.username, a.folded, a.displayName FROM Account a WHERE a.bannedAt IS NULL"
                                + " ORDER BY a.folded",
                        Object[].class)
                .getResultStream()
                .filter(row -> ((String) row[1]).startsWith(beginning)
                        || WORDS.splitAsStream(UserName.fold((String) row[2]))
                                .anyMatch(word -> word.startsWith(beginning)))
                .limit(limit)
                .map(row -> new Event.Person((String) row[0], (String) row[2]))
                .toList());
    }

    public Optional<Event.Me> me(String username) {
        return transactions.read(transaction -> find(transaction, username).map(Account::me));
    }

    boolean any() {
        return transactions.read(transaction -> !transaction
                .createQuery("SELECT a.username FROM Account a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** The account as it is now. Whoever is going to change it {@link #lock}s it. */
    public Optional<Account> find(String username) {
        return transactions.read(transaction -> find(transaction, username));
    }

    static Optional<Account> find(EntityManager transaction, String username) {
        return UserName.folded(username)
                .flatMap(folded -> transaction
                        .createQuery("SELECT a FROM Account a WHERE a.folded = :folded", Account.class)
                        .setParameter("folded", folded)
                        .getResultStream()
                        .findFirst());
    }

    /** The account, which nobody else changes until the commit; or a {@link Refusal} {@code not-found}. */
    public Account lock(EntityManager transaction, String username) {
        var folded = UserName.folded(username).orElse("");
        List<?> found = transaction
                .createNativeQuery("SELECT * FROM account WHERE folded = ?" + rowLock, Account.class)
                .setParameter(1, folded)
                .getResultList();
        return found.stream()
                .map(Account.class::cast)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
    }

    /**
     * The account as {@link #lock}, which is about to lose the power of an administrator; or a {@link Refusal} {@code
     * last-admin}. All administrators are locked first: of two who lose it at once the second sees what the first left.
     */
    public Account lockToWeaken(EntityManager transaction, String username) {
        var administrators = lockAdministrators(transaction);
        var account = lock(transaction, username);
        if (administrators.equals(List.of(account.username()))) {
            throw Refusal.of(Reason.LAST_ADMIN).at("username");
        }
        return account;
    }

    private List<?> lockAdministrators(EntityManager transaction) {
        return transaction
                .createNativeQuery("SELECT username FROM account WHERE role = 'ADMIN' AND banned_at IS NULL"
                        + " ORDER BY username" + rowLock)
                .getResultList();
    }
}
