package chatterbox.server;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import java.nio.file.Path;

/** The WAR as it is shipped, for Arquillian to deploy at the root. */
public final class WholeWar {
    private WholeWar() {}

    public static WebArchive atTheRoot() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(Path.of("target", "chatterbox.war").toFile())
                .as(WebArchive.class);
    }
}
