package chatterbox.container;

/** Payara Micro as it comes, which takes the WAR on its command line. */
final class PayaraMicro implements AppServer {
    @Override
    public String title() {
        return "Payara Micro";
    }

    @Override
    public String version() {
        return AppServer.pinned("payara-micro");
    }

    @Override
    public Launch launch(Site site) {
        return Launch.of(
                Jdk.java(),
                // For the file of commands, which keeps it to this machine.
                "-Dchatterbox.address=127.0.0.1",
                "-jar",
                System.getProperty("chatterbox.payara-micro"),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                "deploy/payara-micro/pre-boot-commands.txt",
                "--rootdir",
                site.folder().resolve("domain").toString(),
                "--port",
                String.valueOf(site.port()),
                "--deploy",
                site.war().toString());
    }
}
