package chatterbox.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.asset.War;

/** Which version of the product this is, as Maven noted it in the WAR. */
@Singleton
final class Version {
    private static final String NOTE = "/META-INF/maven/chatterbox/chatterbox/pom.properties";

    private final String text;

    @Inject
    Version(War war) {
        this(war.read(NOTE).map(Version::parse).orElse("development"));
    }

    Version(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }

    private static String parse(byte[] note) {
        try {
            var properties = new Properties();
            properties.load(new ByteArrayInputStream(note));
            return properties.getProperty("version");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
