package chatterbox.container;

import java.nio.file.Path;

/** {@code target/chatterbox.jar}: Payara Micro and the WAR in one file, at the root. */
public final class ChatterboxJar implements AppServer {
    @Override
    public String title() {
        return "chatterbox.jar";
    }

    @Override
    public String version() {
        return AppServer.pinned("payara-micro");
    }

    @Override
    public String contextPath() {
        return "/";
    }

    @Override
    public String readyLine() {
        return "Chatterbox is ready: ";
    }

    @Override
    public Launch launch(Site site) {
        var jar = Path.of("target", "chatterbox.jar").toAbsolutePath().toString();
        return Launch.of(Jdk.java(), "-jar", jar, "--port", String.valueOf(site.port()));
    }
}
