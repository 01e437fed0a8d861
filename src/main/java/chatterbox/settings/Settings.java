package chatterbox.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings in effect. A system property {@code CHATTERBOX_X} wins over the environment variable of that name. A key
 * that begins with the prefix and that nobody knows is refused: it is a typing error that would otherwise go unnoticed.
 */
public final class Settings {
    static final String PREFIX = "CHATTERBOX_";

    /** The records that hold the settings, in the order of the documentation. */
    static final List<Class<? extends Record>> RECORDS = List.of(
            StorageSettings.class,
            ServerSettings.class,
            WebSettings.class,
            IdentitySettings.class,
            MessageSettings.class,
            JournalSettings.class,
            LiveSettings.class,
            LimitSettings.class);

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
        refuseUnknownKeys();
    }

    public static Settings ofThisProcess() {
        var properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        return of(System.getenv(), properties);
    }

    /** The settings among these pairs; keys without the prefix are somebody else's. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(PREFIX))
                .filter(value -> !ServiceLinks.include(value.getKey(), value.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The settings among these pairs, of which the properties win. */
    static Settings of(Map<String, String> environment, Map<String, String> properties) {
        var values = new HashMap<>(environment);
        values.putAll(properties);
        return of(values);
    }

    /** The record's settings, or a {@link SettingRefused}. */
    public <R extends Record> R read(Class<R> type) {
        var components = type.getRecordComponents();
        var arguments = Stream.of(components).map(this::value).toArray();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException contradiction) {
            throw contradiction.getCause() instanceof SettingRefused refused
                    ? refused
                    : new IllegalStateException(contradiction.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object value(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        var key = PREFIX + setting.key();
        var text = values.getOrDefault(key, setting.byDefault()).strip();
        return SettingType.of(component.getType()).parse(key, text.isEmpty() ? setting.byDefault() : text, setting);
    }

    private void refuseUnknownKeys() {
        var known = knownKeys();
        values.keySet().stream()
                .sorted()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new SettingRefused(unknown, "no such setting; src/docs/settings.md lists them all");
                });
    }

    private static Set<String> knownKeys() {
        return RECORDS.stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(component ->
                        PREFIX + component.getAnnotation(Setting.class).key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
