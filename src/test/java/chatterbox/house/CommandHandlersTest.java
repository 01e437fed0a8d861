package chatterbox.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/** Java 17 cannot switch over a sealed type: this is what makes a command without a handler an error all the same. */
class CommandHandlersTest {
    @Test
    void each_command_has_exactly_one_handler() {
        var handlers = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("chatterbox").stream()
                        .filter(type -> type.isAssignableTo(CommandHandler.class))
                        .filter(type -> !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .collect(groupingBy(CommandHandlersTest::command));

        assertThat(handlers.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Command.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
        assertThat(handlers)
                .allSatisfy(
                        (command, classes) -> assertThat(classes).as(command).hasSize(1));
    }

    private static String command(JavaClass handler) {
        return Stream.concat(Stream.of(handler), handler.getAllRawSuperclasses().stream())
                .flatMap(type -> type.getInterfaces().stream())
                .filter(type -> type.toErasure().isEquivalentTo(CommandHandler.class))
                .filter(JavaParameterizedType.class::isInstance)
                .map(type ->
                        ((JavaParameterizedType) type).getActualTypeArguments().get(0))
                .map(JavaType::getName)
                .findFirst()
                .orElseThrow(() -> new AssertionError(handler.getName() + " does not say which command it handles"));
    }
}
