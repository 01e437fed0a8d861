import org.apache.tomee.embedded.Configuration;
import org.apache.tomee.embedded.Container;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/**
 * Runs TomEE's embedded server like one that was installed: it deploys what lies in the folder's {@code webapps}, listens
 * on 127.0.0.1, keeps the resources that its {@code resources.properties} defines, and ends cleanly on SIGTERM. Arguments:
 * the folder, the port.
 */
final class TomEE {
    public static void main(String... arguments) throws Exception {
        var folder = new File(arguments[0]);
        var configuration = new Configuration();
        configuration.setHost("127.0.0.1");
        configuration.setHttpPort(Integer.parseInt(arguments[1]));
        configuration.setStopPort(-1);
        configuration.setDir(new File(folder, "tomee").getPath());
        configuration.setDeleteBaseOnStartup(true);
        configuration.setProperties(resources(folder));
        var container = new Container(configuration);
        var war = new File(folder, "webapps").listFiles((dir, name) -> name.endsWith(".war"))[0];
        var name = war.getName().replaceFirst("\\.war$", "");
        container.deploy(name, war, false);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(container, name)));
        new CountDownLatch(1).await();
    }

    private static Properties resources(File folder) throws IOException {
        var resources = new Properties();
        try (var file = new FileReader(new File(folder, "resources.properties"))) {
            resources.load(file);
        }
        return resources;
    }

    private static void stop(Container container, String name) {
        try {
            // As an installed one does: applications first, then the ports.
            container.undeploy(name);
            container.stop();
        } catch (Exception failure) {
            failure.printStackTrace();
        }
    }
}
