package chatterbox.delivery;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the scenarios leave to each client. */
class ConversationTest {
    private static final String ONLINE = """
            {"includes": "parts/online.json"}""";
    private static final String ONLINE_IN_TWO_ROOMS = """
            {"connects": {}}
            {"welcomes": {"epoch": "e1", "you": 0, "rooms": {"general": 0, "lobby": 0}}}
            {"client": {"type": "follow", "user": "ada", "after": 0, "epoch": "e1"}}
            {"client": {"type": "follow", "room": "general", "after": 0, "epoch": "e1"}}
            {"client": {"type": "follow", "room": "lobby", "after": 0, "epoch": "e1"}}
            {"page": {"room": "general", "answer": {"messages": [], "head": 0}}}""";

    private final Stage stage = new Stage();

    @Test
    void a_text_waits_for_none_of_another_room() {
        play(ONLINE_IN_TWO_ROOMS);
        play("""
                {"writes": {"room": "general", "text": "here", "as": "$here"}}
                {"writes": {"room": "lobby", "text": "there", "as": "$there"}}
                {"client": {"type": "post", "id": "$here", "room": "general", "text": "here"}}
                {"client": {"type": "post", "id": "$there", "room": "lobby", "text": "there"}}
                {"server": [{"type": "ack", "id": "$here", "room": "general", "seq": 1}]}
                {"server": [{"type": "message", "room": "lobby", "seq": 1, "text": "of another"}]}
                {"shows": {"room": "general", "outbox": [{"text": "here", "state": "accepted"}]}}
                {"shows": {"room": "lobby", "outbox": [{"text": "there", "state": "pending"}]}}
                """);
    }

    @Test
    void a_text_to_a_room_that_is_not_followed_is_done_when_it_is_accepted() {
        play(ONLINE);
        play("""
                {"writes": {"room": "elsewhere", "text": "hi", "as": "$hi"}}
                {"client": {"type": "post", "id": "$hi", "room": "elsewhere", "text": "hi"}}
                {"server": [{"type": "ack", "id": "$hi", "room": "elsewhere", "seq": 7}]}
                {"shows": {"room": "elsewhere", "outbox": []}}
                """);
    }

    @Test
    void that_a_text_was_accepted_is_told_once() {
        play(ONLINE);
        play("""
                {"writes": {"room": "general", "text": "hi", "as": "$hi"}}
                {"client": {"type": "post", "id": "$hi", "room": "general", "text": "hi"}}
                {"server": [{"type": "ack", "id": "$hi", "room": "general", "seq": 1}]}
                {"server": [{"type": "ack", "id": "$hi", "room": "general", "seq": 1}]}
                {"server": [{"type": "message", "room": "general", "seq": 1, "id": "$hi", "author": "ada", "text": "hi"}]}
                """);
        assertThat(stage.accepted()).hasSize(1);
    }

    @Test
    void retrying_what_did_not_fail_sends_nothing() {
        play(ONLINE);
        play("""
                {"writes": {"room": "general", "text": "hi", "as": "$hi"}}
                {"client": {"type": "post", "id": "$hi", "room": "general", "text": "hi"}}
                {"retries": "$hi"}
                {"silent": true}
                """);
    }

    @Test
    void what_waited_for_a_page_is_forgotten_when_there_is_another_history() {
        play(ONLINE);
        play("""
                {"server": [{"type": "reset", "room": "general", "seq": 90}]}
                {"server": [{"type": "message", "room": "general", "seq": 91, "text": "of the old history"}]}
                {"page": {"room": "general", "status": 503}}
                {"cut": 1012}
                {"waits": 250}
                {"connects": {}}
                {"welcomes": {"epoch": "e2", "you": 0, "rooms": {"general": 10}}}
                {"client": {"type": "follow", "user": "ada", "after": 0, "epoch": "e1"}}
                {"client": {"type": "follow", "room": "general", "after": 91, "epoch": "e1"}}
                {"server": [{"type": "reset", "user": "ada", "seq": 0}, {"type": "reset", "room": "general", "seq": 10}]}
                {"page": {"room": "general", "answer": {"messages": [{"type": "message", "room": "general", "seq": 10, "text": "restored"}], "head": 10, "epoch": "e2"}}}
                {"shows": {"room": "general", "messages": [{"seq": 10, "text": "restored"}]}}
                """);
    }

    @Test
    void a_frame_that_is_none_is_as_good_as_a_heartbeat() {
        play(ONLINE);
        stage.hear("<html>");
        stage.hear("{}");
        stage.hear("[1]");
        play("""
                {"server": [{"type": "message", "room": "general", "seq": 1, "text": "hi"}]}
                {"shows": {"room": "general", "messages": [{"seq": 1, "text": "hi"}]}}
                """);
    }

    /** Steps as in the files, one a line. */
    private void play(String steps) {
        steps.lines().flatMap(Scenario::steps).forEach(stage::play);
    }
}
