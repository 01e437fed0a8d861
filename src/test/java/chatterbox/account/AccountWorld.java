package chatterbox.account;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import chatterbox.journal.Committed;
import chatterbox.journal.Journal;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.persistence.Transactions;
import chatterbox.refusal.PrintableText;
import chatterbox.refusal.TextRules;
import chatterbox.security.AccessTokens;
import chatterbox.security.MasterSecret;
import chatterbox.security.PasswordRule;
import chatterbox.security.Passwords;
import chatterbox.security.RefreshTokens;
import chatterbox.security.SigningKeys;
import chatterbox.settings.IdentitySettings;
import chatterbox.settings.JournalSettings;
import chatterbox.settings.Settings;
import chatterbox.settings.StorageSettings;
import chatterbox.settings.WebSettings;

/** All of identity on a fresh database, with a clock that can be set and a start that can be repeated. */
final class AccountWorld implements AutoCloseable {
    static final String PASSWORD = "drei Birnen im Regen";
    static final Device LAPTOP = Device.of("192.0.2.1", "Firefox");

    /** Which sessions ended, and why. */
    record Ended(List<UUID> sessions, Ending why) {}

    final List<Ended> ended = new CopyOnWriteArrayList<>();
    final List<AccountRegistered> registered = new CopyOnWriteArrayList<>();
    final SettableClock clock = new SettableClock();
    final IdentitySettings settings = identity(Map.of());

    private final StorageSettings storage;
    private Database database;
    private Journal journal;

    DataFolder folder;
    Transactions transactions;
    Accounts accounts;
    Passwords passwords;
    AccessTokens accessTokens;
    LoginSessions sessions;
    Registration registration;
    SignIn signIn;
    Roles roles;
    Bans bans;
    Setup setup;

    AccountWorld(Engine engine) {
        storage = Engines.fresh(engine);
        open();
    }

    static IdentitySettings identity(Map<String, String> more) {
        var values = new java.util.HashMap<>(Map.of("CHATTERBOX_PASSWORD_COST", "4"));
        values.putAll(more);
        return Settings.of(values).read(IdentitySettings.class);
    }

    static WebSettings web(Map<String, String> values) {
        return Settings.of(values).read(WebSettings.class);
    }

    void restart() {
        close();
        open();
    }

    String register(String username) {
        return registration.register(
                new Registration.NewAccount(username, PASSWORD, Optional.empty()), LAPTOP.address());
    }

    SignedIn signIn(String username) {
        return signIn.signIn(username, PASSWORD, LAPTOP);
    }

    SignedIn registerAndSignIn(String username) {
        return signIn(register(username));
    }

    /** Ada is the first administrator; the others are made by her. */
    void administrators(String... more) {
        register("ada");
        roles.appointFirst("ada");
        for (var name : more) {
            register(name);
            roles.change("ada", name, Role.ADMIN);
        }
    }

    Role role(String username) {
        return accounts.find(username).orElseThrow().role();
    }

    List<String> facts(String username) {
        return journal.after(StreamId.user(username), 0, 100).stream()
                .map(Logged::json)
                .toList();
    }

    Authenticator authenticator(WebSettings web) {
        return new Authenticator(sessions, cookies(web), origins(web), new ClientAddress(web));
    }

    Cookies cookies(WebSettings web) {
        return new Cookies(new ClientAddress(web), accessTokens, settings);
    }

    static Origins origins(WebSettings web) {
        return new Origins(web, new ClientAddress(web));
    }

    Path setupCode() {
        return folder.file("setup-code");
    }

    @Override
    public void close() {
        journal.close();
        database.close();
        folder.close();
    }

    private void open() {
        folder = new DataFolder(storage);
        database = new Database(folder, storage);
        transactions = new Transactions(database);
        accounts = new Accounts(transactions, database);
        journal = new Journal(
                database, transactions, new JournalSettings(10_000, 512, 4), clock, Stream::<Committed>empty);
        openSecurity();
        registration = new Registration(
                transactions,
                new DisplayName(new TextRules(List.of(new PrintableText()))),
                new PasswordRule(settings),
                passwords,
                clock,
                registered::add,
                clock::nanos);
        signIn = new SignIn(accounts, passwords, sessions, transactions, settings, clock::nanos);
        roles = new Roles(accounts, sessions, journal, transactions);
        bans = new Bans(accounts, sessions, transactions, clock);
        setup = new Setup(folder, roles, clock::nanos);
    }

    private void openSecurity() {
        var safe = new SafeInDataFolder(folder, accounts);
        var secret = new MasterSecret(safe);
        passwords = new Passwords(secret, settings);
        accessTokens = new AccessTokens(new SigningKeys(safe, secret, settings, clock), settings, clock);
        sessions = new LoginSessions(
                database,
                transactions,
                accounts,
                accessTokens,
                new RefreshTokens(secret),
                settings,
                clock,
                () -> Stream.of(this::note));
    }

    private void note(Collection<UUID> sessions, Ending why) {
        ended.add(new Ended(new ArrayList<>(sessions), why));
    }

    /** Stands still until it is moved. */
    static final class SettableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        long nanos() {
            return Duration.between(Instant.EPOCH, now).toNanos();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
