package chatterbox.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import chatterbox.authority.Bans;
import chatterbox.authority.Roles;
import chatterbox.authority.Setup;
import chatterbox.journal.Committed;
import chatterbox.journal.Journal;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.login.SignIn;
import chatterbox.origin.Device;
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
import chatterbox.session.Ending;
import chatterbox.session.LoginSessions;
import chatterbox.session.SignedIn;
import chatterbox.settings.IdentitySettings;
import chatterbox.settings.JournalSettings;
import chatterbox.settings.LimitSettings;
import chatterbox.settings.Settings;
import chatterbox.settings.StorageSettings;
import chatterbox.throttle.Allowance;
import chatterbox.throttle.SettableClock;

/** All of identity on a fresh database, with a clock that can be set and a start that can be repeated. */
public final class AccountWorld implements AutoCloseable {
    public static final String PASSWORD = "drei Birnen im Regen";
    public static final Device LAPTOP = Device.of("192.0.2.1", "Firefox");

    /** Which sessions ended, and why. */
    public record Ended(List<UUID> sessions, Ending why) {}

    public final List<Ended> ended = new CopyOnWriteArrayList<>();
    public final List<AccountRegistered> registered = new CopyOnWriteArrayList<>();
    public final SettableClock clock = new SettableClock();
    public final IdentitySettings settings = identity(Map.of());
    public final LimitSettings limits = Settings.of(Map.of()).read(LimitSettings.class);

    private final StorageSettings storage;
    private Database database;
    private Journal journal;

    public DataFolder folder;
    public Transactions transactions;
    public Accounts accounts;
    public Passwords passwords;
    public AccessTokens accessTokens;
    public LoginSessions sessions;
    public Registration registration;
    public SignIn signIn;
    public Roles roles;
    public Bans bans;
    public Setup setup;

    public AccountWorld(Engine engine) {
        storage = Engines.fresh(engine);
        open();
    }

    public static IdentitySettings identity(Map<String, String> more) {
        var values = new java.util.HashMap<>(Map.of("CHATTERBOX_PASSWORD_COST", "4"));
        values.putAll(more);
        return Settings.of(values).read(IdentitySettings.class);
    }

    public void restart() {
        close();
        open();
    }

    public String register(String username) {
        return registration.register(
                new Registration.NewAccount(username, PASSWORD, Optional.empty()), LAPTOP.address());
    }

    public SignedIn signIn(String username) {
        return signIn.signIn(username, PASSWORD, LAPTOP);
    }

    public SignedIn registerAndSignIn(String username) {
        return signIn(register(username));
    }

    /** Ada is the first administrator; the others are made by her. */
    public void administrators(String... more) {
        register("ada");
        roles.appointFirst("ada");
        for (var name : more) {
            register(name);
            roles.change("ada", name, Role.ADMIN);
        }
    }

    public Role role(String username) {
        return accounts.find(username).orElseThrow().role();
    }

    public List<String> facts(String username) {
        return journal.after(StreamId.user(username), 0, 100).stream()
                .map(Logged::json)
                .toList();
    }

    /** Passwords under these settings and the same secret. */
    public Passwords passwords(IdentitySettings other) {
        return new Passwords(new MasterSecret(new SafeInDataFolder(folder, accounts)), other);
    }

    public Path setupCode() {
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
                new Allowance(limits.registrationsAtOnce(), limits.registrationsPerSecond(), clock::nanos));
        signIn = new SignIn(accounts, passwords, sessions, transactions, limits, clock::nanos);
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
}
