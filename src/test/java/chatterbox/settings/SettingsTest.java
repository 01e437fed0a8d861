package chatterbox.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {
    @ParameterizedTest
    @MethodSource("records")
    void every_default_is_one_that_would_be_accepted(Class<? extends Record> type) {
        assertThat(Settings.of(Map.of()).read(type)).isNotNull();
    }

    @Test
    void an_unknown_key_is_refused_by_name() {
        assertThatThrownBy(() -> Settings.of(Map.of("CHATTERBOX_REDAERS", "8")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_REDAERS");
    }

    @Test
    void other_peoples_keys_are_left_alone() {
        assertThat(settings("PATH", "/bin").read(StorageSettings.class).readers())
                .isEqualTo(8);
    }

    @Test
    void two_databases_at_once_are_refused_by_both_keys() {
        var both = Settings.of(Map.of(
                "CHATTERBOX_DATABASE", "jdbc:postgresql://localhost/chatterbox",
                "CHATTERBOX_DATA_SOURCE", "jdbc/chatterbox"));

        assertThatThrownBy(() -> both.read(StorageSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("CHATTERBOX_DATABASE: ")
                .hasMessageContaining("CHATTERBOX_DATA_SOURCE");
    }

    @Test
    void an_empty_value_means_the_default() {
        assertThat(settings("CHATTERBOX_READERS", " ")
                        .read(StorageSettings.class)
                        .readers())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "1e3", "99999999999999999999"})
    void what_is_no_whole_number_is_refused_by_key_and_value(String text) {
        assertThatThrownBy(() -> settings("CHATTERBOX_READERS", text).read(StorageSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_READERS")
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1"})
    void a_number_out_of_range_is_refused_with_the_range(String text) {
        assertThatThrownBy(() -> settings("CHATTERBOX_READERS", text).read(StorageSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_READERS")
                .hasMessageContaining("1 to 200");
    }

    @ParameterizedTest
    @CsvSource({"1000ms, PT1S", "90s, PT90S", "5m, PT5M"})
    void a_duration_names_its_unit(String text, Duration expected) {
        assertThat(settings("CHATTERBOX_HEARTBEAT", text)
                        .read(LiveSettings.class)
                        .heartbeat())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"48h, PT48H", "7d, P7D"})
    void long_durations_are_written_in_hours_and_days(String text, Duration expected) {
        assertThat(settings("CHATTERBOX_SESSION_IDLE", text)
                        .read(IdentitySettings.class)
                        .sessionIdle())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "s", "20 s", "20S", "PT20S", "20w"})
    void a_duration_of_another_form_is_refused(String text) {
        assertThatThrownBy(() -> settings("CHATTERBOX_HEARTBEAT", text).read(LiveSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_HEARTBEAT")
                .hasMessageContaining("ms, s, m, h or d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "301s", "999ms"})
    void a_duration_out_of_range_is_refused(String text) {
        assertThatThrownBy(() -> settings("CHATTERBOX_HEARTBEAT", text).read(LiveSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("1 to 300 s");
    }

    @Test
    void an_address_is_http_or_https() {
        assertThat(settings("CHATTERBOX_URL", "https://chat.example.org")
                        .read(WebSettings.class)
                        .url())
                .contains(URI.create("https://chat.example.org"));
        assertThatThrownBy(() -> settings("CHATTERBOX_URL", "chat.example.org").read(WebSettings.class))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_URL");
    }

    @Test
    void a_list_is_separated_by_commas() {
        assertThat(settings("CHATTERBOX_PROXIES", "10.0.0.1, ,10.0.0.2 ")
                        .read(WebSettings.class)
                        .proxies())
                .isEqualTo(List.of("10.0.0.1", "10.0.0.2"));
    }

    @Test
    void a_folder_may_begin_at_home() {
        assertThat(settings("CHATTERBOX_DATA", "~/elsewhere")
                        .read(StorageSettings.class)
                        .data())
                .isEqualTo(Path.of(System.getProperty("user.home"), "elsewhere"));
    }

    @Test
    void a_system_property_wins_over_the_environment() {
        var settings =
                Settings.of(Map.of("CHATTERBOX_READERS", "3", "PATH", "/bin"), Map.of("CHATTERBOX_READERS", "4"));

        assertThat(settings.read(StorageSettings.class).readers()).isEqualTo(4);
    }

    @Test
    void what_kubernetes_says_about_a_service_named_chatterbox_is_no_setting() {
        var injected = Map.of(
                "CHATTERBOX_SERVICE_HOST", "10.96.0.7",
                "CHATTERBOX_SERVICE_PORT", "80",
                "CHATTERBOX_SERVICE_PORT_HTTP", "80",
                "CHATTERBOX_PORT", "tcp://10.96.0.7:80",
                "CHATTERBOX_PORT_80_TCP", "tcp://10.96.0.7:80",
                "CHATTERBOX_PORT_80_TCP_PROTO", "tcp",
                "CHATTERBOX_PORT_80_TCP_PORT", "80",
                "CHATTERBOX_PORT_80_TCP_ADDR", "10.96.0.7");

        assertThat(Settings.of(injected).read(StorageSettings.class).readers()).isEqualTo(8);
    }

    @Test
    void a_port_is_refused_with_the_rest_of_the_unknown() {
        assertThatThrownBy(() -> settings("CHATTERBOX_PORT", "8080"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("CHATTERBOX_PORT");
    }

    private static List<Class<? extends Record>> records() {
        return Settings.RECORDS;
    }

    private static Settings settings(String key, String text) {
        return Settings.of(Map.of(key, text));
    }
}
