package chatterbox.client;

import com.fasterxml.jackson.core.JsonFactory;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chatterbox.protocol.Codec;

/** A JVM of its own, which has our classes and the codec's parser, and no library beside. */
final class Program {
    private Program() {}

    static List<String> command(Class<?> main, String... arguments) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var classes = Stream.of(main, Codec.class, JsonFactory.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        // Its statistics are a file, which a program that may write little cannot have.
        return Stream.concat(Stream.of(java, "-XX:-UsePerfData", "-cp", classes, main.getName()), Stream.of(arguments))
                .toList();
    }
}
