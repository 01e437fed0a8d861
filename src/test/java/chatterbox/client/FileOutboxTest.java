package chatterbox.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import chatterbox.delivery.OutgoingText;
import chatterbox.delivery.OutgoingText.State;
import chatterbox.protocol.Event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileOutboxTest {
    private static final URI SERVER = URI.create("https://chat.example.org:8443/chat/");

    @TempDir
    private Path folder;

    private final List<FileOutbox> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(FileOutbox::close);
    }

    @Test
    void what_is_kept_is_there_again_in_the_order_of_writing() throws IOException {
        var texts = List.of(text("one"), text("two\nlines"), text("three \uD83D\uDC4B"));
        var outbox = open();
        texts.forEach(outbox::keep);
        outbox.close();
        assertThat(open().texts()).isEqualTo(texts);
    }

    @Test
    void what_failed_is_there_again_in_its_place_with_its_reason() throws IOException {
        var one = text("one");
        var why = new Event.Refused(
                Optional.of(one.id().toString()), "too-long", Optional.of("text"), Map.of("limit", 4000L));
        var failed = new OutgoingText(one.id(), "general", "one", one.at(), State.FAILED, Optional.of(why));
        var outbox = open();
        outbox.keep(one);
        outbox.keep(text("two"));
        outbox.keep(failed);
        outbox.close();
        assertThat(open().texts()).first().isEqualTo(failed);
    }

    @Test
    void what_is_forgotten_is_gone_and_nothing_of_it_stays_once_all_is() throws IOException {
        var one = text("one");
        var two = text("two");
        var outbox = open();
        outbox.keep(one);
        outbox.keep(two);
        outbox.forget(one.id());
        outbox.close();
        var again = open();
        assertThat(again.texts()).containsExactly(two);
        again.forget(two.id());
        assertThat(file()).isEmptyFile();
        again.keep(one);
        again.close();
        assertThat(open().texts()).containsExactly(one);
    }

    @Test
    void a_line_that_a_kill_cut_short_is_left_out() throws IOException {
        var outbox = open();
        var one = text("one");
        outbox.keep(one);
        outbox.close();
        Files.writeString(file(), "{\"id\":\"0190", StandardOpenOption.APPEND);
        var again = open();
        assertThat(again.texts()).containsExactly(one);
        again.keep(text("two"));
        again.close();
        assertThat(open().texts()).hasSize(2);
    }

    @Test
    void a_file_that_somebody_damaged_is_refused_by_name_and_left_alone() throws IOException {
        open().close();
        Files.writeString(file(), "nonsense\n{}\n");
        assertThatIOException().isThrownBy(this::open).withMessageContaining(file().toString());
        assertThat(file()).content().isEqualTo("nonsense\n{}\n");
    }

    @Test
    void it_does_not_grow_for_ever() throws IOException {
        var outbox = open();
        var stays = text("stays");
        outbox.keep(stays);
        IntStream.range(0, 2_000).mapToObj(n -> text("goes")).forEach(text -> {
            outbox.keep(text);
            outbox.forget(text.id());
        });
        assertThat(Files.size(file())).isLessThan(200_000);
        outbox.close();
        assertThat(open().texts()).containsExactly(stays);
    }

    @Test
    void one_program_has_it_at_a_time() throws IOException {
        var first = open();
        assertThatIOException().isThrownBy(this::open).withMessageContaining("Another program");
        first.close();
        open();
    }

    @Test
    void each_account_has_its_own() throws IOException {
        open().keep(text("of ada"));
        try (var other = FileOutbox.open(folder, SERVER, "grace");
                var elsewhere = FileOutbox.open(folder, URI.create("https://chat.example.com/"), "ada")) {
            assertThat(other.texts()).isEmpty();
            assertThat(elsewhere.texts()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_kept_is_said_to_be_and_is_not() throws IOException {
        var outbox = open();
        outbox.close();
        assertThatThrownBy(() -> outbox.keep(text("one"))).isInstanceOf(UncheckedIOException.class);
        assertThat(outbox.texts()).isEmpty();
    }

    /** The limit of a file's size stands for the disk: a line is written in part, and the rest is refused. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_leaves_no_half_a_line() throws Exception {
        var shell = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
        shell.addAll(Program.command(Filler.class, folder.toString(), SERVER.toString(), "ada"));
        assertThat(new ProcessBuilder(shell).inheritIO().start().waitFor()).isZero();

        assertThat(open().texts())
                .hasSizeGreaterThan(1)
                .last()
                .extracting(OutgoingText::text)
                .isEqualTo(Filler.LAST);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nobody_else_may_read_it() throws IOException {
        var sub = folder.resolve("mine");
        try (var outbox = FileOutbox.open(sub, SERVER, "ada")) {
            outbox.keep(text("secret"));
            assertThat(permissions(sub)).isEqualTo("rwx------");
            assertThat(permissions(sub.resolve(file().getFileName()))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private FileOutbox open() throws IOException {
        var outbox = FileOutbox.open(folder, SERVER, "ada");
        opened.add(outbox);
        return outbox;
    }

    private Path file() {
        return folder.resolve("ada%40chat.example.org%3A8443%2Fchat.outbox");
    }

    private static OutgoingText text(String text) {
        return new OutgoingText(UUID.randomUUID(), "general", text, Instant.parse("2026-01-05T12:00:00.123Z"));
    }
}
