package chatterbox.settings;

import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the settings declare, as the table of src/docs/settings.md. */
public final class SettingsTable {
    private SettingsTable() {}

    public static String markdown() {
        return Settings.RECORDS.stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(SettingsTable::row)
                .collect(Collectors.joining(
                        "",
                        "| Key | Type | Default | Range | What it does, and why this default |\n|---|---|---|---|---|\n",
                        ""));
    }

    private static String row(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        var type = SettingType.of(component.getType());
        return "| `" + Settings.PREFIX + setting.key() + "` | " + type.word + " | " + byDefault(setting) + " | "
                + range(type, setting) + " | " + setting.why() + " |\n";
    }

    private static String byDefault(Setting setting) {
        return setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
    }

    private static String range(SettingType type, Setting setting) {
        return switch (type) {
            case WHOLE_NUMBER -> setting.min() + " to " + setting.max();
            case TIME -> setting.min() + " s to " + setting.max() + " s";
            default -> "";
        };
    }
}
