package chatterbox.account;

import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.persistence.Faults;
import chatterbox.persistence.Transactions;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.security.PasswordRule;
import chatterbox.security.Passwords;
import chatterbox.settings.LimitSettings;
import chatterbox.throttle.Allowance;

/** Making an account. */
@Singleton
public final class Registration {
    private final Transactions transactions;
    private final DisplayName displayNames;
    private final PasswordRule passwordRule;
    private final Passwords passwords;
    private final Clock clock;
    private final Consumer<AccountRegistered> listeners;
    private final Allowance addresses;

    @Inject
    Registration(
            Transactions transactions,
            DisplayName displayNames,
            PasswordRule passwordRule,
            Passwords passwords,
            Clock clock,
            Event<AccountRegistered> listeners,
            LimitSettings limits) {
        this(
                transactions,
                displayNames,
                passwordRule,
                passwords,
                clock,
                listeners::fire,
                new Allowance(limits.registrationsAtOnce(), limits.registrationsPerSecond(), Ticker.systemTicker()));
    }

    Registration(
            Transactions transactions,
            DisplayName displayNames,
            PasswordRule passwordRule,
            Passwords passwords,
            Clock clock,
            Consumer<AccountRegistered> listeners,
            Allowance addresses) {
        this.transactions = transactions;
        this.displayNames = displayNames;
        this.passwordRule = passwordRule;
        this.passwords = passwords;
        this.clock = clock;
        this.listeners = listeners;
        this.addresses = addresses;
    }

    /**
     * Makes the account and returns its user name. Throws a {@link Refusal} said of the field that is wrong, or {@code
     * too-fast} for the address.
     */
    public String register(NewAccount wanted, String address) {
        var name = UserName.choose(wanted.username());
        var displayName = displayNames.choose(wanted.displayName().orElse(name.name()));
        passwordRule.check(wanted.password(), name.name(), displayName);
        addresses.take(address);
        refuseTaken(name); // before the work of hashing; the database decides
        create(name, displayName, passwords.hash(wanted.password()));
        listeners.accept(new AccountRegistered(name.name(), displayName));
        return name.name();
    }

    /** What somebody registers with. */
    public record NewAccount(String username, String password, Optional<String> displayName) {}

    private void refuseTaken(UserName name) {
        transactions
                .read(transaction -> Accounts.find(transaction, name.name()))
                .ifPresent(other -> {
                    throw taken();
                });
    }

    private void create(UserName name, String displayName, String password) {
        try {
            transactions.write(transaction -> {
                transaction.persist(new Account(name, displayName, password, clock.instant()));
                return name;
            });
        } catch (RuntimeException failure) {
            throw Faults.isDuplicate(failure) ? taken() : failure;
        }
    }

    private static Refusal taken() {
        return Refusal.of(Reason.NAME_TAKEN).at("username");
    }
}
