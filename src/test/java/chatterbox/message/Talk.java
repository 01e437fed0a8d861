package chatterbox.message;

import com.github.f4b6a3.uuid.UuidCreator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import chatterbox.account.Accounts;
import chatterbox.history.History;
import chatterbox.history.Window;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.PrintableText;
import chatterbox.refusal.Refusal;
import chatterbox.refusal.TextRules;
import chatterbox.room.House;
import chatterbox.search.Indexing;
import chatterbox.settings.MessageSettings;
import chatterbox.thread.Beginning;
import chatterbox.throttle.Allowance;
import chatterbox.throttle.SettableClock;

import static java.util.concurrent.TimeUnit.SECONDS;

/** Ada and Grace in the room general, where mallory is not, and rules that a test may add. */
public final class Talk implements AutoCloseable {
    static final int LIMIT = 60;

    final List<PostingRule> rules = new ArrayList<>();

    private final SettableClock clock = new SettableClock();
    private final Allowance posts;
    private final House house;

    public Talk(Engine engine) {
        this(engine, 10_000);
    }

    /** Where so many posts at once are too fast. */
    Talk(Engine engine, int posts) {
        this.posts = new Allowance(posts, 1, clock::nanos);
        house = new House(engine);
        house.register("ada", "Ada");
        house.register("grace", "Grace");
        rules.add(new TextOfMessage(new TextRules(List.of(new PrintableText()))));
        rules.add(new TextLength(new MessageSettings(LIMIT)));
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    public House house() {
        return house;
    }

    public Posting posting() {
        return new Posting(
                house.journal(), house.memberships(), new PostingRules(rules), references(), beginning(), posts);
    }

    /** Who begins to follow threads. It is told of what was committed by whoever asks for it. */
    public Beginning beginning() {
        return new Beginning(house.transactions(), house.journal(), house.memberships(), Runnable::run);
    }

    private References references() {
        return new References(house.transactions(), house.memberships(), accounts()::person);
    }

    public Indexing index() {
        return new Indexing(house.transactions(), house.database());
    }

    private Accounts accounts() {
        return new Accounts(house.transactions(), house.database());
    }

    public History history() {
        return new History(
                house.transactions(),
                house.journal(),
                names ->
                        names.stream().map(name -> new Event.Person(name, name)).toList());
    }

    public Event.Ack post(String author, String text) {
        return post(author, id(), "general", text);
    }

    public Event.Ack reply(String author, String text, long to) {
        return answer(posting()
                .post(
                        author,
                        new Command.Post(id(), "general", text, Optional.of(to), Optional.empty(), Optional.empty())));
    }

    /** In the thread under a message. */
    public Event.Ack postIn(long thread, String author, String text) {
        return answer(posting().post(author, inThread(thread, text, false)));
    }

    public static Command.Post inThread(long thread, String text, boolean also) {
        return new Command.Post(
                id(),
                "general",
                text,
                Optional.empty(),
                Optional.of(thread),
                Optional.of(also).filter(yes -> yes));
    }

    /** Waits for the answer; a refusal is thrown as it is. */
    Event.Ack post(String author, UUID id, String room, String text) {
        return answer(posting().post(author, new Command.Post(id, room, text)));
    }

    /** Waits for it; a refusal is thrown as it is. */
    public static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, SECONDS);
        } catch (ExecutionException e) {
            throw (Refusal) e.getCause();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer.Page page(String after, String before, String limit) {
        return history().page("general", Window.of(after, before, limit));
    }

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public void close() {
        house.close();
    }
}
