package chatterbox.web;

import com.fasterxml.jackson.core.JsonFactory;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.persistence.Database;

/**
 * Which jars the server took two libraries from: they are in the WAR, and some servers bring them too. Names of files only.
 */
@Singleton
final class Libraries {
    private final Database database;

    @Inject
    Libraries(Database database) {
        this.database = database;
    }

    @Override
    public String toString() {
        return "JSON " + jarOf(JsonFactory.class) + ", JPA " + jarOf(database.provider());
    }

    private static String jarOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(source -> source.getLocation().getPath())
                .map(path -> path.replaceFirst("[!/]+$", "").replaceFirst(".*/", ""))
                .orElse("unknown");
    }
}
